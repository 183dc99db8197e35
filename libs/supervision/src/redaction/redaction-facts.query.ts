import { Directory, Policies, type CommandAct } from '@liuhen/access';
import { postKindOf } from '@liuhen/courts';
import type { Secrecy, StoredEvent } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import { caseFileOf } from '../case-file/case-file-of';
import { courtFactsOf } from '../case-file/court-facts-of';
import { caseStream, type CaseId } from '../case/case.events';
import { AllActs } from '../case-file/all-acts';
import type { RedactionFacts } from './redacting-court';
import { redactionTarget } from './redaction-target';
import { UnderWay } from './under-way.query';

/** Gathers what a redaction must know beyond what its own decider folds. */
@Injectable()
export class RedactionFactsReader {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly directory: Directory,
    private readonly acts: AllActs,
    private readonly underWay: UnderWay,
  ) {}

  /** @param event id of the one in question; without it nothing is asked of read models, which may be behind. */
  async of(caseId: CaseId, event: string | undefined, act: CommandAct): Promise<RedactionFacts> {
    const { store } = this.runtimes.business;
    const { erases } = store.capabilities;
    const stream = await store.readStream(caseStream(caseId));
    const mayRead = this.#secrecies(stream, act);
    const found = stream.find(({ header: { id, secrecy } }) => id === event && mayRead.includes(secrecy));
    return {
      ...courtFactsOf(this.directory),
      erases,
      target: found && redactionTarget(store.identity.hash, this.acts.events, found),
      isUnderWay: erases && found !== undefined && (await this.underWay.of(caseId, stream, store)),
    };
  }

  /** What is isolated is not there for anybody. */
  #secrecies(stream: readonly StoredEvent[], { court, actor }: CommandAct): readonly Secrecy[] {
    const file = caseFileOf(stream);
    const kind = this.directory.posts.get(actor.post)?.kind ?? '';
    const reader = { court, kind, party: postKindOf(kind)?.party ?? actor.party, person: actor.person };
    return file && this.policies.mayReadInnerFile(file, reader) ? ['open', 'inner'] : ['open'];
  }
}
