import { isRefusal } from '@liuhen/kernel';
import { someAct, someHeader } from '@liuhen/kernel/testing';
import { guizhouCourts } from '../courts/guizhou-courts';
import { withCourtEvent, type CourtDirectory } from '../courts/court-directory';
import { demonstrationPosts } from './demonstration-posts';
import { superiorsOf } from './ladder';
import { emptyPostDirectory, postsHeldBy, withPostEvent, type PostDirectory } from './post-record';
import { postDecider } from './post.decider';
import type { PostCommand } from './post-command';

const courts: CourtDirectory = guizhouCourts.reduce<CourtDirectory>(
  (before, { stream, command }) =>
    withCourtEvent(before, { type: 'CourtEstablished', data: command.data, header: { stream } }),
  new Map(),
);

const IMPORT = someAct({
  source: 'imported',
  actor: { person: 'supervision-system', post: '黔.supervision-system', party: 'system', delegation: null },
});

function decided(before: PostDirectory, postId: string, stream: string, command: PostCommand): PostDirectory {
  const facts = { postId, courts, posts: before };
  const decision = postDecider.decide(command, before.get(postId), IMPORT, facts);
  if (isRefusal(decision)) throw decision;
  return decision.reduce(
    (posts, event) => withPostEvent(posts, { ...event, header: someHeader({ stream }) }),
    before,
  );
}

const posts = demonstrationPosts.reduce(
  (before, { postId, stream, commands }) =>
    commands.reduce((directory, command) => decided(directory, postId, stream, command), before),
  emptyPostDirectory,
);

const heldBy = (person: string) => postsHeldBy(posts, person, '2026-03-01').map(({ id }) => id);

describe('the demonstration people', () => {
  it('hold the posts that the seed gives them, by the rules of appointment', () => {
    expect(heldBy('case-system')).toEqual(['黔.case-system']);
    expect(heldBy('inspector')).toEqual(['黔.trial-management-officer']);
    expect(heldBy('zhao-hong')).toEqual(['黔.president', '黔.party-secretary']);
    expect(heldBy('zhang-ming')).toEqual(['黔0102.handling-judge.civil-1']);
  });

  it('fill every post, in five courts, and are marked as invented', () => {
    const appointments = demonstrationPosts.map(({ commands }) =>
      commands.filter((command) => command.type === 'AppointPerson'),
    );
    for (const ofPost of appointments) expect(ofPost.length).toBeGreaterThan(0);
    for (const { data } of appointments.flat()) expect(data.demonstration).toBe(true);
    expect(new Set([...posts.values()].map(({ court }) => court)).size).toBe(5);
  });

  it('are, in one court, all whom a review needs, up to a committee of an odd number', () => {
    const court = [...posts].filter(([, post]) => post.court === '黔0102');
    const peopleIn = (...kinds: readonly string[]) =>
      court.flatMap(([, { kind, tenures }]) =>
        kinds.includes(kind) ? tenures.map(({ person }) => person) : [],
      );
    const committee = peopleIn('president', 'vicePresident', 'adjudicationCommitteeMember', 'committeeSeat');
    expect(new Set(committee).size % 2).toBe(1);
    expect(peopleIn('handlingJudge')).toHaveLength(3);
    expect(superiorsOf(posts, '黔0102.handling-judge.civil-1', '2026-03-01')).toEqual([
      '黔0102.division-chief.civil-1',
      '黔0102.vice-president.civil',
      '黔0102.president',
    ]);
  });

  it('hold one post each in that court, so that nobody has to say in which they act', () => {
    const held = new Map<string, number>();
    for (const { court, tenures } of posts.values())
      if (court === '黔0102') for (const { person } of tenures) held.set(person, (held.get(person) ?? 0) + 1);
    expect([...held.values()].every((count) => count === 1)).toBe(true);
  });
});
