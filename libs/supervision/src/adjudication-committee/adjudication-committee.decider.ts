import { isRefusal, type Decider } from '@liuhen/kernel';
import { caseEvents } from '../case/case.events';
import type { CourtFacts } from '../court-rules/court-facts';
import { hearingCourt } from '../court-rules/hearing-court';
import { preIssueReviewEvents } from '../pre-issue-review/pre-issue-review.events';
import { adjudicationCommitteeEvents } from './adjudication-committee.events';
import { refuse } from './adjudication-committee.refusals';
import { apply, reconsider, type ApplyCommand, type ReconsiderCommand } from './apply';
import {
  carryOut,
  requestReconsideration,
  type CarryOutCommand,
  type RequestCommand,
} from './after-decision';
import { convene, type ConveneCommand } from './convene';
import { decideMatter, type DecideCommand } from './decide-matter';
import { decideReferral, type ReferralCommand } from './decide-referral';
import { evolveCommittee } from './evolve-committee';
import type { HeededEvent } from './heeded-events';
import type { CommitteeState } from './matters';

/** Nobody decides alone: a decision follows from the members' votes, and no command holds one. */
export type AdjudicationCommitteeCommand =
  | ApplyCommand
  | ReferralCommand
  | ReconsiderCommand
  | ConveneCommand
  | DecideCommand
  | RequestCommand
  | CarryOutCommand;

export const adjudicationCommitteeDecider: Decider<
  CommitteeState,
  AdjudicationCommitteeCommand,
  HeededEvent,
  CourtFacts
> = {
  events: { ...caseEvents, ...preIssueReviewEvents, ...adjudicationCommitteeEvents },
  initial: { status: 'none' },

  decide(command, state, act, facts) {
    if (state.status === 'none') return refuse('case-not-found');
    if (act.source === 'imported' && act.actor.party !== 'system')
      return refuse('import-not-permitted', 'source');
    const court = hearingCourt(state.tried, act, facts);
    if (isRefusal(court)) return court;
    switch (command.type) {
      case 'ApplyToCommittee':
        return apply(command.data, state, court);
      case 'DecideReferral':
        return decideReferral(command.data, state, court);
      case 'ReconsiderApplication':
        return reconsider(command.data, state, court);
      case 'ConveneCommittee':
        return convene(command.data, state, court);
      case 'DecideMatter':
        return decideMatter(command.data, state, court);
      case 'RequestReconsideration':
        return requestReconsideration(command.data, state, court);
      case 'CarryOutDecision':
        return carryOut(command.data, state, court);
    }
  },

  evolve: evolveCommittee,
};
