import fc from 'fast-check';
import type { AppendOptions } from '../../../event-store';
import { attemptsOf, sendings, type Sendings } from './sending';
import { step, type Step } from './step';

const appending = (name: string, drawn: Sendings, options: AppendOptions = {}): Step =>
  step(name, { drawn, ...options }, async (model, world) => {
    const attempts = attemptsOf(drawn, model, options.deadlineMs !== undefined);
    await Promise.all(attempts.map((attempt) => world.send(attempt, options)));
    await world.settle(model, attempts);
  });

export const append = sendings(1, 1).map((drawn) => appending('append', drawn));

/** From both processes at once, to the same streams and to different ones. */
export const appendTogether = sendings(2, 5).map((drawn) => appending('append together', drawn));

/** By callers who may not wait long enough for the answer. */
export const appendInHaste = fc
  .tuple(sendings(1, 4), fc.integer({ min: 1, max: 5 }))
  .map(([drawn, deadlineMs]) => appending('append in haste', drawn, { deadlineMs }));
