import {
  equalBytes,
  Malformed,
  nodeSuite,
  verifyBundle,
  type Bundle,
  type BundleEvent,
  type Outcome,
} from '@liuhen/ledger';
import { JIA, labBundle, newLab, YI, type Lab } from '@liuhen/ledger/testing';
import { writeBundle } from '../../../libs/ledger/src/bundle/write-bundle';

/** Events of two cases, with everything that proves them, and a redaction. */
export async function smallBundle(): Promise<{ readonly lab: Lab; readonly bundle: Bundle }> {
  const lab = newLab({ cosigners: 2 });
  const first = lab.append(`case-${JIA}`);
  for (const number of [YI, JIA, JIA, YI]) lab.append(`case-${number}`);
  await lab.checkpoint();
  for (const number of [JIA, YI, JIA]) lab.append(`case-${number}`);
  lab.redact(first, '当事人');
  for (const number of [YI, JIA, JIA]) lab.append(`case-${number}`);
  await lab.recordHeads();
  await lab.checkpoint();
  return { lab, bundle: await labBundle(lab, { cases: [JIA, YI] }) };
}

/** Other events, and a manifest that tells of these. */
export const fittingManifest = (bundle: Bundle, events: readonly BundleEvent[]): Bundle => ({
  ...bundle,
  events,
  manifest: {
    ...bundle.manifest,
    cases: bundle.manifest.cases.map((one) => {
      const count = events.filter(({ stream }) => stream === one.stream).length;
      return { ...one, events: count, state: count === 0 ? 'absent' : 'included' };
    }),
  },
});

/** What becomes of a bundle; one that cannot be written is none. */
export function outcomeOf(lab: Lab, bundle: Bundle): Outcome {
  try {
    const file = writeBundle(bundle, lab.hash);
    return verifyBundle(file, lab.policy(), { suite: nodeSuite, now: lab.now }).outcome;
  } catch (error) {
    if (error instanceof Malformed) return 'malformed';
    throw error;
  }
}

/** Whether two bundles are the same to the byte; one that cannot be written is like no other. */
export function isSame(lab: Lab, one: Bundle, other: Bundle): boolean {
  try {
    return equalBytes(writeBundle(one, lab.hash), writeBundle(other, lab.hash));
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}
