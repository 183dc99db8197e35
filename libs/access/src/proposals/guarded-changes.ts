import {
  proposalRefusals,
  type KeyBook,
  type ProposalCommand,
  type ProposalDecider,
  type ProposalFacts,
  type Proposed,
} from '@liuhen/courts';
import { execute, type Receipt } from '@liuhen/event-store';
import { refuserOf, type Message } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import { Directory } from '../directory/directory';
import type { CommandAct } from '../identity/reader';
import type { ProposalAnswerBody } from './proposal.bodies';
import { proposalNamed } from './proposal-id';

const refuse = refuserOf(proposalRefusals);

/** What is known of the administration log. */
export interface KnownFacts extends ProposalFacts {
  readonly keys: KeyBook;
}

/** A command on what is changed by proposal only. */
export interface GuardedExecution<
  State,
  Change extends Message,
  Event extends Message,
  Facts extends ProposalFacts,
> {
  readonly decider: ProposalDecider<State, Change, Event, Facts>;
  readonly stream: string;
  readonly command: ProposalCommand<Change>;
  readonly act: CommandAct;
  readonly facts: (known: KnownFacts) => Facts;
  readonly permit?: (proposed: Proposed<State, Change>) => void;
  readonly seenRevision?: number | undefined;
}

const COMMANDS = {
  approve: 'ApproveProposal',
  decline: 'DeclineProposal',
  withdraw: 'WithdrawProposal',
} as const;

/** Proposals and their answers, on their way to the stream of what they would change. */
@Injectable()
export class GuardedChanges {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly directory: Directory,
  ) {}

  /** Answers when this server's directory knows what was entered: whoever asks next acts and reads by it. */
  async handle<State, Change extends Message, Event extends Message, Facts extends ProposalFacts>({
    facts,
    permit = () => undefined,
    ...execution
  }: GuardedExecution<State, Change, Event, Facts>): Promise<Receipt> {
    const { administration } = this.runtimes;
    const receipt = await execute(administration, {
      ...execution,
      caseNumber: null,
      permit,
      facts: async () => {
        await this.directory.catchUp(administration.store);
        const { courts, posts, policies, keys } = this.directory;
        return facts({ courts, posts, policies, keys });
      },
    });
    await this.directory.catchUp(administration.store);
    return receipt;
  }
}

/** The stream in which a proposal stands, and the answer to it. @throws Refusal `proposal-not-found` */
export function answerTo(
  id: string,
  { answer, reason }: ProposalAnswerBody,
  isStream: (stream: string) => boolean,
): { readonly stream: string; readonly command: ProposalCommand<never> } {
  const named = proposalNamed(id);
  if (!named || !isStream(named.stream)) throw refuse('proposal-not-found');
  return {
    stream: named.stream,
    command: { type: COMMANDS[answer], data: { proposal: named.number, reason } },
  };
}
