import {
  isKeyStream,
  isPolicyStream,
  keyProposalDecider,
  personOfKeyStream,
  policyProposalDecider,
  postIdOfStream,
  postProposalDecider,
  statusOf,
  type KeyChange,
  type PolicyCommand,
  type PostChange,
  type Proposal,
} from '@liuhen/courts';
import type { Act } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Directory } from '../directory/directory';
import { systemAct } from '../directory/system-act';
import type { Reader } from '../identity/reader';
import { AdministrationSight } from './administration-sight';
import { proposalView } from './proposal-viewing';
import type { ChangeProposalListView } from './proposal.views';

export type ProposalSubject = 'policy' | 'post' | 'key';

/** What was proposed of rules, posts or keys; with `mine`, what the reader may answer now or has asked for. */
export class ListProposals extends Query<ChangeProposalListView> {
  constructor(
    readonly subject: ProposalSubject,
    readonly mine: boolean,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListProposals)
export class ListProposalsHandler implements IQueryHandler<ListProposals> {
  constructor(
    private readonly directory: Directory,
    private readonly runtimes: Runtimes,
    private readonly sight: AdministrationSight,
  ) {}

  execute({ subject, mine, reader }: ListProposals): Promise<ChangeProposalListView> {
    const { proposals, today } = this.directory;
    const act = this.#actOf(reader);
    const shown = [...proposals]
      .filter(([stream]) => IS_SUBJECT[subject](stream))
      .flatMap(([stream, ofStream]) => ofStream.map((proposal) => ({ stream, proposal })))
      .filter(({ stream, proposal }) => {
        const isTheirs =
          proposal.proposedBy.person === reader.person || this.#mayAnswer(stream, proposal, act);
        if (mine) return isTheirs && statusOf(proposal, today) === 'pending';
        return isTheirs || this.#maySee(stream, reader);
      });
    const items = shown.map(({ stream, proposal }) => proposalView(stream, proposal, this.directory));
    const isOpen = ({ status }: (typeof items)[number]): boolean => status === 'pending';
    return Promise.resolve({ items: [...items.filter(isOpen), ...items.filter((one) => !isOpen(one))] });
  }

  /** Rules are no secret. */
  #maySee(stream: string, reader: Reader): boolean {
    if (isPolicyStream(stream)) return true;
    const post = postIdOfStream(stream);
    if (post !== undefined) return this.sight.seesPost(post, reader);
    return this.sight.seesKeysOf(personOfKeyStream(stream) ?? '', reader);
  }

  /** As the deciders will say it when the answer comes. */
  #mayAnswer(stream: string, proposal: Proposal, act: Act): boolean {
    const { courts, posts, policies, keys } = this.directory;
    const facts = { courts, posts, policies, keys, kinds: [] };
    const postId = postIdOfStream(stream);
    if (isPolicyStream(stream)) {
      const record = policies.get(stream) ?? [];
      return !policyProposalDecider.refuseAnswer(proposal as Proposal<PolicyCommand>, record, act, facts);
    }
    if (postId !== undefined) {
      const asked = proposal as Proposal<PostChange>;
      return !postProposalDecider.refuseAnswer(asked, posts.get(postId), act, { ...facts, postId });
    }
    const record = keys.get(personOfKeyStream(stream) ?? '') ?? [];
    return !keyProposalDecider.refuseAnswer(proposal as Proposal<KeyChange>, record, act, facts);
  }

  #actOf({ person, post, party, delegation, court }: Reader): Act {
    const actor = { person, post, party, delegation };
    return { ...systemAct('', ''), actor, court, at: this.runtimes.administration.clock.now() };
  }
}

const IS_SUBJECT: Readonly<Record<ProposalSubject, (stream: string) => boolean>> = {
  policy: isPolicyStream,
  post: (stream) => postIdOfStream(stream) !== undefined,
  key: isKeyStream,
};
