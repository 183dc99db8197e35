import { Directory, Policies, type CommandAct } from '@liuhen/access';
import { partyOf, postKindOf } from '@liuhen/courts';
import { execute, type Receipt } from '@liuhen/event-store';
import type { Decider, Message, Party } from '@liuhen/kernel';
import { DocumentStore, Runtimes } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import { courtFactsOf } from '../case-file/court-facts-of';
import { requireStored } from '../case-file/stored-documents';
import type { CourtFacts } from '../court-rules/court-facts';
import type { MatterState } from '../matter-rules/matter';
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
  async run<Own, Command extends Message>(
    decider: Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts>,
    { matter, act, seenRevision }: AskedOfMatter,
    command: Command,
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
        this.#requireKnown(state.matter, act);
      },
      answersAs: (state) => this.#partyIn(state.matter, act),
      facts: () => Promise.resolve(courtFactsOf(this.directory)),
    });
  }

  #requireKnown(matter: MatterState, { actor, court }: CommandAct): void {
    const kind = this.directory.posts.get(actor.post)?.kind ?? '';
    const isKnown =
      matter.status === 'begun' &&
      this.policies.mayReadMatter(matterFileOf(matter), { ...actor, kind, court });
    if (!isKnown) throw refuse('matter-not-found');
  }

  /** The issuing side answers as 上下级法院 where the matter is aimed at another court. */
  #partyIn(matter: MatterState, { actor, court }: CommandAct): Party {
    const kind = postKindOf(this.directory.posts.get(actor.post)?.kind ?? '');
    if (matter.status === 'none' || !kind || court !== matter.issuer.court) return actor.party;
    return partyOf(kind, court, matter.content.targets[0]?.court ?? court);
  }
}
