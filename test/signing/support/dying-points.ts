import type { DyingPoint } from './keeper.process';

const STEPS = ['write', 'sync', 'rename', 'syncDirectory'] as const;

/** Every step of a durable write, before and after it. */
export const DYING_POINTS: readonly DyingPoint[] = STEPS.flatMap((step) => [
  { step, done: false },
  { step, done: true },
]);
