import type { LogName, Position } from '@liuhen/kernel';
import { ForeignPosition } from './errors';

/** Positions of a log that numbers its events 1, 2, 3 …: `business:42`. */
export class DensePositions {
  private readonly shape: RegExp;

  constructor(private readonly log: LogName) {
    this.shape = new RegExp(`^${log}:([1-9][0-9]{0,17})$`);
  }

  of(number: bigint | string): Position {
    return `${this.log}:${String(number)}` as Position;
  }

  /** @throws ForeignPosition */
  parse(text: string): Position {
    this.numberOf(text);
    return text as Position;
  }

  /** 0 before the first event. @throws ForeignPosition */
  numberOf(position: string | undefined): bigint {
    if (position === undefined) return 0n;
    const digits = this.shape.exec(position)?.[1];
    if (digits === undefined) throw new ForeignPosition(position);
    return BigInt(digits);
  }

  compare(a: Position, b: Position): number {
    const [first, second] = [this.numberOf(a), this.numberOf(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  }
}
