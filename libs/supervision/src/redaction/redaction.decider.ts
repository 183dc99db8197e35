import {
  isRefusal,
  type Decider,
  type Decision,
  type LawArticle,
  type Message,
  type Refusal,
} from '@liuhen/kernel';
import { appellateDispositionEvents } from '../appellate-disposition/appellate-disposition.events';
import { caseEvents } from '../case/case.events';
import { evidenceHoldEvents } from '../evidence-hold/evidence-hold.events';
import { approve, decline } from './approve';
import { evolveRedactions, noRedactions, type HeededEvent, type RedactionsOfCase } from './proposals';
import { recorded, redactingCourt, type RedactingCourt, type RedactionFacts } from './redacting-court';
import { redactionEvents, type ProposalId, type RedactionEvent } from './redaction.events';
import { refuse } from './redaction.refusals';
import { refuseFields, refuseReason, refuseTime, sufficientLaw } from './refuse-redaction';

export type ProposeRedaction = Message<
  'ProposeRedaction',
  {
    readonly event: string;
    readonly fields: readonly string[];
    readonly legalBasis: Pick<LawArticle, 'statute' | 'article'>;
    readonly reason: string;
  }
>;

export type RedactionCommand =
  | ProposeRedaction
  | Message<'ApproveRedaction', { readonly proposal: ProposalId }>
  | Message<'DeclineRedaction', { readonly proposal: ProposalId; readonly reason: string }>;

/** What is the law's: a redaction is never a decision of one person, nor of one court. */
export const redactionDecider: Decider<RedactionsOfCase, RedactionCommand, HeededEvent, RedactionFacts> = {
  events: { ...caseEvents, ...appellateDispositionEvents, ...evidenceHoldEvents, ...redactionEvents },
  initial: noRedactions,

  decide(command, state, act, facts) {
    if (!state.tried) return refuse('case-not-found');
    if (!facts.erases) return refuse('redaction-engine-cannot-erase');
    const court = redactingCourt(state.tried, act, facts);
    if (isRefusal(court)) return court;
    switch (command.type) {
      case 'ProposeRedaction':
        return propose(command.data, state, court);
      case 'ApproveRedaction':
        return approve(command.data.proposal, state, court);
      case 'DeclineRedaction':
        return decline(command.data, state, court);
    }
  },

  evolve: evolveRedactions,
};

function propose(
  { event, fields, legalBasis, reason }: ProposeRedaction['data'],
  state: RedactionsOfCase,
  court: RedactingCourt,
): Decision<RedactionEvent> {
  const { target } = court.facts;
  if (!target) return refuse('redaction-event-not-found', 'event');
  const law = sufficientLaw(court, legalBasis);
  if (isRefusal(law)) return law;
  const refusal =
    refuseFields(target, fields) ??
    refuseReason(target, { fields, reason }) ??
    refuseTime(state, court) ??
    refuseSecond(event, state);
  if (refusal) return refusal;
  const titles = fields.map((field) => target.erasable[field] ?? field);
  const proposal = String(state.proposals.size + 1);
  const named = { event, rev: target.rev, eventType: target.type, fields, titles };
  const data = { proposal, ...named, legalBasis: law, reason };
  return [{ type: 'RedactionProposed', data, ...recorded(court, target, law) }];
}

const refuseSecond = (event: string, { proposals }: RedactionsOfCase): Refusal | undefined =>
  [...proposals.values()].some((one) => one.status === 'open' && one.event === event)
    ? refuse('redaction-already-proposed', 'event')
    : undefined;
