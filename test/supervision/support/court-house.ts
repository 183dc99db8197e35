import type { DocumentReference } from '@liuhen/kernel';
import request, { type Response } from 'supertest';
import type { RunningApi } from '../../api/support/running-api';

/** People who work on one case over HTTP. */
export class CourtHouse {
  #keys = 0;

  constructor(
    private readonly api: RunningApi,
    readonly caseNumber: string,
  ) {}

  /** Path of the case. */
  path(rest = ''): string {
    return `/api/v1/cases/${encodeURIComponent(this.caseNumber)}${rest}`;
  }

  async post(person: string, rest: string, body: object): Promise<Response> {
    const headers = { ...(await this.api.as(person)), 'Idempotency-Key': `key-${String(++this.#keys)}` };
    return request(this.api.server.url).post(this.path(rest)).set(headers).send(body);
  }

  /** Does what must succeed. @throws with the problem if it does not. */
  async does(person: string, rest: string, body: object): Promise<Response> {
    const answer = await this.post(person, rest, body);
    if (answer.status !== 201) throw new Error(`${person} ${rest}: ${answer.text}`);
    return answer;
  }

  async get(person: string, path: string, position?: string): Promise<Response> {
    const seen = position === undefined ? {} : { 'Liuhen-Position': position };
    return request(this.api.server.url)
      .get(path)
      .set({ ...(await this.api.as(person)), ...seen });
  }

  async upload(person: string, name: string, text: string): Promise<DocumentReference> {
    const answer = await request(this.api.server.url)
      .post(this.path(`/documents?name=${encodeURIComponent(name)}`))
      .set({
        ...(await this.api.as(person)),
        'Idempotency-Key': `key-${String(++this.#keys)}`,
        'Content-Type': 'text/plain',
      })
      .send(text);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body as DocumentReference;
  }

  /** Registers the case and its panel, all on one day. */
  async open(panel: readonly string[], filedOn: string): Promise<void> {
    const [handlingJudge = ''] = panel;
    const headers = {
      ...(await this.api.as(handlingJudge)),
      'Idempotency-Key': `key-${String(++this.#keys)}`,
    };
    const { caseNumber } = this;
    const filing = { caseNumber, caseType: 'civil', stage: 'firstInstance', filedOn, panel, handlingJudge };
    const answer = await request(this.api.server.url).post('/api/v1/cases').set(headers).send(filing);
    if (answer.status !== 201) throw new Error(answer.text);
  }
}
