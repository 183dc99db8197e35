import type { Decider, Decision, Refusal } from '@liuhen/kernel';
import type { CourtDirectory } from '../courts/court-directory';
import { overlaps } from '../timeline';
import { postKindOf } from './post-kind';
import { evolvePost, type PostRecord } from './post-record';
import {
  postEvents,
  type PersonAppointed,
  type PersonLeft,
  type PostEstablished,
  type PostEvent,
} from './post.events';
import { refuse } from './post.refusals';

export type PostCommand =
  | { readonly type: 'EstablishPost'; readonly data: PostEstablished['data'] }
  | { readonly type: 'AppointPerson'; readonly data: PersonAppointed['data'] }
  | { readonly type: 'RecordPersonLeft'; readonly data: PersonLeft['data'] };

export interface PostFacts {
  readonly courts: CourtDirectory;
}

export const postDecider: Decider<PostRecord | undefined, PostCommand, PostEvent, PostFacts> = {
  events: postEvents,
  initial: undefined,

  decide(command, state, _act, facts) {
    if (command.type === 'EstablishPost')
      return state ? refuse('post-already-established') : establish(command.data, facts);
    if (!state) return refuse('post-not-established');
    switch (command.type) {
      case 'AppointPerson':
        return refuseAppointment(command.data, state) ?? [{ type: 'PersonAppointed', data: command.data }];
      case 'RecordPersonLeft':
        return refuseLeaving(command.data, state) ?? [{ type: 'PersonLeft', data: command.data }];
    }
  },

  evolve: evolvePost,
};

function establish(post: PostEstablished['data'], { courts }: PostFacts): Decision<PostEvent> {
  if (!courts.has(post.court)) return refuse('post-court-unknown', 'court');
  if (!postKindOf(post.kind)) return refuse('post-kind-unknown', 'kind');
  return [{ type: 'PostEstablished', data: post }];
}

function refuseAppointment(
  { person, from }: PersonAppointed['data'],
  { kind, tenures }: PostRecord,
): Refusal | undefined {
  const holders = tenures.filter((tenure) => overlaps(tenure, { from, until: null }));
  if (holders.some((holder) => holder.person === person)) return refuse('person-already-in-post', 'person');
  const isSingle = postKindOf(kind)?.seats === 'one';
  return isSingle && holders.length > 0 ? refuse('post-occupied', 'from') : undefined;
}

function refuseLeaving({ person, on }: PersonLeft['data'], { tenures }: PostRecord): Refusal | undefined {
  const tenure = tenures.find((held) => held.person === person && held.until === null);
  if (!tenure) return refuse('person-not-in-post', 'person');
  return on > tenure.from ? undefined : refuse('leaves-before-appointment', 'on');
}
