import type { ClientBase } from 'pg';
import type { Session } from '../session';

/** A writer appends to a stream in a transaction, and in a second step ends the transaction. */
export interface Writer {
  readonly stream: 'own' | 'shared';
  readonly ending: 'commit' | 'rollback';
}

export const commits = (stream: Writer['stream']): Writer => ({ stream, ending: 'commit' });
export const rollsBack = (stream: Writer['stream']): Writer => ({ stream, ending: 'rollback' });

export interface Turn {
  readonly writer: Writer;
  readonly step: 'append' | 'end';
}

/**
 * Every order in which writers can take their two steps. Writers who do the same are named as they begin, so that
 * orders which differ in the names alone come once.
 */
export function* interleavings(
  waiting: readonly Writer[],
  open: readonly Writer[] = [],
): Generator<readonly Turn[]> {
  if (waiting.length + open.length === 0) yield [];
  for (const writer of oneOfEachKind(waiting))
    for (const rest of interleavings(without(waiting, writer), [...open, writer]))
      yield [{ writer, step: 'append' }, ...rest];
  for (const writer of open)
    for (const rest of interleavings(waiting, without(open, writer)))
      yield [{ writer, step: 'end' }, ...rest];
}

const without = (writers: readonly Writer[], writer: Writer): readonly Writer[] =>
  writers.filter((other) => other !== writer);

const oneOfEachKind = (writers: readonly Writer[]): readonly Writer[] =>
  writers.filter(
    (writer, index) =>
      writers.findIndex(({ stream, ending }) => stream === writer.stream && ending === writer.ending) ===
      index,
  );

export interface Play {
  readonly sessions: readonly Session[];
  /** Sees who waits for whom. */
  readonly observer: ClientBase;
  append(writer: Writer, client: ClientBase): Promise<unknown>;
  /** Called after each step, when nobody can go on by himself. */
  look(ended: readonly Writer[]): Promise<unknown>;
}

/** Takes the turns in their order. A step that has to wait is taken as soon as it can be. */
export async function play(
  turns: readonly Turn[],
  { sessions, observer, append, look }: Play,
): Promise<void> {
  const free = [...sessions];
  const taken = new Map<Writer, Session>();
  const ended: Writer[] = [];
  const steps: Promise<void>[] = [];
  for (const { writer, step } of turns) {
    const session = taken.get(writer) ?? free.pop();
    if (!session) throw new Error('each writer needs a session');
    taken.set(writer, session);
    steps.push(
      session.step(async (client) => {
        await client.query(step === 'append' ? 'begin' : writer.ending);
        if (step === 'append') await append(writer, client);
        else ended.push(writer);
      }),
    );
    // In the order in which they began, which is that in which they wait.
    for (const other of taken.values()) await other.waitsFor(observer);
    await look(ended);
  }
  await Promise.all(steps);
}
