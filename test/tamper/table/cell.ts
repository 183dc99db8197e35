import type { GoldenLog } from '../support/golden-log';
import type { Fault } from './fault';
import type { KindAt, Place } from './places';

/** Who attacks, as the threat model has it. */
export type Power = 'A' | 'B' | 'C' | 'D';

/** One tampering, and who notices. */
export interface Tampering {
  readonly name: string;
  readonly power: Power;
  /** A program, or somebody with what they kept. */
  readonly detector: string;
  /** Codes that must be among those found. */
  readonly finds: readonly [string, ...string[]];
  /** Where the first of these is first true. */
  readonly first?: number;
  readonly attempt: (ground: Ground) => Promise<readonly Fault[]>;
}

/** What there is to tamper with; made when it is first asked for. */
export interface Ground {
  golden(): Promise<GoldenLog>;
  /** The same on EventStoreDB, where the notary numbers the leaves. */
  numbered(): Promise<GoldenLog>;
}

/** There is no such thing in this design. */
export interface NotHere {
  readonly notHere: string;
}

/** Nobody can notice it, as the threat model says under this heading. */
export interface NotDetectable {
  readonly notDetectable: string;
}

/** Tried in another file of tests. */
export interface Elsewhere {
  readonly elsewhere: string;
  readonly why: string;
}

export type Cell = readonly [Tampering, ...Tampering[]] | NotHere | NotDetectable | Elsewhere;

/** All that is tried at some places. */
export type Cells<At extends Place> = { readonly [P in At]: Readonly<Record<KindAt<P>, Cell>> };

export const notHere = (reason: string): NotHere => ({ notHere: reason });
export const notDetectable = (heading: string): NotDetectable => ({ notDetectable: heading });
export const elsewhere = (path: string, why: string): Elsewhere => ({ elsewhere: path, why });
