import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Services } from '../services';
import { DoesNotRun } from '../stores/store';
import type { Tasks } from '../tasks';

/** What a child process is asked, and what it answers. */
export interface ChildRequest {
  readonly kind: 'task' | 'service';
  readonly name: string;
  readonly input: unknown;
}

export type ChildAnswer =
  { readonly result: unknown } | { readonly doesNotRun: string } | { readonly error: string };

type InputOf<Name extends keyof Tasks> = Parameters<Tasks[Name]>[0];
type ResultOf<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>;
type ServiceInput<Name extends keyof Services> = Parameters<Services[Name]>[0];
type ServiceAnswer<Name extends keyof Services> = Awaited<ReturnType<Services[Name]>>['answer'];

/**
 * Runs a task in a Node process of its own: what is measured shares its event loop and its heap with nothing else.
 *
 * @param profileDir where the process writes a CPU profile.
 * @throws DoesNotRun, and Error with the child's own stack.
 */
export async function runTask<Name extends keyof Tasks>(
  name: Name,
  input: InputOf<Name>,
  profileDir?: string,
): Promise<ResultOf<Name>> {
  const child = newChild(profileDir);
  const ended = once(child, 'exit');
  const result = await answered<ResultOf<Name>>(child, { kind: 'task', name, input });
  await ended;
  return result;
}

/** Starts a service in a Node process of its own. */
export async function startService<Name extends keyof Services>(
  name: Name,
  input: ServiceInput<Name>,
  profileDir?: string,
): Promise<{ readonly answer: ServiceAnswer<Name>; stop(): Promise<void> }> {
  const child = newChild(profileDir);
  const ended = once(child, 'exit');
  const answer = await answered<ServiceAnswer<Name>>(child, { kind: 'service', name, input });
  const stop = async (): Promise<void> => {
    child.disconnect();
    await ended;
  };
  return { answer, stop };
}

function newChild(profileDir: string | undefined): ChildProcess {
  const execArgv = profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`];
  return fork(join(__dirname, 'child.js'), { execArgv, stdio: ['ignore', 'ignore', 2, 'ipc'] });
}

function answered<Result>(child: ChildProcess, request: ChildRequest): Promise<Result> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer: ChildAnswer) => {
      if ('result' in answer) resolve(answer.result as Result);
      else reject('doesNotRun' in answer ? new DoesNotRun(answer.doesNotRun) : new Error(answer.error));
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the process of ${request.name} ended without an answer`)));
    child.send(request);
  });
}
