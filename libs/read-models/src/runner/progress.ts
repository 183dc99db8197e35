/** How far a build is: in events of the log where it numbers them, else in events that concern the projection. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Events a second since its present owner took it. */
  readonly rate: number;
  /** `undefined` while nothing moves. */
  readonly etaSeconds: number | undefined;
}

export interface Advanced {
  readonly done: number;
  readonly total: number;
  /** Done already when its present owner took it. */
  readonly doneAtClaim: number;
  /** From then to its last step. */
  readonly elapsedSeconds: number;
}

export function progressOf({ done, total, doneAtClaim, elapsedSeconds }: Advanced): Progress {
  const rate = elapsedSeconds > 0 ? Math.max(0, done - doneAtClaim) / elapsedSeconds : 0;
  const left = Math.max(0, total - done);
  const eta = rate > 0 ? Math.ceil(left / rate) : undefined;
  return { done, total: done + left, rate, etaSeconds: left === 0 ? 0 : eta };
}
