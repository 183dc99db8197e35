import type { Position } from '@liuhen/kernel';
import { comparePlaces, type Place } from './positions';

/**
 * How far the log is known to reach: its last event, and up to where in `$all` nothing of the log comes after it.
 * The stretches of other logs and of the server itself are thereby read once, not again at every look.
 */
export class Tail {
  constructor(
    private lastPosition: Position | undefined,
    private examined: Place,
  ) {}

  /** Of the last event known; `undefined` in an empty log. */
  get last(): Position | undefined {
    return this.lastPosition;
  }

  get examinedTo(): Place {
    return this.examined;
  }

  /** Everything up to the place was looked at, and this is the log's last event there. */
  reaches(last: Position | undefined, examinedTo: Place): void {
    if (comparePlaces(examinedTo, this.examined) <= 0) return;
    this.lastPosition = last;
    this.examined = examinedTo;
  }
}
