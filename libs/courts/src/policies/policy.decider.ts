import { chinaDateOf, type Act, type CalendarDate, type Decider, type Refusal } from '@liuhen/kernel';
import type { CourtDirectory } from '../courts/court-directory';
import type { PostDirectory } from '../posts/post-record';
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
  readonly posts: PostDirectory;
  readonly kinds: readonly PolicyKind[];
}

export const policyDecider: Decider<PolicyRecord, PolicyCommand, PolicyEvent, PolicyFacts> = {
  events: policyEvents,
  initial: [],

  decide(command, state, act, facts) {
    switch (command.type) {
      case 'AdoptPolicy':
        return (
          refuseActor(command.data.court, act, facts) ??
          refuseName(command.data, state, facts) ??
          refusePeriod(command.data, state, act) ??
          refuseClauses(command.data.policy, command.data.clauses, facts.kinds) ?? [
            { type: 'PolicyAdopted', data: command.data },
          ]
        );
      case 'RepealPolicy':
        return (
          refuseRepeal(command.data, state, act, facts) ?? [{ type: 'PolicyRepealed', data: command.data }]
        );
    }
  },

  evolve: evolvePolicy,
};

/** Posts that lay down and end the rules of their own court. */
const ENTITLED: ReadonlySet<string> = new Set(['president', 'trialManagementDirector']);

function refuseActor(court: string, act: Act, { posts }: PolicyFacts): Refusal | undefined {
  if (isSystemImport(act)) return undefined;
  const post = posts.get(act.actor.post);
  return post?.court === court && ENTITLED.has(post.kind) ? undefined : refuse('policy-not-permitted');
}

/** What the system takes over from elsewhere may have held before. */
const isSystemImport = ({ source, actor }: Act): boolean => source === 'imported' && actor.party === 'system';

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
  facts: PolicyFacts,
): Refusal | undefined {
  const repealed = state.find((each) => each.version === version);
  if (!repealed) return refuse('policy-version-not-found', 'version');
  const refusal = refuseActor(repealed.court, act, facts);
  if (refusal) return refusal;
  if (on < repealed.from) return refuse('policy-repealed-before-start', 'on');
  if (isRetroactive(on, act)) return refuse('policy-retroactive', 'on');
  const end = endOf(state, repealed);
  return end !== null && end <= on ? refuse('policy-already-ended', 'on') : undefined;
}
