import fc from 'fast-check';
import { drawSeed } from '../support/chance';
import { compound, done } from './support/compound';
import { isSame, outcomeOf, smallBundle } from './support/small-bundle';

/** How many are made up. */
const TAMPERINGS = Number(process.env.LIUHEN_TAMPERINGS ?? 500);

it(
  `a bundle to which something is done, or several things, is never verified: ${String(TAMPERINGS)} at random`,
  async () => {
    const { lab, bundle } = await smallBundle();
    fc.assert(
      fc.property(compound, (steps) => {
        const tampered = done(bundle, steps);
        fc.pre(!isSame(lab, tampered, bundle));
        expect(outcomeOf(lab, tampered)).not.toBe('verified');
      }),
      { seed: drawSeed(), numRuns: TAMPERINGS },
    );
  },
  60_000 + 100 * TAMPERINGS,
);
