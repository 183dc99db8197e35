import { chinaDateOf, type Act, type CalendarDate, type JsonObject } from '@liuhen/kernel';
import { courtAt, type CourtDirectory } from '../courts/court-directory';
import { clausesInForce, type PolicyBook } from '../policies/policy-book';
import type { PolicyKind } from '../policies/policy-kind';
import { daysAfter } from '../working-days/days';

const POLICY = 'administration';
const CLAUSE = 'proposals';

/** Of a court where no rule is known: without any, none could ever be laid down. */
const DEFAULT_DAYS = 30;

/** 管理事项规则: how changes by two persons go on. */
export const administrationPolicyKind: PolicyKind = {
  policy: POLICY,
  title: '管理事项规则',
  check: (clause, content) => {
    if (clause !== CLAUSE) return '不是这一规则的条款';
    const [stray] = Object.keys(content).filter((field) => field !== 'expireAfterDays');
    if (stray !== undefined) return `没有“${stray}”这一项`;
    return daysOf(content) === undefined ? '“提请的有效天数”（expireAfterDays）应为大于零的整数' : undefined;
  },
};

function daysOf({ expireAfterDays: days }: JsonObject): number | undefined {
  return typeof days === 'number' && Number.isInteger(days) && days > 0 ? days : undefined;
}

/** The first day on which a proposal that is made now can no longer be approved, by the rule of the actor's court. */
export function expiryOf(
  { court: code, at }: Pick<Act, 'court' | 'at'>,
  { courts, policies }: { readonly courts: CourtDirectory; readonly policies: PolicyBook },
): CalendarDate {
  const on = chinaDateOf(at);
  const court = courtAt(courts, code, on)?.id ?? code;
  const content = clausesInForce(policies, courts, POLICY, court, on).get(CLAUSE)?.content ?? {};
  return daysAfter(on, daysOf(content) ?? DEFAULT_DAYS);
}
