import { streamOfCase } from '../../bundle/bundle';
import { RESTARTS_STREAM } from '../../ledger-events';
import type { Evidence } from '../evidence';
import type { Finding } from '../findings';
import { startOf } from '../start-of';
import type { Check } from './check';

/** The manifest is true of what else is in the bundle. */
export const checkManifest: Check = (evidence) =>
  alteredFile(evidence) ??
  otherCheckpoint(evidence) ??
  untrueCases(evidence) ??
  untrueWithheld(evidence) ??
  `${String(evidence.bundle.digests.size)} 个文件的杂凑值相符，${String(evidence.bundle.manifest.cases.length)} 个案件与所载记录相符`;

function alteredFile({ bundle: { manifest, digests } }: Evidence): Finding | undefined {
  const names = new Set([...manifest.files.keys(), ...digests.keys()]);
  const altered = [...names].find((name) => manifest.files.get(name) !== digests.get(name));
  return altered === undefined ? undefined : { code: 'file-altered', detail: altered };
}

function otherCheckpoint({ bundle: { manifest }, checkpoint }: Evidence): Finding | undefined {
  const { origin, size } = checkpoint.checkpoint;
  const isTrue =
    manifest.origin === origin &&
    manifest.treeSize === size &&
    startOf(manifest.log, manifest.origin) !== undefined;
  return isTrue ? undefined : { code: 'manifest-of-other-checkpoint' };
}

/** Streams are called after their cases; events are in the order of the cases, as many as told; heads are of the same. */
function untrueCases({ bundle }: Evidence): Finding | undefined {
  const { cases } = bundle.manifest;
  const wrong = cases.find(
    ({ case: number, stream, state, events }, at) =>
      stream !== streamOfCase(number) ||
      (state === 'included') !== events > 0 ||
      cases.findIndex((other) => other.stream === stream) !== at,
  );
  if (wrong) return { code: 'cases-untrue', detail: wrong.case };
  const events = cases.flatMap(({ stream, events: count }) => Array.from({ length: count }, () => stream));
  const heads = cases.filter(({ state }) => state !== 'withheld').map(({ stream }) => stream);
  const isTrue =
    areEqual(
      events,
      bundle.events.map(({ stream }) => stream),
    ) &&
    areEqual(
      [...heads, RESTARTS_STREAM],
      bundle.heads.streams.map(({ stream }) => stream),
    );
  return isTrue ? undefined : { code: 'cases-untrue' };
}

function untrueWithheld({ bundle, events }: Evidence): Finding | undefined {
  const withheld = new Map(
    events.flatMap(({ shown }) => (shown?.header ? [[shown.header.id, shown.payload.withheld]] : [])),
  );
  const isTrue = [...bundle.withheld].every(([id, digests]) =>
    digests.every((digest) => withheld.get(id)?.includes(digest)),
  );
  return isTrue ? undefined : { code: 'withheld-untrue' };
}

const areEqual = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);
