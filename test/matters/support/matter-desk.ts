import type { DocumentReference } from '@liuhen/kernel';
import request, { type Response } from 'supertest';
import type { RunningApi } from '../../api/support/running-api';

/** A post in which a person acts, for those who hold several. */
export type Acting = string | { readonly person: string; readonly post: string };

/** An answer as a test looks at it. */
type Answer = Readonly<Record<string, unknown>>;

/** What is said of a matter to whoever may not know of it. */
export const NOT_THERE = { status: 404, code: 'matter-not-found' };

/** People who work on matters between courts over HTTP. */
export class MatterDesk {
  #keys = 0;

  constructor(private readonly api: RunningApi) {}

  /** Path of a matter, or of all. */
  path(matter = '', rest = ''): string {
    return `/api/v1/matters${matter === '' ? '' : `/${matter}`}${rest}`;
  }

  async post(
    who: Acting,
    path: string,
    body: object,
    key = `desk-${String(++this.#keys)}`,
  ): Promise<Response> {
    return request(this.api.server.url)
      .post(path)
      .set({ ...(await this.#headers(who)), 'Idempotency-Key': key })
      .send(body);
  }

  /** Drafts a matter. @returns its id. @throws with the problem if it is refused. */
  async drafts(who: Acting, body: object): Promise<string> {
    const { stream } = (await this.#succeeds(who, this.path(), body)).body as { readonly stream: string };
    return stream.replace(/^matter-/, '');
  }

  /** Takes a step that must succeed. @throws with the problem if it does not. */
  does(who: Acting, matter: string, step: string, body: object = {}): Promise<Response> {
    return this.#succeeds(who, this.path(matter, `/${step}`), body);
  }

  /** What a step is answered with, whatever becomes of it. */
  async tries(who: Acting, matter: string, step: string, body: object = {}): Promise<Answer> {
    const { status, body: answer } = await this.post(who, this.path(matter, `/${step}`), body);
    return { status, ...(answer as Record<string, unknown>) };
  }

  /** The code with which a step is refused. */
  async refused(who: Acting, matter: string, step: string, body: object = {}): Promise<unknown> {
    return (await this.tries(who, matter, step, body)).code;
  }

  async get(who: Acting, path: string, position?: string): Promise<Response> {
    const seen = position === undefined ? {} : { 'Liuhen-Position': position };
    return request(this.api.server.url)
      .get(path)
      .set({ ...(await this.#headers(who)), ...seen });
  }

  async upload(who: Acting, name: string, text: string): Promise<DocumentReference> {
    const answer = await request(this.api.server.url)
      .post(this.path('', `/documents?name=${encodeURIComponent(name)}`))
      .set({
        ...(await this.#headers(who)),
        'Idempotency-Key': `desk-${String(++this.#keys)}`,
        'Content-Type': 'text/plain',
      })
      .send(text);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body as DocumentReference;
  }

  async #succeeds(who: Acting, path: string, body: object): Promise<Response> {
    const answer = await this.post(who, path, body);
    if (answer.status !== 201) throw new Error(`${JSON.stringify(who)} ${path}: ${answer.text}`);
    return answer;
  }

  async #headers(who: Acting): Promise<Record<string, string>> {
    if (typeof who === 'string') return { ...(await this.api.as(who)) };
    return { ...(await this.api.as(who.person)), 'Liuhen-Post': encodeURIComponent(who.post) };
  }
}
