import { addWorkingDays } from '@liuhen/courts';
import { isRefusal, type Message, type Refusal } from '@liuhen/kernel';
import { advance, charged, dueIn } from '../matter-rules/charges';
import { longerAssignment } from '../matter-rules/longer-assignment';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { endedByAnswer, owedOf, owedStep } from '../matter-rules/owed';
import { screenedIn } from '../matter-rules/screened-items';
import { STEPS } from '../matter-rules/steps';
import type { GivenReply, MatterStep } from './supervision-matter.events';
import { refuse } from './supervision-matter.refusals';

export type RequestExtensionCommand = Message<
  'RequestExtension',
  { readonly days: number; readonly reason: string }
>;
export type GrantExtensionCommand = Message<
  'GrantExtension',
  { readonly days: number; readonly comment: string | null }
>;
export type RefuseExtensionCommand = Message<'RefuseExtension', { readonly reason: string }>;
export type ReplyCommand = Message<
  'ReplyToMatter',
  Omit<GivenReply, keyof MatterStep | 'reply' | 'screened'>
>;

/** 申请延期: by who owes the answer. */
export function requestExtension(
  { days, reason }: RequestExtensionCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'reply');
  if (isRefusal(owed)) return owed;
  if (matter.extensionAsked !== null) return refuse('matter-extension-asked');
  const { limits } = court.rules.instrument;
  if (matter.extensions >= limits.extensions) return refuse('matter-extensions-exhausted');
  if (days > limits.extensionWorkingDays) return refuse('matter-extension-too-long', 'days');
  const { terms } = court.rules.common;
  const due = dueIn(court, terms.extensionDecision);
  const charges = charged(court, matter, [{ kind: 'extensionDecision', holder: matter.issuer, due }]);
  const data = { ...fulfilling(matter), charges, days, reason };
  return [step({ type: 'ExtensionRequested', data }, court, limits.basis, terms.basis)];
}

/** 批准延期: counted from the last day of the term that it extends. */
export function grantExtension(
  { days, comment }: GrantExtensionCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedOf(court, matter, 'extensionDecision');
  if (isRefusal(owed)) return owed;
  const reply = [...matter.open.values()].find(({ kind }) => kind === STEPS.reply.kind);
  if (!reply) return refuse('matter-step-not-open');
  if (days > (matter.extensionAsked ?? 0)) return refuse('matter-extension-too-long', 'days');
  const { kind, holder } = reply;
  const due = addWorkingDays(court.facts.calendar, reply.due ?? court.on, days);
  const longer = longerAssignment(court, matter, reply, due);
  if (isRefusal(longer)) return longer;
  const data = {
    ...fulfilling(matter, owed.duty),
    drops: [{ duty: reply.duty, waiver: 'extended' } as const, ...longer.drops],
    charges: charged(court, matter, [{ kind, holder, due }, ...longer.owings]),
    days,
    comment,
  };
  return [step({ type: 'ExtensionGranted', data }, court, court.rules.instrument.limits.basis)];
}

export function refuseExtension(
  { reason }: RefuseExtensionCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedOf(court, matter, 'extensionDecision');
  if (isRefusal(owed)) return owed;
  const data = { ...fulfilling(matter, owed.duty), reason };
  return [step({ type: 'ExtensionRefused', data }, court, court.rules.instrument.limits.basis)];
}

/** 书面说明: causes, measures, who answers, by when; and what is offered to be put right. */
export function reply(given: ReplyCommand['data'], matter: Matter, court: MatterCourt): MatterDecision {
  const owed = owedStep(court, matter, 'reply');
  if (isRefusal(owed)) return owed;
  const screened = refuseAnswers(given, matter) ?? screenedIn(court, matter, given);
  if (isRefusal(screened)) return screened;
  const data = {
    ...given,
    ...screened,
    ...fulfilling(matter, owed.duty),
    drops: endedByAnswer(matter),
    charges: advance(court, matter, 'reply'),
    reply: matter.replies + 1,
  };
  return [step({ type: 'MatterReplied', data }, court, court.rules.instrument.terms.basis)];
}

const refuseAnswers = (
  { answers }: Pick<GivenReply, 'answers'>,
  { content: { demands } }: Matter,
): Refusal | undefined =>
  answers.length === demands.length ? undefined : refuse('matter-answers-incomplete', 'answers');
