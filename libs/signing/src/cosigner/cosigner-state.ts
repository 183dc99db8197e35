import { isDigest, type Digest } from '@liuhen/kernel';
import type { StateForm } from '../durable/state-file';

/** What a cosigner remembers of a log: the last checkpoint that it cosigned. */
export interface CosignerState {
  /** 0 before the first. */
  readonly size: number;
  readonly root: Digest;
  /** By the cosigner's clock, in seconds since the epoch; 0 before the first. */
  readonly cosignedAt: number;
}

export const COSIGNER_STATE: StateForm<CosignerState> = {
  name: 'cosigner-state 1',
  accepts: (value): value is CosignerState => {
    const { size, root, cosignedAt } = Object(value) as Partial<CosignerState>;
    return isNatural(size) && isNatural(cosignedAt) && isDigest(root);
  },
};

const isNatural = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
