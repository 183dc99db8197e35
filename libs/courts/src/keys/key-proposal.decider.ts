import {
  chinaDateOf,
  type Act,
  type CalendarDate,
  type JsonObject,
  type Message,
  type Refusal,
} from '@liuhen/kernel';
import { indexOf } from '../posts/post-index';
import { isEntitled, SECURITY_ADMINISTRATOR } from '../proposals/entitled';
import { proposalDecider, type ChangeRules, type ProposalFacts } from '../proposals/proposal-decider';
import { isSpan } from '../timeline';
import { keyEvents, type KeyEvent, type PersonKeyRevoked } from './key.events';
import { evolveKeys, type KeyBook, type KeyRecord } from './key-record';
import { refuse } from './key.refusals';
import { algorithmOf, publicKeyOf, thumbprintOf } from './public-key';

export type KeyChange =
  | Message<
      'RegisterKey',
      { person: string; jwk: JsonObject; from: CalendarDate; until: CalendarDate | null }
    >
  | Message<'RevokeKey', PersonKeyRevoked['data']>;

export interface KeyFacts extends ProposalFacts {
  /** Of everybody. */
  readonly keys: KeyBook;
}

type KeyRules = ChangeRules<KeyRecord, KeyChange, KeyEvent, KeyFacts>;

const rules: KeyRules = {
  events: keyEvents,
  initial: [],
  approvals: 1,

  decide(change, state, act, facts) {
    const today = chinaDateOf(act.at);
    if (change.type === 'RevokeKey')
      return refuseRevocation(change.data, state, today) ?? [{ type: 'PersonKeyRevoked', data: change.data }];
    const { person, from, until } = change.data;
    const jwk = publicKeyOf(change.data.jwk);
    if (!jwk) return refuse('key-unreadable', 'jwk');
    if (!isSpan({ from, until })) return refuse('key-period-reversed', 'until');
    if (from < today) return refuse('key-retroactive', 'from');
    const thumbprint = thumbprintOf(jwk);
    if ([...facts.keys.values(), state].flat().some((key) => key.thumbprint === thumbprint))
      return refuse('key-already-registered', 'jwk');
    const data = { person, jwk, algorithm: algorithmOf(jwk), thumbprint, from, until };
    return [{ type: 'PersonKeyRegistered', data }];
  },

  evolve: evolveKeys,

  refuseProposer({ type, data: { person } }, _, act, facts) {
    const isOwn = act.actor.person === person && act.actor.delegation === null;
    const isAdministrator = type === 'RevokeKey' && isEntitledFor(person, SECURITY_ADMINISTRATOR, act, facts);
    return isOwn || isAdministrator ? undefined : refuse('key-proposal-not-permitted');
  },

  refuseApprover({ change, proposedBy }, _, act, facts) {
    const proposer = facts.posts.get(proposedBy.post)?.kind;
    const kind = proposer === SECURITY_ADMINISTRATOR ? 'president' : SECURITY_ADMINISTRATOR;
    return isEntitledFor(change.data.person, kind, act, facts)
      ? undefined
      : refuse('key-approval-not-permitted');
  },
};

/** 签名密钥: proposed by whose key it is, approved by the security administrator. */
export const keyProposalDecider = proposalDecider(rules);

/** In a court in which the person holds or held a post. */
const isEntitledFor = (person: string, kind: string, act: Act, facts: KeyFacts): boolean =>
  (indexOf(facts.posts).held.get(person) ?? []).some((post) =>
    isEntitled([kind], act, facts.posts.get(post)?.court ?? '', facts),
  );

function refuseRevocation(
  { thumbprint, on }: PersonKeyRevoked['data'],
  state: KeyRecord,
  today: CalendarDate,
): Refusal | undefined {
  const key = state.find((one) => one.thumbprint === thumbprint);
  if (!key) return refuse('key-not-found', 'thumbprint');
  if (on < today) return refuse('key-retroactive', 'on');
  return key.until !== null && key.until <= on ? refuse('key-already-ended', 'on') : undefined;
}
