import { epochMsOf, type Clock } from '@liuhen/kernel';
import {
  checkSignature,
  formatSignature,
  fromHex,
  judgeGrowth,
  nodeSuite,
  signNote,
  toHex,
  type Hash,
  type Signer,
  type VerifierKey,
} from '@liuhen/ledger';
import type { LogAudit } from '../audit/open-audit';
import type { StateFile } from '../durable/state-file';
import { inOrder } from '../in-order';
import type { CosignAnswer, CosignRefusal } from './cosign-answer';
import type { CosignRequest } from './cosign-request';
import type { CosignerState } from './cosigner-state';

/** A log that is cosigned. */
export interface CosignedLog {
  readonly key: VerifierKey;
  readonly hash: Hash;
  readonly state: StateFile<CosignerState>;
  /** Looks at what the log consists of; `undefined` where it is cosigned for its consistency alone. */
  readonly audit: Pick<LogAudit, 'upTo'> | undefined;
}

export interface CosignerKey {
  readonly key: VerifierKey;
  readonly signer: Signer;
}

/** Cosigns of one log what continues the last checkpoint that it cosigned. */
export class LogCosigner {
  readonly #inOrder = inOrder();

  constructor(
    readonly log: CosignedLog,
    private readonly own: CosignerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws SigningFailure */
  async cosign(request: CosignRequest): Promise<CosignAnswer> {
    const { key, state, audit } = this.log;
    const { text, signatures } = request.note;
    if (!signatures.some((signature) => checkSignature(nodeSuite, text, key, signature)))
      return { kind: 'not-signed-by-log', origin: key.name };
    const refusal = this.#refusalOf(state.read(), request) ?? (await audit?.upTo(request.checkpoint));
    return refusal ?? this.#inOrder(() => this.#sign(request));
  }

  /** One after the other: a signature says that no larger tree had been seen at its time. */
  async #sign(request: CosignRequest): Promise<CosignAnswer> {
    const last = this.log.state.read();
    const cosignedAt = Math.floor(epochMsOf(this.clock.now()) / 1000);
    const refusal = this.#refusalOf(last, request);
    if (refusal) return refusal;
    if (cosignedAt < last.cosignedAt) return { kind: 'clock-behind' };
    const { size, root } = request.checkpoint;
    this.log.state.swap(last, { size, root: toHex(root), cosignedAt });
    // The checkpoint is on the disk: from here on nothing is cosigned that contradicts it. Whoever gets no answer asks
    // again and has the same checkpoint cosigned.
    const signature = await signNote(request.note.text, this.own.key, this.own.signer, cosignedAt);
    return { kind: 'signed', line: formatSignature(signature) };
  }

  #refusalOf({ size, root }: CosignerState, request: CosignRequest): CosignRefusal | undefined {
    const verdict = judgeGrowth(this.log.hash, { size, root: fromHex(root) }, request);
    if (typeof verdict === 'object') return { kind: 'conflict', size: verdict.conflict };
    return verdict === 'sign' ? undefined : { kind: verdict };
  }
}
