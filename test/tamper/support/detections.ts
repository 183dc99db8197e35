import {
  consistencyProof,
  formatAddCheckpoint,
  nodesFromTiles,
  nodeSuite,
  originOfStart,
  parseNote,
  utf8,
  type Report,
} from '@liuhen/ledger';
import { systemClock } from '@liuhen/platform';
import { openCosigner } from '@liuhen/signing';
import { openTree } from '../../../libs/notary/src/notary/open-tree';
import { lastCheckpoint } from '../../../libs/notary/src/tables/checkpoint-table';
import { tileTable } from '../../../libs/notary/src/tables/tile-table';
import { LogSigner } from '../../../libs/signing/src/signer/log-signer';
import { BUSINESS } from '../../event-store/open-store';
import type { Fault } from '../table/fault';
import { placeOf } from './derive-ledger';
import type { GoldenLog } from './golden-log';
import { signedLog, treeOf } from './keys';
import type { LogCopy } from './log-copy';
import { faultsIn } from './tampered-bundles';

/** Who looks at a copy that was tampered with, and what they say. */
export interface Detection {
  readonly detector: string;
  readonly detect: (copy: LogCopy, golden: GoldenLog) => Promise<readonly Fault[]>;
}

const HASH = nodeSuite.hash('sha256');

export const FSCK: Detection = { detector: 'fsck', detect: (copy) => copy.findings() };

const inEvidence = (report: Report | undefined): readonly Fault[] =>
  report ? faultsIn(report) : [{ code: 'evidence-incomplete' }];

/** The verifier, with the evidence of these cases. */
export const verifier = (...cases: readonly string[]): Detection => ({
  detector: 'verifier',
  detect: async (copy) => inEvidence(await copy.evidence(cases)),
});

/** The verifier, with the evidence of these cases and a checkpoint from before. */
export const verifierWhoKept = (...cases: readonly string[]): Detection => ({
  detector: 'verifier with a checkpoint from before',
  detect: async (copy, { kept }) => inEvidence(await copy.evidence(cases, kept)),
});

/** The notary, which is to go on from there. */
export const NOTARY: Detection = {
  detector: 'notary',
  detect: (copy) =>
    copy.withStore(BUSINESS, async (store) => {
      const opening = openTree(placeOf(store, copy), copy.operator);
      return opening.then(
        () => [],
        (error: unknown) => [{ code: (error as Error).name }],
      );
    }),
};

/** That what there is goes on from what everybody signed last. */
async function growthOf(copy: LogCopy, { kept }: GoldenLog) {
  const { size, root, start } = await treeOf(copy);
  const oldSize = Math.min(kept.size, size);
  const nodes = nodesFromTiles(HASH, size, tileTable(copy.operator, 'business'));
  const proof = await consistencyProof(HASH, oldSize, size, nodes);
  return { oldSize, proof, checkpoint: { origin: originOfStart(BUSINESS.origin, start), size, root } };
}

/** The signer, which is asked to sign what there is. */
export const SIGNER: Detection = {
  detector: 'signer',
  detect: async (copy, golden) => {
    const signer = new LogSigner(signedLog(golden), () => 0);
    const { kind } = await signer.sign(await growthOf(copy, golden));
    return kind === 'signed' ? [] : [{ code: kind }];
  },
};

/** A cosigner, who is asked to cosign what the log has signed last. */
export const COSIGNER: Detection = {
  detector: 'cosigner',
  detect: async (copy, golden) => {
    const { oldSize, proof } = await growthOf(copy, golden);
    const { start } = await treeOf(copy);
    const last = await lastCheckpoint(copy.operator, 'business', start);
    const { cosigner, close } = await openCosigner({
      directory: golden.cosignerDirectory('upper'),
      logs: golden.policy.logs,
      ...{ skewMs: 10_000, secret: undefined, clock: systemClock, patienceMs: 5_000, tell: () => undefined },
    });
    const body = formatAddCheckpoint({ oldSize, proof, note: parseNote(last?.note ?? '') });
    const { kind } = await cosigner.addCheckpoint(utf8(body)).finally(close);
    return kind === 'signed' ? [] : [{ code: kind }];
  },
};
