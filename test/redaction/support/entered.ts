import { execute } from '@liuhen/event-store';
import type { Decider, JsonObject, Message, Secrecy } from '@liuhen/kernel';
import { someAct } from '@liuhen/kernel/testing';
import { openRuntimes } from '@liuhen/platform';
import type { ServerConfig } from '../../../apps/api/src/server';
import { caseStream } from '../../../libs/supervision/src/case/case.events';

/** An event as an act might have left it. */
export interface Entered {
  readonly type: string;
  readonly data: JsonObject;
  readonly secrecy?: Secrecy;
}

type Enter = Message<'Enter', Entered>;

/** Enters an event straight into the log of a running server, without its act's rules. @returns its id */
export async function enter(config: ServerConfig, caseNumber: string, event: Entered): Promise<string> {
  const decider: Decider<null, Enter, Message> = {
    events: { [event.type]: { schema: 1 } },
    initial: null,
    decide: () => [event],
    evolve: (state) => state,
  };
  const opened = await openRuntimes(config, config.databaseAppUrl);
  try {
    const { events } = await execute(opened.runtimes.business, {
      decider,
      stream: caseStream(caseNumber),
      caseNumber,
      command: { type: 'Enter', data: event },
      act: someAct({ key: `enter-${event.type}-${caseNumber}` }),
      permit: () => undefined,
      facts: () => Promise.resolve(undefined),
    });
    return events[0]?.id ?? '';
  } finally {
    await opened.close();
  }
}
