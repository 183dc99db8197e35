import type { AsyncCommand } from 'fast-check';
import type { LogModel } from '../log-model';
import type { World } from '../world';

export type Step = AsyncCommand<LogModel, World>;

/** Something that is done to the log and to the model; told by its name and what was drawn for it. */
export const step = (name: string, drawn: object, run: Step['run']): Step => ({
  check: () => true,
  run,
  toString: () => `${name} ${JSON.stringify(drawn)}`,
});
