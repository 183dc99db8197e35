import { chinaDateOf, isRefusal, type Message } from '@liuhen/kernel';
import { charged, dueOn } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedStep } from '../matter-rules/owed';
import { noticeClause } from '../matter-rules/tasking-meeting-clause';
import { draw } from './draw';
import { hoursAfter } from './moment';
import type { Tasking } from './tasking';
import { refuse } from './tasking-meeting.refusals';

/** It says nothing: there is nothing to choose. */
export type MakeDrawCommand = Message<'MakeRandomDraw', Readonly<Record<string, never>>>;

/** 随机抽取: as the agenda foresees; the meeting is then owed within the notice of a random one. */
export function makeDraw(
  { notice, draw: made }: Tasking,
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'meeting');
  if (isRefusal(owed)) return owed;
  if (!notice?.plan) return refuse('tasking-draw-not-planned');
  if (made !== null) return refuse('tasking-already-drawn');
  const rules = specificRuleOf(noticeClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const last = hoursAfter(notice.at, rules.randomMostHours);
  if (court.act.at > last) return refuse('tasking-notice-too-long');
  const meeting = { kind: owed.kind, holder: owed.holder, due: dueOn(chinaDateOf(last)) };
  const data = {
    ...fulfilling(matter),
    drops: [{ duty: owed.duty, waiver: 'superseded' } as const],
    charges: charged(court, matter, [meeting]),
    of: notice.plan.of,
    ...draw({ ...notice.plan, seededBy: notice.seededBy }),
  };
  return [step({ type: 'RandomDrawMade', data }, court, rules.basis)];
}
