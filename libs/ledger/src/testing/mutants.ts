import { textOf, utf8 } from '../bytes';
import { Malformed } from '../malformed';

/** How many mutants a test of many formats makes of all of them together; more of them by `LIUHEN_FUZZ`. */
export const MUTANTS = Number(process.env.LIUHEN_FUZZ ?? 100_000);
export const PATIENCE_MS = Math.max(60_000, MUTANTS);

/** What is put into a text: what is next to nothing for the eye, for a decoder, or for a number. */
const INTRUDERS = Array.from(' \t\r\n\v\0\u0085\u00a0\u200b\u2028\u3000\ufeff=+-—–/_0189AQza０１ａ²\u0301');

/** A natural number below another. */
export type Chance = (below: number) => number;

/** Mulberry32: the same mutants in every run. */
export function seeded(state: number): Chance {
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** @throws Malformed if it is no text any more */
function withBitTurned(text: string, chance: Chance): string {
  const bytes = utf8(text);
  const at = chance(bytes.length);
  return textOf(bytes.with(at, (bytes[at] ?? 0) ^ (1 << chance(8))));
}

function withCharacterChanged(text: string, chance: Chance): string {
  const at = chance(text.length);
  const here = text.charAt(at);
  const intruder = INTRUDERS[chance(INTRUDERS.length)] ?? '';
  const changes = [intruder, intruder + here, '', here + here, here.toUpperCase(), here.toLowerCase()];
  return text.slice(0, at) + (changes[chance(changes.length)] ?? '') + text.slice(at + 1);
}

const mutantOf = (text: string, chance: Chance): string =>
  (chance(2) === 0 ? withBitTurned : withCharacterChanged)(text, chance);

/** Mutants that are taken for the original. Whatever is thrown but Malformed ends the test. */
export function mistaken(
  text: string,
  isTaken: (mutant: string) => boolean,
  mutants: number,
): readonly string[] {
  const chance = seeded(mutants);
  return Array.from({ length: mutants }).flatMap(() => {
    try {
      const mutant = mutantOf(text, chance);
      return mutant !== text && isTaken(mutant) ? [mutant] : [];
    } catch (error) {
      if (error instanceof Malformed) return [];
      throw error;
    }
  });
}
