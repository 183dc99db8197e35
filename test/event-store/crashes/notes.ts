import { execute, type Receipt, type Runtime } from '@liuhen/event-store';
import type { Decider, Message } from '@liuhen/kernel';
import { someAct } from '@liuhen/kernel/testing';

type Noted = Message<'Noted', { text: string }>;
type Note = Message<'Note', { text: string }>;

const notes: Decider<null, Note, Noted, null> = {
  events: { Noted: { schema: 1 } },
  initial: null,
  decide: ({ data }) => [{ type: 'Noted', data }],
  evolve: (state) => state,
};

/** Takes a note by the way that all commands go; the text is its idempotency key too. */
export const takeNote = (runtime: Runtime, stream: string, text: string): Promise<Receipt> =>
  execute(runtime, {
    decider: notes,
    stream,
    caseNumber: null,
    command: { type: 'Note', data: { text } },
    act: someAct({ key: text }),
    permit: () => undefined,
    facts: () => Promise.resolve(null),
  });
