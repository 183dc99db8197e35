import { PAYLOAD_REDACTED, type JsonObject, type Secrecy, type StoredEvent } from '@liuhen/kernel';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { streamOfCase } from '@liuhen/ledger';
import { redactionOf } from '@liuhen/ledger/testing';
import { systemClock } from '@liuhen/platform';
import { BUSINESS } from '../../event-store/open-store';
import { oneOf, type Chance } from '../../support/chance';
import type { HonestLog } from './honest-log';

export const CASES = ['（2026）黔0102民初1号', '（2026）黔01民终2号', '（2026）黔刑申3号之一'] as const;

const PERSONAL = '当事人';
const SENTENCES = ['开庭', '合议庭评议：意见不一致', 'Ω≈ç√', '𠮷野家诉龘某', '', '“三个规定”\n记录'] as const;

/** Does at random what may be done to cases. */
export class Court {
  constructor(
    private readonly log: HonestLog,
    private readonly random: Chance,
  ) {}

  /** Some events in some cases; all of it is in the ledger afterwards, or not yet. */
  async work(): Promise<void> {
    for (let times = this.#below(4); times >= 0; times--)
      await this.#append(oneOf(this.random, CASES), 1 + this.#below(100), 'SomethingHappened', {
        [PERSONAL]: oneOf(this.random, SENTENCES),
        经过: oneOf(this.random, SENTENCES),
      });
    if (this.random() < 0.5) await this.log.untilSettled();
  }

  /** 依法遮蔽 of one of the fields that may go and are still there. */
  async redact(): Promise<void> {
    const streams = await Promise.all(CASES.map((number) => this.#eventsOf(number)));
    const open = streams
      .flat()
      .filter(
        ({ header, payloadText }) =>
          header.type !== PAYLOAD_REDACTED && payloadText.includes(`"${PERSONAL}"`),
      );
    const event = open[this.#below(open.length)];
    if (!event?.header.case) return;
    await this.#append(event.header.case, 1, PAYLOAD_REDACTED, redactionOf(BUSINESS.hash, event, PERSONAL));
  }

  #below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  #eventsOf(number: string): Promise<readonly StoredEvent[]> {
    return this.log.store.readStream(streamOfCase(number));
  }

  async #append(number: string, count: number, type: string, data: JsonObject): Promise<void> {
    const now = systemClock.now();
    const secrecy = oneOf<Secrecy>(this.random, ['open', 'inner']);
    const events = sealedChain(count, {
      log: BUSINESS,
      stream: streamOfCase(number),
      after: (await this.#eventsOf(number)).at(-1),
      data,
      seed: String(this.random()),
      header: { type, case: number, secrecy, occurredAt: now, recordedAt: now },
    });
    await this.log.store.append(requestFor(events));
  }
}
