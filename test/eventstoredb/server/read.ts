import type { ServerWritableStream } from '@grpc/grpc-js';
import { ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { once } from 'node:events';
import { pause } from '../../../libs/event-store/src/pause';
import type { Faults } from './faults';
import { caughtUp, checkpoint, confirmation, notFound, readEvent } from './messages';
import { matcherOf, type Filter } from './filter';
import { comparePlaces, type LogRecord, type Place, type TransactionLog } from './transaction-log';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Answers one Read: a stream or `$all`, so many events or all that will come. */
export class Reading {
  private readonly options: ReadReq.Options;
  /** The reader has gone. */
  private readonly gone: Promise<unknown>;
  private sent = 0;

  constructor(
    private readonly call: ReadCall,
    private readonly log: TransactionLog,
    private readonly faults: Faults,
  ) {
    const options = call.request.getOptions();
    if (!options) throw new Error('a read without options');
    this.options = options;
    this.gone = Promise.race([once(call, 'cancelled'), once(call, 'close')]);
  }

  async answer(): Promise<void> {
    if (this.faults.silentReads) return;
    if (this.options.hasSubscription()) await this.subscription();
    else await this.finite();
    this.call.end();
  }

  private async finite(): Promise<void> {
    const records = this.source();
    if (!records) {
      await this.write(notFound(this.streamName()));
      return;
    }
    const backwards = this.options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
    const { isAfterStart } = this.start();
    const chosen = backwards
      ? [...records].filter((record) => !isAfterStart(record, true)).reverse()
      : records.filter((record) => isAfterStart(record, false));
    const matches = this.matcher();
    for (const record of chosen.filter(matches).slice(0, Number(this.options.getCount()))) {
      if (this.isOver()) return;
      await this.event(record);
    }
  }

  /** From after its start; what has been there first, then what comes. */
  private async subscription(): Promise<void> {
    await this.write(confirmation());
    const matches = this.matcher();
    const window = this.checkpointInterval();
    let next = this.firstOfSubscription();
    let examined = 0;
    let live = false;
    while (!this.isOver()) {
      const record = this.source()?.[next];
      if (record) {
        next++;
        if (matches(record)) await this.event(record);
        if (++examined % window === 0) await this.write(checkpoint(record));
      } else {
        if (!live) await this.write(caughtUp());
        live = true;
        await this.appended();
      }
    }
  }

  private async appended(): Promise<void> {
    let leave: () => void = () => undefined;
    const appended = new Promise<void>((resolve) => {
      leave = this.log.listen(resolve);
    });
    await Promise.race([appended, this.gone]);
    leave();
  }

  private async event(record: LogRecord): Promise<void> {
    if (this.faults.pauseMs > 0) await pause(this.faults.pauseMs);
    const hidesPlace = this.faults.withoutPlaces && !this.options.hasAll();
    const message = readEvent(hidesPlace ? { ...record, ...NOWHERE } : record);
    this.sent++;
    await this.write(message);
    if (this.faults.duplicates) await this.write(message);
  }

  /** Waits for a slow reader, as the server does. */
  private async write(message: ReadResp): Promise<void> {
    if (this.call.cancelled || this.call.destroyed) return;
    if (this.call.write(message)) return;
    await Promise.race([once(this.call, 'drain'), this.gone]);
  }

  private isOver(): boolean {
    return this.call.cancelled || this.call.destroyed || this.sent >= this.faults.cutReadsAfter;
  }

  private source(): readonly LogRecord[] | undefined {
    return this.options.hasAll() ? this.log.all : this.log.stream(this.streamName());
  }

  private streamName(): string {
    const name = this.options.getStream()?.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array();
    return Buffer.from(name).toString();
  }

  private matcher(): (record: LogRecord) => boolean {
    return matcherOf(this.options.getFilter());
  }

  private checkpointInterval(): number {
    const filter: Filter | undefined = this.options.getFilter();
    if (!filter) return Infinity;
    return Math.max(1, filter.getMax() || 32) * Math.max(1, filter.getCheckpointintervalmultiplier());
  }

  /** Backwards from the end, everything lies before the start; forwards, nothing lies after it. */
  private start(): { isAfterStart: (record: LogRecord, exclusive: boolean) => boolean } {
    const all = this.options.getAll();
    const stream = this.options.getStream();
    if (all?.hasEnd() || stream?.hasEnd()) return { isAfterStart: () => false };
    if (all?.hasStart() || stream?.hasStart()) return { isAfterStart: () => true };
    const compare = all ? compareWith(placeOf(all)) : compareRevision(BigInt(stream?.getRevision() ?? 0));
    return {
      isAfterStart: (record, exclusive) => (exclusive ? compare(record) > 0 : compare(record) >= 0),
    };
  }

  private firstOfSubscription(): number {
    const records = this.source() ?? [];
    const all = this.options.getAll();
    const stream = this.options.getStream();
    if (all?.hasEnd() || stream?.hasEnd()) return records.length;
    if (all?.hasStart() || stream?.hasStart()) return 0;
    const { isAfterStart } = this.start();
    const found = records.findIndex((record) => isAfterStart(record, true));
    return found < 0 ? records.length : found;
  }
}

const NOWHERE: Place = { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n };

const placeOf = (all: ReadReq.Options.AllOptions): Place => ({
  commit: BigInt(all.getPosition()?.getCommitPosition() ?? 0),
  prepare: BigInt(all.getPosition()?.getPreparePosition() ?? 0),
});

const compareWith =
  (place: Place) =>
  (record: LogRecord): number =>
    comparePlaces(record, place);

const compareRevision =
  (revision: bigint) =>
  (record: LogRecord): number =>
    Number(record.revision - revision);
