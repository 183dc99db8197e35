import { isRefusal, type CalendarDate, type DutyHolder, type DutyTerms, type Refusal } from '@liuhen/kernel';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import { assignmentClause } from '../matter-rules/leader-assignment-clause';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { owedStep } from '../matter-rules/owed';
import { personIn } from '../matter-rules/posts';
import { STEPS, type Step } from '../matter-rules/steps';
import type { Assignment } from './assignment';
import { refuse } from './leader-assignment.refusals';

/** A step that is owed, taken by the leader by name or for them: who only follows in the post does not lead. */
export function owedByLeader(court: MatterCourt, matter: Matter, which: Step): DutyTerms | Refusal {
  const owed = owedStep(court, matter, which);
  if (isRefusal(owed)) return owed;
  if (personIn(court, owed.holder) === undefined) return refuse('assignment-leader-left');
  const { person, delegation } = court.act.actor;
  return person === owed.holder.person || delegation !== null ? owed : refuse('matter-step-not-yours');
}

/** An assignment in its term, as its rules have it. */
export interface UnderWay {
  readonly leader: DutyHolder;
  /** The day of the baseline. */
  readonly since: CalendarDate;
  readonly rules: Exclude<ReturnType<typeof ruledBy>, Refusal>;
}

const ruledBy = (court: MatterCourt) => specificRuleOf(assignmentClause, court.rules.clauses);

/** Whether the leader can have done something on the day: the baseline is there, and the report is still owed. */
export function underWay(
  { heldOn }: { readonly heldOn: CalendarDate },
  matter: Matter,
  { since }: Assignment,
  court: MatterCourt,
): UnderWay | Refusal {
  if (since === null) return refuse('assignment-not-running');
  const report = owedByLeader(court, matter, 'reply');
  if (isRefusal(report)) return report;
  if (heldOn > court.on) return refuse('assignment-not-held-yet', 'heldOn');
  if (heldOn < since) return refuse('assignment-before-baseline', 'heldOn');
  const rules = ruledBy(court);
  return isRefusal(rules) ? rules : { leader: report.holder, since, rules };
}

/** 期满: when the report is due. */
export const endOf = ({ open, content }: Matter, { on }: MatterCourt): CalendarDate =>
  [...open.values()].find(({ kind }) => kind === STEPS.reply.kind)?.due ?? content.deadline ?? on;
