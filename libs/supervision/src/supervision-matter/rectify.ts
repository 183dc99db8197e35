import { isRefusal, type CalendarDate, type DocumentReference, type Message } from '@liuhen/kernel';
import { charged, dueIn, dueOn } from '../matter-rules/charges';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedOf } from '../matter-rules/owed';
import { holderOf } from '../matter-rules/posts';
import { refuse } from './supervision-matter.refusals';

export type ReportItemCommand = Message<
  'ReportRectification',
  {
    readonly item: string;
    readonly statement: string;
    readonly evidence: readonly DocumentReference[];
  }
>;
export type CheckItemCommand = Message<
  'CheckRectification',
  {
    readonly item: string;
    readonly passed: boolean;
    readonly comment: string;
    /** By when it is to be done after all; `null` where it is. */
    readonly due: CalendarDate | null;
  }
>;

/** 报送整改: with evidence, by the item's owner. */
export function reportItem(
  { item, statement, evidence }: ReportItemCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const known = matter.items.get(item);
  if (!known) return refuse('matter-item-unknown', 'item');
  const owed = owedOf(court, matter, 'rectification', known.duty ?? '');
  if (isRefusal(owed)) return owed;
  const { terms } = court.rules.common;
  const check = {
    kind: 'rectificationCheck',
    holder: matter.issuer,
    due: dueIn(court, terms.rectificationCheck),
  };
  const charges = charged(court, matter, [check]);
  const data = { ...fulfilling(matter, owed.duty), charges, item, statement, evidence };
  return [step({ type: 'RectificationReported', data }, court, terms.basis)];
}

/** 验收: against the item's criterion; what does not pass is owed again, by a new day. */
export function checkItem(
  { item, passed, comment, due }: CheckItemCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const known = matter.items.get(item);
  if (!known) return refuse('matter-item-unknown', 'item');
  const owed = owedOf(court, matter, 'rectificationCheck', known.duty ?? '');
  if (isRefusal(owed)) return owed;
  const data = { ...fulfilling(matter, owed.duty), item, passed, comment };
  const { basis } = court.rules.common.terms;
  if (passed) return [step({ type: 'RectificationChecked', data }, court, basis)];
  if (due === null) return refuse('matter-item-due-required', 'due');
  if (due < court.on) return refuse('matter-item-past', 'due');
  const holder = holderOf(court, known.terms.owner);
  if (!holder) return refuse('matter-post-unknown', 'item');
  const charges = charged(court, matter, [{ kind: 'rectification', holder, due: dueOn(due) }]);
  return [step({ type: 'RectificationChecked', data: { ...data, charges } }, court, basis)];
}
