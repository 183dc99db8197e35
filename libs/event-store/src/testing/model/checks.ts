import {
  leafHash,
  parseHeader,
  payloadHash,
  type LogIdentity,
  type Position,
  type StoredEvent,
} from '@liuhen/kernel';
import { isDeepStrictEqual } from 'node:util';
import type { EventStore } from '../../event-store';
import { demand } from './violation';

/** Of the events of a run, in the order of the log. */
export function checkOrder(
  store: EventStore,
  start: Position | undefined,
  events: readonly StoredEvent[],
): void {
  const revisions = new Map<string, number>();
  const ids = new Set<string>();
  let previous = start;
  for (const { position, header } of events) {
    demand('positions', isNext(store, previous, position), `after ${String(previous)} comes ${position}`);
    demand('resolution', !ids.has(header.id), `${header.id} is there twice, the second time at ${position}`);
    ids.add(header.id);
    const rev = (revisions.get(header.stream) ?? -1) + 1;
    demand('revisions', header.rev === rev, `${header.stream} has ${header.rev}, not ${rev}, at ${position}`);
    revisions.set(header.stream, rev);
    previous = position;
  }
}

function isNext(store: EventStore, previous: Position | undefined, position: Position): boolean {
  if (store.capabilities.densePositions) return numberOf(position) === numberOf(previous) + 1;
  return previous === undefined || store.compare(previous, position) < 0;
}

const numberOf = (position: Position | undefined): number => Number(/\d+$/.exec(position ?? '0')?.[0]);

/** Whether a stream's events are what they were sealed as, each linked to the one before. */
export function checkChain({ hash }: LogIdentity, events: readonly StoredEvent[]): void {
  let previous: string | null = null;
  for (const event of events) {
    const { header, headerText, payloadText, position } = event;
    const leaf = leafHash(hash, headerText);
    demand('chains', leaf === event.leafHash, `the leaf hash at ${position} is not that of its header`);
    demand(
      'chains',
      isDeepStrictEqual(parseHeader(headerText), header),
      `the header at ${position} reads otherwise`,
    );
    demand(
      'chains',
      payloadHash(hash, payloadText) === header.payloadHash,
      `the payload at ${position} is another`,
    );
    demand('chains', header.prev === previous, `the event at ${position} does not follow the one before`);
    previous = leaf;
  }
}
