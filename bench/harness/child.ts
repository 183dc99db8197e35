import 'reflect-metadata';
import { services } from '../services';
import type { Service } from '../services/service';
import { DoesNotRun } from '../stores/store';
import { tasks } from '../tasks';
import type { ChildAnswer, ChildRequest } from './run-task';

type Work = (input: unknown) => Promise<unknown>;

/** The process of one measurement: does the one task that it is sent, or serves until nobody needs it any more. */
process.once('message', ({ kind, name, input }: ChildRequest) => {
  // The input was made for this very task or service: see run-task.
  const work = { task: tasks, service: services }[kind][name as never] as Work;
  void work(input)
    .then(kind === 'task' ? done : serving)
    .catch((error: unknown) => answer(failure(error), leave));
});

/** Nobody waits for the answer any more. */
process.once('disconnect', leave);

function done(result: unknown): void {
  answer({ result: result ?? null }, leave);
}

function serving(service: unknown): void {
  const running = service as Service<unknown>;
  process.off('disconnect', leave);
  process.once('disconnect', () => void running.close().then(leave));
  answer({ result: running.answer });
}

function failure(error: unknown): ChildAnswer {
  if (error instanceof DoesNotRun) return { doesNotRun: error.message };
  return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function answer(message: ChildAnswer, sent: () => void = () => undefined): void {
  process.send?.(message, undefined, {}, sent);
}

function leave(): never {
  process.exit();
}
