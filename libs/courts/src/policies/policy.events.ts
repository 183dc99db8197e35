import type { CalendarDate, EventTypes, JsonObject, Message } from '@liuhen/kernel';

/** 条款: a sentence as a reader sees it, and the same as the acts read it. */
export interface AdoptedClause {
  readonly text: string;
  readonly content: JsonObject;
}

/** Where a rule comes from, and whether that has been checked. */
export interface PolicySource {
  /** Title and number of the document, where there is one. */
  readonly document: string | null;
  readonly note: string;
  readonly confirmed: boolean;
}

/** 审判权责规则: a court lays down, from a day on, one version of one of its rules. */
export type PolicyAdopted = Message<
  'PolicyAdopted',
  {
    /** Name of the rule, such as `pre-issue-review`. */
    policy: string;
    /** Id of the version: the rule, the court, and year and number, such as `pre-issue-review-黔-2026-01`. */
    version: string;
    /** Id of the court. */
    court: string;
    title: string;
    from: CalendarDate;
    /** The first day on which it no longer holds; `null` until another takes its place. */
    until: CalendarDate | null;
    clauses: Readonly<Record<string, AdoptedClause>>;
    source: PolicySource;
  }
>;

/** The version does not hold from that day on; on its very first day, that it never takes effect. */
export type PolicyRepealed = Message<'PolicyRepealed', { version: string; on: CalendarDate }>;

export type PolicyEvent = PolicyAdopted | PolicyRepealed;

export const policyEvents: EventTypes<PolicyEvent> = {
  PolicyAdopted: { schema: 1 },
  PolicyRepealed: { schema: 1 },
};

const STREAM = 'policy-';

/** All versions of one rule of one court. */
export const policyStream = (courtId: string, policy: string): string => `${STREAM}${courtId}-${policy}`;

const VERSION = /^(?<policy>[a-z-]+)-(?<court>[^-]+)-\d{4}-\d{2}$/;

/** The rule and the court that the id of a version names; `undefined` for what is no such id. */
export function namedByVersion(
  version: string,
): { readonly policy: string; readonly court: string } | undefined {
  const { policy, court } = VERSION.exec(version)?.groups ?? {};
  return policy === undefined || court === undefined ? undefined : { policy, court };
}

/** The court whose rule the stream is of; `undefined` for another stream. */
export const courtIdOfPolicyStream = (stream: string): string | undefined =>
  isPolicyStream(stream) ? stream.slice(STREAM.length).split('-', 1)[0] : undefined;

export const isPolicyStream = (stream: string): boolean => stream.startsWith(STREAM);
