import { isDigest, isInstant, type Digest, type Instant } from '@liuhen/kernel';
import { originOfStart, type Restart } from '@liuhen/ledger';
import type { StateForm } from '../durable/state-file';

/** 重新起算: what an operator declared at the signer, and when. */
export interface DeclaredRestart extends Restart {
  readonly declaredAt: Instant;
}

/** What the signer remembers of a log: its last checkpoint, and how it came to be signed under its present origin. */
export interface LogState {
  /** Counted from 1. */
  readonly start: number;
  /** Of the last checkpoint that was signed in this start; 0 before the first. */
  readonly size: number;
  readonly root: Digest;
  /** One for each start after the first, in order. */
  readonly restarts: readonly DeclaredRestart[];
}

export const foundingState = (emptyRoot: Digest): LogState => ({
  start: 1,
  size: 0,
  root: emptyRoot,
  restarts: [],
});

/** What an operator says when declaring a new start. */
export interface Declaration {
  readonly reason: string;
  readonly declaredBy: string;
  readonly declaredAt: Instant;
}

/** The next start: nothing is signed in it yet. */
export function restarted(
  origin: string,
  { start, size, root, restarts }: LogState,
  declaration: Declaration,
  emptyRoot: Digest,
): LogState {
  const restart: DeclaredRestart = {
    start: start + 1,
    formerOrigin: originOfStart(origin, start),
    formerSize: size,
    formerRoot: root,
    ...declaration,
  };
  return { start: start + 1, size: 0, root: emptyRoot, restarts: [...restarts, restart] };
}

export const LOG_STATE: StateForm<LogState> = {
  name: 'signer-state 1',
  accepts: (value): value is LogState => {
    const { start, size, root, restarts } = Object(value) as Partial<LogState>;
    return (
      isNatural(start) &&
      isNatural(size) &&
      isDigest(root) &&
      Array.isArray(restarts) &&
      restarts.length === start - 1 &&
      restarts.every(isDeclaredRestart)
    );
  },
};

function isDeclaredRestart(value: unknown): value is DeclaredRestart {
  const restart = Object(value) as Partial<DeclaredRestart>;
  const { formerOrigin, reason, declaredBy } = restart;
  return (
    isNatural(restart.start) &&
    isNatural(restart.formerSize) &&
    isDigest(restart.formerRoot) &&
    isInstant(restart.declaredAt) &&
    [formerOrigin, reason, declaredBy].every((text) => typeof text === 'string')
  );
}

const isNatural = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
