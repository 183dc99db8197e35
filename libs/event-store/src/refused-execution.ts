import { isRefusal, type Message, type Refusal } from '@liuhen/kernel';

/** The command that a refusal refused. */
export interface RefusedExecution {
  readonly stream: string;
  /** Type of the command. */
  readonly command: string;
}

const executions = new WeakMap<Refusal, RefusedExecution>();

/** Which command a refusal refused; `undefined` where it was refused before it came to a stream. */
export const refusedExecutionOf = (refusal: Refusal): RefusedExecution | undefined => executions.get(refusal);

/** @returns the error itself */
export function noteRefused(
  error: unknown,
  { stream, command }: { readonly stream: string; readonly command: Message },
): unknown {
  if (isRefusal(error)) executions.set(error, { stream, command: command.type });
  return error;
}
