import { execute } from '@liuhen/event-store';
import type { Act, Decider, DocumentReference, Message, Secrecy } from '@liuhen/kernel';
import { someAct } from '@liuhen/kernel/testing';
import { openRuntimes, type OpenedRuntimes } from '@liuhen/platform';
import type { ServerConfig } from '../../../apps/api/src/server';
import { caseStream } from '../../../libs/supervision/src/case/case.events';

type Entered = Message<'ExhibitEntered', { readonly exhibit: { readonly document: DocumentReference } }>;
type Enter = Message<'EnterExhibit', Entered['data'] & { readonly secrecy: Secrecy }>;

const decider: Decider<null, Enter, Entered> = {
  events: { ExhibitEntered: { schema: 1 } },
  initial: null,
  decide: ({ data: { exhibit, secrecy } }) => [{ type: 'ExhibitEntered', data: { exhibit }, secrecy }],
  evolve: (state) => state,
};

/** An act of nobody's, whose events name documents in any secrecy; straight into the log of a running server. */
export class Exhibits {
  #entered = 0;

  private constructor(private readonly opened: OpenedRuntimes) {}

  static async of(config: ServerConfig): Promise<Exhibits> {
    return new Exhibits(await openRuntimes(config, config.databaseAppUrl));
  }

  async enter(
    caseNumber: string,
    document: DocumentReference,
    secrecy: Secrecy,
    act: Partial<Act> = {},
  ): Promise<void> {
    await execute(this.opened.runtimes.business, {
      decider,
      stream: caseStream(caseNumber),
      caseNumber,
      command: { type: 'EnterExhibit', data: { exhibit: { document }, secrecy } },
      act: someAct({ key: `exhibit-${String(++this.#entered)}`, ...act }),
      permit: () => undefined,
      facts: () => Promise.resolve(undefined),
    });
  }

  close(): Promise<void> {
    return this.opened.close();
  }
}
