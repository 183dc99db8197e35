import { fieldDigests, PAYLOAD_REDACTED, type JsonObject, type SealedEvent } from '@liuhen/kernel';
import type { EventStore } from '@liuhen/event-store';
import { streamOfCase } from '@liuhen/ledger';
import { systemClock } from '@liuhen/platform';
import { requestFor, sealedChain } from '../../../libs/event-store/src/testing';

const COURTS = ['黔01', '黔0102', '黔0304'];
const CASES_OF_A_COURT = 4;
const EVENTS_OF_A_ROUND = 8;

/** Case numbers of three courts. */
export const GOLDEN_CASES = COURTS.flatMap((court) =>
  Array.from({ length: CASES_OF_A_COURT }, (_, at) => `（2026）${court}民初${String(at + 1)}号`),
);

const DATA = { 经过: '开庭审理', 当事人: '张三' };
const PERSONAL = '当事人';

/** The events of the cases of a golden log. */
export class GoldenCases {
  readonly #chains = new Map<string, readonly SealedEvent[]>();

  constructor(private readonly store: EventStore) {}

  /** Of each case, case after case. */
  async goOn(): Promise<void> {
    for (const number of GOLDEN_CASES)
      await this.#append(number, EVENTS_OF_A_ROUND, 'SomethingHappened', DATA);
  }

  /** 依法遮蔽 in the first case of each court, where the engine can. */
  async redact(): Promise<void> {
    if (!this.store.capabilities.erases) return;
    for (let at = 0; at < GOLDEN_CASES.length; at += CASES_OF_A_COURT) {
      const number = GOLDEN_CASES[at] ?? '';
      const [first] = this.#chains.get(number) ?? [];
      if (!first) throw new Error(number);
      const { id, rev } = first.header;
      const digest = fieldDigests(this.store.identity.hash, first.payloadText).get(PERSONAL) ?? '';
      const legalBasis = {
        statute: '中华人民共和国个人信息保护法',
        version: '2021年',
        article: '第四十七条',
      };
      const named = { fields: [PERSONAL], titles: [PERSONAL], digests: { [PERSONAL]: digest } };
      await this.#append(number, 1, PAYLOAD_REDACTED, {
        event: id,
        rev,
        ...named,
        legalBasis,
        reason: '当事人申请',
      });
    }
  }

  async #append(number: string, count: number, type: string, data: JsonObject): Promise<void> {
    const chain = this.#chains.get(number) ?? [];
    const now = systemClock.now();
    const events = sealedChain(count, {
      log: this.store.identity,
      stream: streamOfCase(number),
      after: chain.at(-1),
      data,
      header: { type, court: courtOf(number), case: number, occurredAt: now, recordedAt: now },
    });
    await this.store.append(requestFor(events));
    this.#chains.set(number, [...chain, ...events]);
  }
}

const courtOf = (number: string): string => COURTS.find((court) => number.includes(`）${court}民`)) ?? '';
