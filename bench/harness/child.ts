import 'reflect-metadata';
import { DoesNotRun } from '../stores/store';
import { tasks } from '../tasks';
import type { TaskAnswer, TaskRequest } from './run-task';

/** The process of one measurement: does the one task that it is sent, answers and ends. */
process.once('message', ({ task, input }: TaskRequest) => {
  // The input was made for this very task: see runTask.
  const run = tasks[task] as (input: unknown) => Promise<unknown>;
  void run(input).then(
    (result) => answer({ result: result ?? null }),
    (error: unknown) => answer(failure(error)),
  );
});

/** Nobody waits for the answer any more. */
process.once('disconnect', () => process.exit(1));

function failure(error: unknown): TaskAnswer {
  if (error instanceof DoesNotRun) return { doesNotRun: error.message };
  return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function answer(message: TaskAnswer): void {
  process.send?.(message, undefined, {}, () => process.exit(0));
}
