import {
  chinaDateOf,
  type CalendarDate,
  type DutyHolder,
  type EventHeader,
  type Instant,
} from '@liuhen/kernel';
import {
  evolveMatter,
  isInternal,
  type Instrument,
  type Matter,
  type MatterContent,
  type MatterEvent,
  type Stage,
} from '@liuhen/supervision';
import { evolveAssignment, NO_ASSIGNMENT, type AssignmentRecord } from './assignment-record';

/** The steps whose days a round keeps, each the last on which it was done, and the events that are these steps. */
const STEP_OF = {
  MatterDrafted: 'drafted',
  MatterApproved: 'approved',
  MatterIssued: 'issued',
  MatterReceived: 'received',
  MatterReceiptLapsed: 'received',
  MatterReplied: 'replied',
  ReplyExamined: 'examined',
  ReplyAccepted: 'accepted',
  MatterEscalated: 'escalated',
  MatterClosedOut: 'closedOut',
  MatterFollowedUp: 'followedUp',
  MatterArchived: 'archived',
  MatterCancelled: 'cancelled',
} as const satisfies Partial<Record<MatterEvent['type'], string>>;
type DatedStep = (typeof STEP_OF)[keyof typeof STEP_OF];
export type StepDays = Readonly<Partial<Record<DatedStep, CalendarDate>>>;

/** One instrument of the chain that a matter is: what lists and the register need of it. */
export interface RoundRecord {
  readonly round: number;
  readonly content: MatterContent;
  readonly issuer: DutyHolder;
  readonly approver: DutyHolder;
  readonly confidential: boolean;
  /** When it was first drafted. */
  readonly begunAt: Instant;
  /** 编号 of the letter. */
  readonly number: string | null;
  readonly stage: Stage;
  /** The last one that was neither filing nor an escalation. */
  readonly stageBefore: Stage;
  readonly days: StepDays;
  /** How many demands the latest reply answers; `null` without one. */
  readonly answered: number | null;
  /** How many of them its examination found answered; `null` before it. */
  readonly satisfied: number | null;
  readonly returned: number;
  readonly extensions: number;
  readonly escalation: { readonly to: Instrument; readonly reason: string } | null;
  readonly assignment: AssignmentRecord;
}

/** A matter as its events leave it, with what is kept of each of its rounds. */
export interface MatterRecord {
  readonly matter: Matter;
  /** For the first time. */
  readonly draftedAt: Instant;
  /** By their numbers, from 1. */
  readonly rounds: readonly RoundRecord[];
  /** Open duties that those aimed at know of once they are told of the round: names and rounds. */
  readonly showable: Readonly<Record<string, number>>;
}

/** What is read of an event. */
type RecordedStep = MatterEvent & { readonly header: Pick<EventHeader, 'recordedAt' | 'actor'> };

/** The record after one more event; `undefined` for what begins with something other than its draft. */
export function evolveRecord(
  record: MatterRecord | undefined,
  event: RecordedStep,
): MatterRecord | undefined {
  const matter = evolveMatter(record?.matter ?? { status: 'none' }, event, event.header);
  if (matter.status === 'none') return undefined;
  const earlier = record?.rounds ?? [];
  const known = earlier[matter.round - 1];
  const before = event.type === 'MatterDrafted' ? undefined : known;
  const begunAt = known?.begunAt ?? event.header.recordedAt;
  const kept = earlier.filter(({ round }) => round !== matter.round);
  return {
    matter,
    draftedAt: record?.draftedAt ?? event.header.recordedAt,
    rounds: [...kept, { ...roundAfter(before, matter, event), begunAt }],
    showable: showableAfter(record?.showable ?? {}, matter, event),
  };
}

function roundAfter(
  before: RoundRecord | undefined,
  { round, content, issuer, approver, confidential, stage, returns, extensions, unsatisfied }: Matter,
  event: RecordedStep,
): Omit<RoundRecord, 'begunAt'> {
  const isAside = stage === 'archived' || stage === 'escalated';
  return {
    ...{ round, content, issuer, approver, confidential, stage, extensions },
    number: event.type === 'MatterIssued' ? event.data.number : (before?.number ?? null),
    stageBefore: isAside ? (before?.stageBefore ?? stage) : stage,
    days: { ...before?.days, ...dayOfStep(event) },
    answered:
      event.type === 'MatterReplied' ? event.data.answers.filter(isGiven).length : (before?.answered ?? null),
    satisfied: unsatisfied === null ? null : content.demands.length - unsatisfied,
    returned: returns,
    escalation:
      event.type === 'MatterEscalated'
        ? { to: event.data.to, reason: event.data.reason }
        : (before?.escalation ?? null),
    assignment: evolveAssignment(before?.assignment ?? NO_ASSIGNMENT, event),
  };
}

function dayOfStep({ type, header }: RecordedStep): StepDays {
  const steps: Readonly<Partial<Record<string, DatedStep>>> = STEP_OF;
  const step = steps[type];
  return step === undefined ? {} : { [step]: chinaDateOf(header.recordedAt) };
}

const isGiven = (answer: string): boolean => answer.trim() !== '';

function showableAfter(
  before: MatterRecord['showable'],
  { open }: Matter,
  { type, data }: MatterEvent,
): MatterRecord['showable'] {
  const charged = isInternal(type) || type === 'MatterEscalated' ? [] : data.charges;
  const all = { ...before, ...Object.fromEntries(charged.map(({ duty }) => [duty, data.round])) };
  return Object.fromEntries(Object.entries(all).filter(([duty]) => open.has(duty)));
}

/** Whether those aimed at know of a round. */
export const isTold = ({ days, confidential }: RoundRecord): boolean =>
  days.issued !== undefined && !confidential;
