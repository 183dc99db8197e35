import type { DocumentReference, Secrecy, StoredEvent } from '@liuhen/kernel';
import type { ServerConfig } from '../../../apps/api/src/server';
import { caseStream } from '../../../libs/supervision/src/case/case.events';
import { Exhibits } from '../../documents/support/exhibits';
import { RunningLedger } from './running-ledger';

export const OWN_CASE = '（2026）黔0102民初821号';
export const ELSEWHERE = '（2026）黔0304刑初12号';
export const DOCUMENT: DocumentReference = {
  sha256: 'a'.repeat(64),
  sm3: 'b'.repeat(64),
  length: 1,
  name: '阅核意见.pdf',
  mediaType: 'application/pdf',
};
/** Id of no event. */
export const UNKNOWN = '019a0000-0000-7000-8000-000000000000';

/** The registrations of two cases in courts apart, and what else is in the file of the first. */
export const EVENTS = ['own', 'open', 'inner', 'innerOfAnother', 'isolated', 'elsewhere'] as const;
export type KnownEvent = (typeof EVENTS)[number];

const ENTERED: readonly (readonly [KnownEvent, Secrecy, person: string, post: string])[] = [
  ['open', 'open', 'wei-hua', '黔0102.division-chief.civil-1'],
  ['inner', 'inner', 'wei-hua', '黔0102.division-chief.civil-1'],
  ['innerOfAnother', 'inner', 'jiang-xue', '黔0102.handling-judge.civil-1'],
  ['isolated', 'isolated', 'wei-hua', '黔0102.division-chief.civil-1'],
];

/** Readers of a ledger over HTTP, and events of every secrecy in it. */
export class ReadLedger {
  readonly #ids = new Map<string, string>();
  #cases = 0;

  private constructor(readonly ledger: RunningLedger) {}

  /** All of it signed. */
  static async start(config: Partial<ServerConfig>): Promise<ReadLedger> {
    const reading = new ReadLedger(await RunningLedger.start(config));
    await reading.#fill();
    await reading.ledger.untilSigned();
    return reading;
  }

  close(): Promise<void> {
    return this.ledger.close();
  }

  idOf(event: KnownEvent): string {
    const id = this.#ids.get(event);
    if (id === undefined) throw new Error(event);
    return id;
  }

  eventsOf(caseNumber: string): Promise<readonly StoredEvent[]> {
    return this.ledger.store.readStream(caseStream(caseNumber));
  }

  /** A case of the judge of the first. @returns id of its registration */
  registerAnother(): Promise<string> {
    return this.#register('zhang-ming', `（2026）黔0102民初${String(900 + this.#cases)}号`, 'civil');
  }

  async get(person: string, path: string): Promise<Response> {
    const { api } = this.ledger;
    return api.call(`/api/v1/${path}`, { headers: await api.as(person) });
  }

  receipt(person: string, id: string): Promise<Response> {
    return this.get(person, `ledger/receipts/${id}`);
  }

  /** A file of a log, in the layout of tlog-tiles. */
  file(person: string, path: string): Promise<Response> {
    return this.get(person, `ledger/logs/${path}`);
  }

  async #fill(): Promise<void> {
    this.#ids.set('own', await this.#register('zhang-ming', OWN_CASE, 'civil'));
    this.#ids.set('elsewhere', await this.#register('lv-dong', ELSEWHERE, 'criminal'));
    const exhibits = await Exhibits.of(this.ledger.api.config);
    for (const [name, secrecy, person, post] of ENTERED) {
      const actor = { person, post, party: 'courtLeaders', delegation: null } as const;
      await exhibits.enter(OWN_CASE, DOCUMENT, secrecy, { actor });
      this.#ids.set(name, (await this.eventsOf(OWN_CASE)).at(-1)?.header.id ?? '');
    }
    await exhibits.close();
  }

  async #register(handlingJudge: string, caseNumber: string, caseType: string): Promise<string> {
    const { api } = this.ledger;
    const answer = await api.call('/api/v1/cases', {
      method: 'POST',
      headers: {
        ...(await api.as(handlingJudge)),
        'idempotency-key': `register-${String(++this.#cases)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ caseNumber, caseType, stage: 'firstInstance', handlingJudge }),
    });
    if (answer.status !== 201) throw new Error(await answer.text());
    const { events } = (await answer.json()) as { readonly events: readonly { readonly id: string }[] };
    return events[0]?.id ?? '';
  }
}
