import { instantOf } from '@liuhen/kernel';
import type { Evidence, Leaf } from './evidence';
import { ownSignatures, type OwnSignature } from './own-signatures';
import { recordedBetween, type RecordedBetween } from './moments';
import { recordedHeads, type RecordedHeads } from './recorded-heads';
import type { Report, ReportedEvent, ReportedSignature } from './report';
import { restartIn } from './restarts';
import { withheldFields, type Withholding } from './withheld-fields';

/** What a bundle tells, beside whether it is believed. */
export function toldBy(evidence: Evidence): Omit<Report, 'outcome' | 'checks'> {
  const heads = recordedHeads(evidence);
  const between = recordedBetween(evidence);
  const withholding = withheldFields(evidence);
  const signatureOf = ownSignatures(evidence);
  const { format: _, files: __, ...manifest } = evidence.bundle.manifest;
  return {
    manifest,
    completeTo: heads ? { treeSize: heads.treeSize, recordedAt: heads.recordedAt } : null,
    restarts: evidence.starts.flatMap((event) => restartIn(event) ?? []),
    events: evidence.events.map((event) => ({
      ...reported(event, between(event.index), withholding, heads),
      signature: reportedSignature(signatureOf(event)),
    })),
  };
}

function reported(
  event: Leaf,
  between: RecordedBetween,
  withholding: Withholding,
  heads: RecordedHeads | undefined,
): Omit<ReportedEvent, 'signature'> {
  const { index, stream, rev, shown } = event;
  const isCommitted = shown?.header?.payloadHash === shown?.payload.hash;
  return {
    ...{ index, stream, rev },
    header: shown?.header ?? null,
    data: (isCommitted ? shown?.payload.data : undefined) ?? {},
    withheld: withholding.of(event),
    recordedBetween: {
      ...(between.after !== undefined && { after: instantOf(1_000 * between.after) }),
      ...(between.before !== undefined && { before: instantOf(1_000 * between.before) }),
    },
    isBeyondHeads: index >= (heads?.treeSize ?? 0),
  };
}

const reportedSignature = (signature: OwnSignature | undefined): ReportedSignature | null =>
  signature
    ? { scheme: signature.scheme ?? null, key: signature.key ?? null, code: signature.fault ?? null }
    : null;
