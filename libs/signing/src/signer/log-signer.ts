import { formatCheckpoint, formatSignature, fromHex, judgeGrowth, signNote, toHex } from '@liuhen/ledger';
import { inOrder } from '../in-order';
import type { LogState } from './log-state';
import type { Growth } from './sign-request';
import type { SignedLog } from './signer-directory';

/** Between two checkpoints of a growing log; were they closer, no two cosigners would ever sign the same one. */
const PACE_MS = 1_000;

export type SignAnswer =
  /** The signature's line under the checkpoint. */
  | { readonly kind: 'signed'; readonly line: string }
  /** It has signed another size last, or another tree of this size. */
  | { readonly kind: 'conflict'; readonly size: number }
  /** It has signed a growth a moment ago. */
  | { readonly kind: 'too-soon' }
  | { readonly kind: 'inconsistent' }
  | { readonly kind: 'malformed' };

/** Signs of one log what continues the last checkpoint that it signed. */
export class LogSigner {
  readonly #inOrder = inOrder();
  #grewAt = -Infinity;

  /** @param now milliseconds of a clock that never goes back. */
  constructor(
    readonly log: SignedLog,
    private readonly now: () => number,
  ) {}

  /** One after the other, so that no signature is given once a later one may have been. @throws SigningFailure */
  sign(growth: Growth): Promise<SignAnswer> {
    return this.#inOrder(async () => {
      const last = this.log.state.read();
      const refusal = this.#refusalOf(last, growth);
      if (refusal) return refusal;
      const { size, root } = growth.checkpoint;
      this.log.state.swap(last, { ...last, size, root: toHex(root) });
      // The checkpoint is on the disk: from here on nothing is signed that contradicts it. Whoever gets no answer asks
      // again and has the same checkpoint signed.
      if (size > last.size) this.#grewAt = this.now();
      return { kind: 'signed', line: await this.#lineUnder(growth) };
    });
  }

  #refusalOf(last: LogState, growth: Growth): SignAnswer | undefined {
    const verdict = judgeGrowth(this.log.hash, { size: last.size, root: fromHex(last.root) }, growth);
    if (typeof verdict === 'object') return { kind: 'conflict', size: verdict.conflict };
    if (verdict !== 'sign') return { kind: verdict };
    const grows = growth.checkpoint.size > last.size;
    return grows && this.now() - this.#grewAt < PACE_MS ? { kind: 'too-soon' } : undefined;
  }

  async #lineUnder({ checkpoint }: Growth): Promise<string> {
    return formatSignature(await signNote(formatCheckpoint(checkpoint), this.log.key, this.log.signer));
  }
}
