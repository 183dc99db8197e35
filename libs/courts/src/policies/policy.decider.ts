import { chinaDateOf, type Act, type CalendarDate, type Decider, type Refusal } from '@liuhen/kernel';
import type { CourtDirectory } from '../courts/court-directory';
import { isSystemImport } from '../proposals/system-import';
import { isSpan } from '../timeline';
import {
  namedByVersion,
  policyEvents,
  type PolicyAdopted,
  type PolicyEvent,
  type PolicyRepealed,
} from './policy.events';
import type { PolicyKind } from './policy-kind';
import { effective, endOf, evolvePolicy, type PolicyRecord } from './policy-record';
import { refuse } from './policy.refusals';
import { refuseClauses } from './refuse-clauses';

export type PolicyCommand =
  | { readonly type: 'AdoptPolicy'; readonly data: PolicyAdopted['data'] }
  | { readonly type: 'RepealPolicy'; readonly data: PolicyRepealed['data'] };

export interface PolicyFacts {
  readonly courts: CourtDirectory;
  readonly kinds: readonly PolicyKind[];
}

type PolicyDecider = Decider<PolicyRecord, PolicyCommand, PolicyEvent, PolicyFacts>;

/** What the system takes over from elsewhere, which others have laid down already. */
export const policyDecider: PolicyDecider = {
  events: policyEvents,
  initial: [],
  decide: (command, state, act, facts) =>
    isSystemImport(act) ? decidePolicy(command, state, act, facts) : refuse('policy-change-needs-approval'),
  evolve: evolvePolicy,
};

/** Whoever has decided on it. */
export const decidePolicy: PolicyDecider['decide'] = (command, state, act, facts) => {
  switch (command.type) {
    case 'AdoptPolicy':
      return (
        refuseName(command.data, state, facts) ??
        refusePeriod(command.data, state, act) ??
        refuseClauses(command.data.policy, command.data.clauses, facts.kinds) ?? [
          { type: 'PolicyAdopted', data: command.data },
        ]
      );
    case 'RepealPolicy':
      return refuseRepeal(command.data, state, act) ?? [{ type: 'PolicyRepealed', data: command.data }];
  }
};

function refuseName(
  { policy, version, court }: PolicyAdopted['data'],
  state: PolicyRecord,
  { courts, kinds }: PolicyFacts,
): Refusal | undefined {
  if (!kinds.some((kind) => kind.policy === policy)) return refuse('policy-kind-unknown', 'policy');
  if (!courts.has(court)) return refuse('policy-court-unknown', 'court');
  const named = namedByVersion(version);
  if (named?.policy !== policy || named.court !== court) return refuse('policy-version-misnamed', 'version');
  return state.some((each) => each.version === version)
    ? refuse('policy-version-taken', 'version')
    : undefined;
}

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

/** Nobody could go by a rule before it was laid down. */
const isRetroactive = (day: CalendarDate, act: Act): boolean =>
  day < chinaDateOf(act.at) && !isSystemImport(act);

function refuseRepeal(
  { version, on }: PolicyRepealed['data'],
  state: PolicyRecord,
  act: Act,
): Refusal | undefined {
  const repealed = state.find((each) => each.version === version);
  if (!repealed) return refuse('policy-version-not-found', 'version');
  if (on < repealed.from) return refuse('policy-repealed-before-start', 'on');
  if (isRetroactive(on, act)) return refuse('policy-retroactive', 'on');
  const end = endOf(state, repealed);
  return end !== null && end <= on ? refuse('policy-already-ended', 'on') : undefined;
}
