import { Directory, Policies, Powers, type CommandAct } from '@liuhen/access';
import { partyOf, postKindOf, type Power } from '@liuhen/courts';
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

/** A command, the power that it needs, and as which party who gives it answers. */
interface Commanded<Own, Command extends Message> {
  readonly command: Command;
  readonly power: Power;
  readonly answersAs: (state: MatterWith<Own>) => Party;
}

/** Brings a command of any act on matters to the matter's stream. */
@Injectable()
export class MatterRunner {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly powers: Powers,
    private readonly directory: Directory,
    private readonly documents: DocumentStore,
  ) {}

  /** @throws Refusal `matter-not-found` for whom the matter does not exist, and what the decider refuses */
  run<Own, Command extends Message>(
    decider: Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts>,
    asked: AskedOfMatter,
    command: Command,
    power: Power,
  ): Promise<Receipt> {
    const answersAs = ({ matter }: MatterWith<Own>) => this.#partyIn(matter, asked.act);
    return this.#execute(decider, asked, { command, power, answersAs });
  }

  /** As {@link run}, of the command with which a matter begins. @param court code of the court that it is aimed at */
  begin<Own, Command extends Message>(
    decider: Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts>,
    asked: AskedOfMatter,
    command: Command,
    power: Power,
    court: string,
  ): Promise<Receipt> {
    const answersAs = () => this.#partyToward(court, asked.act);
    return this.#execute(decider, asked, { command, power, answersAs });
  }

  async #execute<Own, Command extends Message>(
    decider: Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts>,
    { matter, act, seenRevision }: AskedOfMatter,
    { command, power, answersAs }: Commanded<Own, Command>,
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
        this.powers.require(power, act.court, act);
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
