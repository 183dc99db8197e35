import { chinaDateOf, Refusal, type Act, type CalendarDate, type Decider } from '@liuhen/kernel';
import type { CourtDirectory } from '../courts/court-directory';
import { isSpan } from '../timeline';
import {
  policyEvents,
  type AdoptedClause,
  type PolicyAdopted,
  type PolicyEvent,
  type PolicyRepealed,
} from './policy.events';
import type { PolicyKind } from './policy-kind';
import { effective, endOf, evolvePolicy, type PolicyRecord } from './policy-record';
import { policyRefusals, refuse } from './policy.refusals';

export type PolicyCommand =
  | { readonly type: 'AdoptPolicy'; readonly data: PolicyAdopted['data'] }
  | { readonly type: 'RepealPolicy'; readonly data: PolicyRepealed['data'] };

export interface PolicyFacts {
  readonly courts: CourtDirectory;
  readonly kinds: readonly PolicyKind[];
}

export const policyDecider: Decider<PolicyRecord, PolicyCommand, PolicyEvent, PolicyFacts> = {
  events: policyEvents,
  initial: [],

  decide(command, state, act, facts) {
    switch (command.type) {
      case 'AdoptPolicy':
        return (
          refuseName(command.data, state, facts) ??
          refusePeriod(command.data, state, act) ??
          refuseClauses(command.data, facts) ?? [{ type: 'PolicyAdopted', data: command.data }]
        );
      case 'RepealPolicy':
        return refuseRepeal(command.data, state, act) ?? [{ type: 'PolicyRepealed', data: command.data }];
    }
  },

  evolve: evolvePolicy,
};

function refuseName(
  { policy, version, court }: PolicyAdopted['data'],
  state: PolicyRecord,
  { courts, kinds }: PolicyFacts,
): Refusal | undefined {
  if (!kinds.some((kind) => kind.policy === policy)) return refuse('policy-kind-unknown', 'policy');
  if (!courts.has(court)) return refuse('policy-court-unknown', 'court');
  const prefix = `${policy}-${court}-`;
  if (!version.startsWith(prefix) || !YEAR_AND_NUMBER.test(version.slice(prefix.length)))
    return refuse('policy-version-misnamed', 'version');
  return state.some((each) => each.version === version)
    ? refuse('policy-version-taken', 'version')
    : undefined;
}

const YEAR_AND_NUMBER = /^\d{4}-\d{2}$/;

function refusePeriod(
  { from, until }: PolicyAdopted['data'],
  state: PolicyRecord,
  act: Act,
): Refusal | undefined {
  if (!isSpan({ from, until })) return refuse('policy-period-reversed', 'until');
  if (isRetroactive(from, act)) return refuse('policy-retroactive', 'from');
  return effective(state).some((earlier) => earlier.from >= from)
    ? refuse('policy-begins-too-early', 'from')
    : undefined;
}

/** Nobody could go by a rule of before its adoption; only what the system takes over may have held before. */
const isRetroactive = (day: CalendarDate, { at, source, actor }: Act): boolean =>
  day < chinaDateOf(at) && !(source === 'imported' && actor.party === 'system');

function refuseClauses(
  { policy, clauses }: PolicyAdopted['data'],
  { kinds }: PolicyFacts,
): Refusal | undefined {
  const kind = kinds.find((each) => each.policy === policy);
  const refusals = Object.entries(clauses).flatMap((entry) => refuseClause(kind, ...entry) ?? []);
  const [first, ...also] = refusals;
  if (first) return new Refusal(first.code, first.message, { field: first.field, also });
  return Object.keys(clauses).length === 0 ? refuse('policy-without-clauses', 'clauses') : undefined;
}

function refuseClause(
  kind: PolicyKind | undefined,
  clause: string,
  { text, content }: AdoptedClause,
): Refusal | undefined {
  const field = `clauses.${clause}`;
  if (text.trim() === '') return refuse('policy-clause-without-text', `${field}.text`);
  const reason = kind?.check(clause, content);
  if (reason === undefined) return undefined;
  const code = 'policy-clause-invalid';
  return new Refusal(code, `${policyRefusals[code].text}：${clause} ${reason}`, { field });
}

function refuseRepeal(
  { version, on }: PolicyRepealed['data'],
  state: PolicyRecord,
  act: Act,
): Refusal | undefined {
  const repealed = state.find((each) => each.version === version);
  if (!repealed) return refuse('policy-version-unknown', 'version');
  if (on < repealed.from) return refuse('policy-repealed-before-start', 'on');
  if (isRetroactive(on, act)) return refuse('policy-retroactive', 'on');
  const end = endOf(state, repealed);
  return end !== null && end <= on ? refuse('policy-already-ended', 'on') : undefined;
}
