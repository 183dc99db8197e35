import { isRefusal, type DocumentReference, type Message } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { advance, charged, dueIn } from '../matter-rules/charges';
import { isOver, type Stage } from '../matter-rules/instruments';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { isAimedAt, lapsedStep, owedStep } from '../matter-rules/owed';
import { refuse } from './supervision-matter.refusals';

export type ApproveCommand = Message<'ApproveMatter', { readonly comment: string | null }>;
export type DeclineCommand = Message<'DeclineMatter', { readonly reason: string }>;
export type IssueCommand = Message<
  'IssueMatter',
  { readonly number: string; readonly letter: DocumentReference | null }
>;
/** Named by its duty where a matter has several targets. */
export type ReceiveCommand = Message<'ReceiveMatter', { readonly duty: string | null }>;
export type LapseReceiptCommand = Message<'LapseReceipt', { readonly duty: string }>;
export type CancelCommand = Message<'CancelMatter', { readonly reason: string }>;

export function approve(
  { comment }: ApproveCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'approval');
  if (isRefusal(owed)) return owed;
  const data = { ...fulfilling(matter, owed.duty), charges: advance(court, matter, 'approval'), comment };
  const { routes, terms } = court.rules.instrument;
  return [step({ type: 'MatterApproved', data }, court, routes.basis, terms.basis)];
}

/** 不予批准: it goes back to who drafted it. */
export function decline(
  { reason }: DeclineCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'approval');
  if (isRefusal(owed)) return owed;
  const { terms } = court.rules.common;
  const drafting = { kind: 'matterDrafting', holder: matter.issuer, due: dueIn(court, terms.drafting) };
  const data = { ...fulfilling(matter, owed.duty), charges: charged(court, matter, [drafting]), reason };
  return [step({ type: 'MatterDeclined', data }, court, court.rules.instrument.routes.basis, terms.basis)];
}

/** 发出: the court aimed at learns of it, and of all that it says. */
export function issue(
  { number, letter }: IssueCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'issue');
  if (isRefusal(owed)) return owed;
  const { issuer, content } = matter;
  const data = {
    ...content,
    ...fulfilling(matter, owed.duty),
    charges: advance(court, matter, 'issue'),
    issuer,
    number,
    letter,
  };
  const { routes, steps, terms } = court.rules.instrument;
  return [step({ type: 'MatterIssued', data }, court, routes.basis, steps.basis, terms.basis)];
}

/** 签收. */
export function receive(
  { duty }: ReceiveCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'receipt', duty ?? undefined);
  if (isRefusal(owed)) return owed;
  const charges = advance(court, matter, 'receipt');
  const data = { ...fulfilling(matter, owed.duty), charges };
  return [step({ type: 'MatterReceived', data }, court, court.rules.instrument.terms.basis)];
}

/** 视为签收: what follows does not wait for a signature that does not come. */
export function lapseReceipt(
  { duty }: LapseReceiptCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = lapsedStep(court, matter, 'receipt', duty);
  if (isRefusal(owed)) return owed;
  const charges = advance(court, matter, 'receipt');
  const data = { ...fulfilling(matter), drops: [{ duty, waiver: 'lapsed' } as const], charges };
  return [step({ type: 'MatterReceiptLapsed', data }, court, court.rules.instrument.terms.basis)];
}

/** Stages at which nothing has come of a matter yet. */
const CANCELLABLE: ReadonlySet<Stage> = new Set(['draft', 'approved', 'issued', 'received']);

/** 撤销: by who issues or approves it, before it is answered or anything is to be put right. */
export function cancel(
  { reason }: CancelCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  if (isAimedAt(matter, court.act.actor)) return refuse('matter-aimed-at-you');
  const isTheirs = [matter.issuer, matter.approver].some((holder) => mayAnswerFor(court, holder));
  if (!isTheirs) return refuse('matter-not-issuing-side');
  if (isOver(matter.stage)) return refuse('matter-step-not-open');
  const { round, replies, items, stage } = matter;
  if (round > 1 || replies > 0 || items.size > 0 || !CANCELLABLE.has(stage))
    return refuse('matter-already-answered');
  const drops = [...matter.open.keys()].map((duty) => ({ duty, waiver: 'withdrawn' }) as const);
  return [step({ type: 'MatterCancelled', data: { ...fulfilling(matter), drops, reason } }, court)];
}
