import { fork } from 'node:child_process';
import { join } from 'node:path';
import { DoesNotRun } from '../stores/store';
import type { Tasks } from '../tasks';

/** What a child process is asked, and what it answers. */
export interface TaskRequest {
  readonly task: keyof Tasks;
  readonly input: unknown;
}

export type TaskAnswer =
  { readonly result: unknown } | { readonly doesNotRun: string } | { readonly error: string };

type InputOf<Name extends keyof Tasks> = Parameters<Tasks[Name]>[0];
type ResultOf<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>;

/**
 * Runs a task in a Node process of its own: what is measured shares its event loop and its heap with nothing else.
 *
 * @param profileDir where the process writes a CPU profile.
 * @throws DoesNotRun, and Error with the child's own stack.
 */
export function runTask<Name extends keyof Tasks>(
  task: Name,
  input: InputOf<Name>,
  profileDir?: string,
): Promise<ResultOf<Name>> {
  const profile = profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`];
  const child = fork(join(__dirname, 'child.js'), { execArgv: profile, stdio: ['ignore', 2, 2, 'ipc'] });
  return new Promise((resolve, reject) => {
    let answer: TaskAnswer = { error: `the process of ${task} ended without an answer` };
    child.once('message', (message: TaskAnswer) => (answer = message));
    child.once('error', reject);
    child.once('exit', () => {
      if ('result' in answer) resolve(answer.result as ResultOf<Name>);
      else reject('doesNotRun' in answer ? new DoesNotRun(answer.doesNotRun) : new Error(answer.error));
    });
    child.send({ task, input } satisfies TaskRequest);
  });
}
