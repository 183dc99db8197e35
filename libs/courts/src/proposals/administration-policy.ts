import { chinaDateOf, type Act, type CalendarDate, type JsonObject } from '@liuhen/kernel';
import { courtAt, type CourtDirectory } from '../courts/court-directory';
import { clausesInForce, type PolicyBook } from '../policies/policy-book';
import type { PolicyKind } from '../policies/policy-kind';
import { daysAfter } from '../working-days/days';

const POLICY = 'administration';
const [PROPOSALS, SIGNATURES] = ['proposals', 'signatures'];

/** Of a court where no rule is known: without any, none could ever be laid down. */
const DEFAULT_DAYS = 30;

/** What a clause has: one field, and what must be said in it. */
const CLAUSES: ReadonlyMap<string, { field: string; holds: (value: unknown) => boolean; says: string }> =
  new Map([
    [
      PROPOSALS,
      {
        field: 'expireAfterDays',
        holds: (days) => Number.isInteger(days) && Number(days) > 0,
        says: '“提请的有效天数”（expireAfterDays）应为大于零的整数',
      },
    ],
    [
      SIGNATURES,
      {
        field: 'required',
        holds: (required) => typeof required === 'boolean',
        says: '“须由本人签名”（required）应为 true 或者 false',
      },
    ],
  ]);

/** 管理事项规则: how changes by two persons go on, and whether what needs two factors needs the person's signature. */
export const administrationPolicyKind: PolicyKind = {
  policy: POLICY,
  title: '管理事项规则',
  check: (clause, content) => {
    const known = CLAUSES.get(clause);
    if (!known) return '不是这一规则的条款';
    const [stray] = Object.keys(content).filter((field) => field !== known.field);
    if (stray !== undefined) return `没有“${stray}”这一项`;
    return known.holds(content[known.field]) ? undefined : known.says;
  },
};

interface RulesOfCourts {
  readonly courts: CourtDirectory;
  readonly policies: PolicyBook;
}

/** @param code of the court. */
function contentOf(
  clause: string,
  code: string,
  on: CalendarDate,
  { courts, policies }: RulesOfCourts,
): JsonObject {
  const court = courtAt(courts, code, on)?.id ?? code;
  return clausesInForce(policies, courts, POLICY, court, on).get(clause)?.content ?? {};
}

/** The first day on which a proposal that is made now can no longer be approved, by the rule of the actor's court. */
export function expiryOf({ court, at }: Pick<Act, 'court' | 'at'>, rules: RulesOfCourts): CalendarDate {
  const on = chinaDateOf(at);
  const { expireAfterDays } = contentOf(PROPOSALS, court, on, rules);
  return daysAfter(on, typeof expireAfterDays === 'number' ? expireAfterDays : DEFAULT_DAYS);
}

/** Whether in the court, by its code, acts that need two factors need the person's own signature; not unless said. */
export const requiresSignature = (court: string, on: CalendarDate, rules: RulesOfCourts): boolean =>
  contentOf(SIGNATURES, court, on, rules).required === true;
