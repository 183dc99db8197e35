import { someHeader } from '@liuhen/kernel/testing';
import { emptyPostDirectory, withPostEvent, type PostDirectory } from './post-record';
import { postStream, WHOLE_POST, type PostEvent } from './post.events';

/** What happened to which post. */
export type PostHistory = readonly (readonly [postId: string, event: PostEvent])[];

export const directoryOf = (history: PostHistory, before = emptyPostDirectory): PostDirectory =>
  history.reduce(
    (posts, [postId, event]) =>
      withPostEvent(posts, { ...event, header: someHeader({ stream: postStream(postId) }) }),
    before,
  );

/** A post of the court that its id names before the point. */
export const established = (
  postId: string,
  kind: string,
  division: string | null = null,
): PostHistory[number] => [
  postId,
  { type: 'PostEstablished', data: { court: postId.split('.')[0] ?? '', kind, title: postId, division } },
];

export const appointed = (postId: string, person: string, from = '2024-01-01'): PostHistory[number] => [
  postId,
  { type: 'PersonAppointed', data: { person, name: person, from, demonstration: true } },
];

export const left = (postId: string, person: string, on: string): PostHistory[number] => [
  postId,
  { type: 'PersonLeft', data: { person, on, reason: null } },
];

export const onLeave = (
  postId: string,
  person: string,
  from: string,
  until: string | null = null,
): PostHistory[number] => [postId, { type: 'LeaveRecorded', data: { person, from, until, reason: null } }];

interface Delegating {
  readonly person: string;
  readonly to: string;
  readonly toPost: string;
  readonly from: string;
  readonly until?: string;
  readonly delegation?: string;
  readonly scope?: string;
}

export const delegated = (postId: string, delegating: Delegating): PostHistory[number] => [
  postId,
  {
    type: 'DelegationGranted',
    data: { delegation: '1', until: null, scope: WHOLE_POST, approver: 'xia', reason: null, ...delegating },
  },
];

export const overseeing = (
  postId: string,
  divisions: readonly string[],
  from = '2024-01-01',
): PostHistory[number] => [postId, { type: 'OversightAssigned', data: { divisions, from } }];
