import type { BundleCase } from '../bundle/bundle';
import type { FoundBundle } from '../bundle/read-bundle';
import { parseCheckpoint } from '../checkpoint/checkpoint';
import { isDigest, parseHeader, type Digest } from '@liuhen/kernel';
import { administrationOf } from '../ledger-events';

/**
 * The registrations of keys as a bundle of their own, of the log in which they stand: what is proved of cases is proved
 * of them by the same checks.
 */
export function signersAsBundle(bundle: FoundBundle): FoundBundle | undefined {
  const { signers, manifest } = bundle;
  if (!signers) return undefined;
  const { checkpoint, heads, events } = signers;
  const { origin, size } = parseCheckpoint(checkpoint.text);
  const cases = heads.streams.map(({ stream }): BundleCase => {
    const count = events.filter((event) => event.stream === stream).length;
    return { case: stream, stream, state: count === 0 ? 'absent' : 'included', events: count };
  });
  return {
    ...bundle,
    manifest: { ...manifest, log: administrationOf(manifest.log), origin, treeSize: size, cases },
    ...{ checkpoint, heads, events, brackets: [], starts: [], signers: null },
    withheld: new Map(events.flatMap(digestsIn)),
  };
}

/** Proposals and reasons are nobody's business who checks a signature. */
function digestsIn({
  header,
  payload,
}: FoundBundle['starts'][number]): readonly [string, readonly Digest[]][] {
  try {
    return [[parseHeader(header).id, payload.filter(isDigest)]];
  } catch {
    return [];
  }
}
