import { Directory, Policies, type CommandAct } from '@liuhen/access';
import { partyOf, postKindOf } from '@liuhen/courts';
import { execute, type Receipt } from '@liuhen/event-store';
import type { Decider, Message, Party } from '@liuhen/kernel';
import { DocumentStore, Runtimes } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import { courtFactsOf } from '../case-file/court-facts-of';
import { requireStored } from '../case-file/stored-documents';
import type { CourtFacts } from '../court-rules/court-facts';
import type { Matter, MatterState } from '../matter-rules/matter';
import type { MatterWith } from '../matter-rules/matter-decider';
import type { MatterEvent } from '../matter-rules/matter-events';
import { refuse } from '../matter-rules/matter-rules.refusals';
import { matterStream } from '../supervision-matter/supervision-matter.events';
import type { AskedOfMatter } from './asked-of-matter';
import { matterFileOf } from './matter-file-of';

/** Brings a command of any act on matters to the matter's stream. */
@Injectable()
export class MatterRunner {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly directory: Directory,
    private readonly documents: DocumentStore,
  ) {}

  /** @throws Refusal `matter-not-found` for whom the matter does not exist, and what the decider refuses */
  run<Own, Command extends Message>(
    decider: Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts>,
    asked: AskedOfMatter,
    command: Command,
  ): Promise<Receipt> {
    return this.#execute(decider, asked, command, ({ matter }) => this.#partyIn(matter, asked.act));
  }

  /** As {@link run}, of the command with which a matter begins. @param court code of the court that it is aimed at */
  begin<Own, Command extends Message>(
    decider: Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts>,
    asked: AskedOfMatter,
    command: Command,
    court: string,
  ): Promise<Receipt> {
    return this.#execute(decider, asked, command, () => this.#partyToward(court, asked.act));
  }

  async #execute<Own, Command extends Message>(
    decider: Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts>,
    { matter, act, seenRevision }: AskedOfMatter,
    command: Command,
    answersAs: (state: MatterWith<Own>) => Party,
  ): Promise<Receipt> {
    await requireStored(this.documents, command.data);
    return execute(this.runtimes.business, {
      decider,
      stream: matterStream(matter),
      caseNumber: null,
      command,
      act,
      seenRevision,
      permit: (state) => {
        if (state.matter.status === 'begun') this.#requireKnown(state.matter, act);
      },
      answersAs,
      facts: () => Promise.resolve(courtFactsOf(this.directory)),
    });
  }

  #requireKnown(matter: Matter, { actor, court }: CommandAct): void {
    const kind = this.directory.posts.get(actor.post)?.kind ?? '';
    const isKnown = this.policies.mayReadMatter(matterFileOf(matter), { ...actor, kind, court });
    if (!isKnown) throw refuse('matter-not-found');
  }

  #partyIn(matter: MatterState, act: CommandAct): Party {
    const isIssuing = matter.status === 'begun' && act.court === matter.issuer.court;
    return isIssuing
      ? this.#partyToward(matter.content.targets[0]?.court ?? act.court, act)
      : act.actor.party;
  }

  /** 上下级法院 where one court acts upon another. */
  #partyToward(target: string, { actor, court }: CommandAct): Party {
    const kind = postKindOf(this.directory.posts.get(actor.post)?.kind ?? '');
    return kind ? partyOf(kind, court, target) : actor.party;
  }
}
