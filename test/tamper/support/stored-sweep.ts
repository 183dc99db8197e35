import type { Found } from './stored-log';

interface Sweep<Tampering> {
  readonly what: readonly Tampering[];
  /** How many follow one another of which one is done at a time, for they would get in each other's way. */
  readonly apart: number;
  readonly tamper: (some: readonly Tampering[]) => AsyncIterable<Found>;
  /** Whether a finding tells of this one and of no other. */
  readonly tells: (one: Tampering, found: Found) => boolean;
}

/** What came of one tampering after the other. */
export interface Swept<Tampering> {
  readonly attempted: readonly Tampering[];
  /** What fsck did not find. */
  readonly missed: readonly Tampering[];
}

/** Does many at once, of which fsck must tell each by itself; what it does not is done once more, alone. */
export async function sweep<Tampering>(swept: Sweep<Tampering>): Promise<Swept<Tampering>> {
  const { what, apart, tamper, tells } = swept;
  const missed: Tampering[] = [];
  for (let first = 0; first < Math.min(apart, what.length); first++) {
    const some = what.filter((_, at) => at % apart === first);
    const found = some.length > 1 ? await allOf(tamper(some)) : [];
    for (const one of some)
      if (!found.some((finding) => tells(one, finding)) && (await isEmpty(tamper([one])))) missed.push(one);
  }
  return { attempted: what, missed };
}

export const together = <Tampering>(...swept: readonly Swept<Tampering>[]): Swept<Tampering> => ({
  attempted: swept.flatMap(({ attempted }) => attempted),
  missed: swept.flatMap(({ missed }) => missed),
});

async function allOf(found: AsyncIterable<Found>): Promise<readonly Found[]> {
  const all: Found[] = [];
  for await (const one of found) all.push(one);
  return all;
}

async function isEmpty(found: AsyncIterable<Found>): Promise<boolean> {
  const all = found[Symbol.asyncIterator]();
  const { done } = await all.next();
  await all.return?.();
  return done === true;
}
