/** What must hold whatever was done to a log. */
export const POST_CONDITIONS = {
  answers: 'an append succeeds exactly if the model allows it, else it is refused as the model says',
  positions: 'positions increase, without a hole where the store says that they are dense',
  revisions: 'the revisions of a stream are 0, 1, 2 … in the order of positions',
  reading: 'what is read is what was stored',
  subscriptions: 'a subscriber is given every event after its start once, in order, and soon',
  resolution: 'an append whose outcome is unknown turns out stored once or not stored',
  chains: 'chains and hashes, computed again from the bytes that were read, are those that were read',
  projections: 'a projection that was built live equals one that was built anew',
} as const;

export type PostCondition = keyof typeof POST_CONDITIONS;

export class Violation extends Error {
  override readonly name = 'Violation';

  constructor(
    readonly condition: PostCondition,
    what: string,
  ) {
    super(`${condition}: ${POST_CONDITIONS[condition]}; but ${what}`);
  }
}

/** @throws Violation */
export function demand(condition: PostCondition, holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Violation(condition, otherwise);
}
