/** The next number from 0 up to 1. */
export type Chance = () => number;

/** xorshift32: the same seed, the same numbers. */
export function chance(seed: number): Chance {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export const oneOf = <T>(random: Chance, [first, ...others]: readonly [T, ...T[]]): T =>
  others[Math.floor(random() * (others.length + 1)) - 1] ?? first;

/** What LIUHEN_SEED says, or a new one; printed, so that a run can be repeated. */
export function drawSeed(): number {
  const seed = Number(process.env.LIUHEN_SEED ?? Date.now() % 2 ** 31) || 1;
  console.log(`LIUHEN_SEED=${String(seed)}`);
  return seed;
}
