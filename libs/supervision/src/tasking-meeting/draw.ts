import type { Digest } from '@liuhen/kernel';
import { hash } from 'node:crypto';
import type { MadeDraw } from './tasking-meeting.events';

/**
 * `liuhen-draw-1`: so many of a population, by a chance that nobody chooses and anybody can repeat. In any language:
 *
 * 1. Sort the members by code points, which is the order of their UTF-8 bytes; each occurs once. The population's hash
 *    is the SHA-256 of the members in UTF-8, each followed by a line feed: `LC_ALL=C sort members.txt | sha256sum`.
 * 2. The seed is the SHA-256 of three lines, each followed by a line feed: `liuhen-draw-1`, the population's hash, and
 *    the payload hash of the event from which the chance comes; both hashes in lower-case hexadecimal.
 * 3. Number i of the stream, for i = 0, 1, 2 …: the first 6 bytes, big-endian, of the SHA-256 of the seed's 32 bytes
 *    followed by i as 8 bytes, big-endian. It lies between 0 and 2⁴⁸ − 1, which every language holds exactly.
 * 4. A number below n: the next of the stream that is less than the largest multiple of n up to 2⁴⁸, modulo n. What is
 *    not less is passed over, so that each remainder is equally likely.
 * 5. Until enough are drawn: of the k members left take out the one at place (number below k), counted from 0; the
 *    others close up (Fisher and Yates, 1938).
 */
const DRAW_PROCEDURE = 'liuhen-draw-1';

/** All that is needed to draw again, and what came of it. */
export type DrawRecord = Pick<
  MadeDraw,
  'procedure' | 'seededBy' | 'seed' | 'population' | 'populationHash' | 'size' | 'drawn'
>;

/** From what a draw is made. */
export interface DrawSource extends Pick<DrawRecord, 'size' | 'seededBy'> {
  /** Each member once, in any order; at least `size` of them. */
  readonly population: readonly string[];
}

export function draw({ population: members, size, seededBy }: DrawSource): DrawRecord {
  const population = inOrder(members);
  const populationHash = hashOfLines(population);
  const seed = hashOfLines([DRAW_PROCEDURE, populationHash, seededBy.payloadHash]);
  const drawn = drawnFrom(population, size, numbersOf(seed));
  return { procedure: DRAW_PROCEDURE, seededBy, seed, population, populationHash, size, drawn };
}

/** Whether drawing again gives what the record says: from the record alone, or from where it should come from. */
export function isRepeated(record: DrawRecord, source: DrawSource = record): boolean {
  const again = draw(source);
  return (Object.keys(again) as (keyof DrawRecord)[]).every(
    (field) => JSON.stringify(record[field]) === JSON.stringify(again[field]),
  );
}

/** By code points; the order of JavaScript's own strings is that of UTF-16. */
const inOrder = (members: readonly string[]): readonly string[] =>
  members.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));

const hashOfLines = (lines: readonly string[]): Digest =>
  hash('sha256', lines.map((line) => `${line}\n`).join(''), 'hex');

const NUMBER_BYTES = 6;
const NUMBERS = 2 ** (8 * NUMBER_BYTES);

type Numbers = Iterator<number, never>;

function* numbersOf(seed: Digest): Generator<number, never> {
  const block = Buffer.concat([Buffer.from(seed, 'hex'), Buffer.alloc(8)]);
  for (let i = 0n; ; i++) {
    block.writeBigUInt64BE(i, block.length - 8);
    yield hash('sha256', block, 'buffer').readUIntBE(0, NUMBER_BYTES);
  }
}

/** A number below the bound. */
export function below(bound: number, numbers: Numbers): number {
  const limit = NUMBERS - (NUMBERS % bound);
  const { value } = numbers.next();
  return value < limit ? value % bound : below(bound, numbers);
}

function drawnFrom(population: readonly string[], size: number, numbers: Numbers): readonly string[] {
  const left = [...population];
  const length = Math.min(size, left.length);
  return Array.from({ length }, () => left.splice(below(left.length, numbers), 1)).flat();
}
