import { isRefusal, type Message } from '@liuhen/kernel';
import { advance, charged, dueIn } from '../matter-rules/charges';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedOf, owedStep } from '../matter-rules/owed';
import { assignItems, closeOutDay, refuseItems } from '../matter-rules/rectification';
import { screenedWords } from '../matter-rules/screening';
import { STEPS } from '../matter-rules/steps';
import type { ExaminedReply } from './supervision-matter.events';
import { refuse } from './supervision-matter.refusals';

export type ExamineCommand = Message<'ExamineReply', Pick<ExaminedReply, 'findings' | 'opinion'>>;
export type AcceptCommand = Message<'AcceptReply', { readonly opinion: string }>;
export type ReturnCommand = Message<
  'ReturnReply',
  { readonly reason: string; readonly screenedReason: string | null }
>;

/** 审核: each demand, whether it was met. */
export function examine(
  { findings, opinion }: ExamineCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'examination');
  if (isRefusal(owed)) return owed;
  if (findings.length !== matter.content.demands.length)
    return refuse('matter-findings-incomplete', 'findings');
  const { terms } = court.rules.common;
  const outcome = { kind: 'matterOutcome', holder: matter.issuer, due: dueIn(court, terms.outcome) };
  const data = {
    ...fulfilling(matter, owed.duty),
    charges: charged(court, matter, [outcome]),
    reply: matter.replies,
    findings,
    opinion,
  };
  return [step({ type: 'ReplyExamined', data }, court, court.rules.instrument.steps.basis, terms.basis)];
}

/** 采纳: what was offered to be put right is charged to its owners. */
export function accept(
  { opinion }: AcceptCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedOf(court, matter, 'matterOutcome');
  if (isRefusal(owed)) return owed;
  if (matter.unsatisfied !== 0) return refuse('matter-finding-unsatisfied');
  const refusal = refuseItems(court, matter, matter.offered, 'offered');
  if (refusal) return refusal;
  const data = {
    ...fulfilling(matter, owed.duty),
    charges: advance(court, matter, 'examination', closeOutDay(court, matter, matter.offered)),
    opinion,
  };
  const { steps, terms } = court.rules.instrument;
  const accepted = step({ type: 'ReplyAccepted', data }, court, steps.basis, terms.basis);
  const assigned = assignItems(court, matter, matter.offered);
  return assigned ? [accepted, assigned] : [accepted];
}

/** 退回: answered again, by the term for it. */
export function returnReply(
  { reason, screenedReason }: ReturnCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedOf(court, matter, 'matterOutcome');
  if (isRefusal(owed)) return owed;
  const { limits } = court.rules.instrument;
  if (matter.returns >= limits.returns) return refuse('matter-returns-exhausted');
  const { screening, terms } = court.rules.common;
  const screened = screenedWords([{ field: 'reason', text: reason }], screening, screenedReason);
  if (isRefusal(screened)) return screened;
  const due = dueIn(court, terms.returned);
  const again = matter.content.targets.map(({ responsible: holder }) => ({
    kind: STEPS.reply.kind,
    holder,
    due,
  }));
  const data = {
    ...fulfilling(matter, owed.duty),
    charges: charged(court, matter, again),
    nth: matter.returns + 1,
    reason,
    ...screened,
  };
  return [step({ type: 'ReplyReturned', data }, court, limits.basis, terms.basis)];
}
