import type { LogName, Position } from '@liuhen/kernel';
import { ForeignPosition } from '../errors';

/** A place in the server's `$all`: where the commit and where the event lie in its transaction file. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** The server's offsets are signed; what has no place is given 2^64 − 1. */
const LAST_OFFSET = 2n ** 63n - 1n;

/** By commit, then by prepare: the events of one commit share the first. */
export const comparePlaces = (a: Place, b: Place): number =>
  a.commit === b.commit ? order(a.prepare, b.prepare) : order(a.commit, b.commit);

const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

export const isPlace = ({ commit, prepare }: Place): boolean =>
  prepare >= 0n && prepare <= commit && commit <= LAST_OFFSET;

/** Positions of a log as places in `$all`: `business:4711/4650`; not dense, and of this server only. */
export class PlacePositions {
  private readonly shape: RegExp;

  constructor(private readonly log: LogName) {
    this.shape = new RegExp(`^${log}:(0|[1-9][0-9]{0,18})/(0|[1-9][0-9]{0,18})$`);
  }

  of({ commit, prepare }: Place): Position {
    return `${this.log}:${String(commit)}/${String(prepare)}` as Position;
  }

  /** @throws ForeignPosition */
  parse(text: string): Position {
    this.placeOf(text);
    return text as Position;
  }

  /** @throws ForeignPosition */
  placeOf(position: string): Place {
    const [, commit, prepare] = this.shape.exec(position) ?? [];
    if (commit === undefined || prepare === undefined) throw new ForeignPosition(position);
    const place = { commit: BigInt(commit), prepare: BigInt(prepare) };
    if (!isPlace(place)) throw new ForeignPosition(position);
    return place;
  }

  compare(a: Position, b: Position): number {
    return comparePlaces(this.placeOf(a), this.placeOf(b));
  }
}
