import { isRefusal } from '@liuhen/kernel';
import { someAct } from '@liuhen/kernel/testing';
import fc from 'fast-check';
import { covers } from '../timeline';
import { postsDelegatedTo } from './delegation';
import { superiorsOf } from './ladder';
import { holdersOn, type PostDirectory } from './post-record';
import { decidePost } from './post.decider';
import type { PostCommand } from './post-command';
import { answeredBy, answeringFor } from './responsibility';
import { directoryOf, established, overseeing, type PostHistory } from './testing';

const POSTS: PostHistory = [
  established('c.judge', 'handlingJudge', '民庭'),
  established('c.other-judge', 'handlingJudge', '刑庭'),
  established('c.deputy', 'deputyDivisionChief', '民庭'),
  established('c.chief', 'divisionChief', '民庭'),
  established('c.vice', 'vicePresident'),
  established('c.president', 'president'),
  established('d.judge', 'handlingJudge', '民庭'),
  established('d.president', 'president'),
];
const POST_IDS = POSTS.map(([id]) => id);
const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Somebody wishes something of a post; about whom exactly is chosen among those who are in it. */
const wish = fc.record({
  type: fc.constantFrom(
    ...repeated({ appoint: 5, leave: 3, back: 1, delegate: 5, revoke: 1, depart: 1, oversee: 1 }),
  ),
  post: fc.constantFrom(...POST_IDS),
  otherPost: fc.constantFrom(...POST_IDS),
  person: fc.constantFrom(...PEOPLE),
  choice: fc.nat(3),
  day: fc.integer({ min: 1, max: 20 }),
  lasts: fc.option(fc.integer({ min: 1, max: 20 })),
});
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never;

function repeated<Name extends string>(weights: Readonly<Record<Name, number>>): readonly Name[] {
  return (Object.keys(weights) as Name[]).flatMap((name) =>
    Array.from({ length: weights[name] }, () => name),
  );
}

const dayOf = (number: number): string => `2026-02-${String(Math.min(number, 28)).padStart(2, '0')}`;

function commandOf(posts: PostDirectory, { type, post, otherPost, choice, ...wished }: Wish): PostCommand {
  const on = dayOf(wished.day);
  const until = wished.lasts === null ? null : dayOf(wished.day + wished.lasts);
  const chosen = (id: string): string => {
    const holders = holdersOn(posts, id, on);
    return holders[choice % holders.length]?.person ?? wished.person;
  };
  const person = chosen(post);
  switch (type) {
    case 'appoint':
      return {
        type: 'AppointPerson',
        data: { person: wished.person, name: 'n', from: on, demonstration: true },
      };
    case 'depart':
      return { type: 'RecordPersonLeft', data: { person, on, reason: null } };
    case 'leave':
      return { type: 'RecordLeave', data: { person, from: on, until, reason: null } };
    case 'back':
      return { type: 'EndLeave', data: { person, on } };
    case 'delegate': {
      const above = superiorsOf(posts, post, on).find((id) => holdersOn(posts, id, on).length > 0);
      const approver = above === undefined ? person : chosen(above);
      const to = { to: chosen(otherPost), toPost: otherPost };
      return { type: 'GrantDelegation', data: { person, ...to, from: on, until, approver, reason: null } };
    }
    case 'revoke':
      return { type: 'RevokeDelegation', data: { delegation: String(choice), on } };
    case 'oversee':
      return { type: 'AssignOversight', data: { divisions: choice > 1 ? ['民庭'] : [], from: on } };
  }
}

/** What comes of wishes of which the impossible ones are refused. */
const lived = fc
  .array(wish, { minLength: 30, maxLength: 100 })
  .map((wishes) => wishes.reduce(after, directoryOf([...POSTS, overseeing('c.vice', ['刑庭'])])));

function after(posts: PostDirectory, wished: Wish): PostDirectory {
  const facts = { postId: wished.post, courts: new Map(), posts };
  const decision = decidePost(commandOf(posts, wished), posts.get(wished.post), someAct(), facts);
  if (isRefusal(decision)) return posts;
  const events = decision.map((event) => [wished.post, event] as const);
  return directoryOf(events, posts);
}

const day = fc.integer({ min: 1, max: 28 }).map(dayOf);

/** Posts as such, and everybody by name in each. */
const HOLDERS = POST_IDS.flatMap((id) => [null, ...PEOPLE].map((name) => ({ post: id, person: name })));

const courtOf = (postId: string) => postId.split('.')[0];
const isOnLeave = (posts: PostDirectory, name: string, on: string) =>
  [...posts.values()].some(({ leaves }) => leaves.some((one) => one.person === name && covers(one, on)));
const isIn = (posts: PostDirectory, postId: string, name: string, on: string) =>
  holdersOn(posts, postId, on).some((tenure) => tenure.person === name);
const everIn = (posts: PostDirectory, postId: string) => {
  const { tenures, delegations } = posts.get(postId) ?? { tenures: [], delegations: [] };
  return new Set([...tenures.map((one) => one.person), ...delegations.map(({ to }) => to)]);
};

const always = (check: (posts: PostDirectory, on: string) => void) =>
  fc.assert(fc.property(lived, day, check), { numRuns: 100 });

describe('whatever happens to the posts of a court', () => {
  it('reaches delegates and superiors, so that what follows says something', () => {
    const reasons = fc
      .sample(fc.tuple(lived, day), { numRuns: 100, seed: 1 })
      .flatMap(([posts, on]) => HOLDERS.map((holder) => answeringFor(posts, holder, on).why));
    expect(new Set(reasons)).toEqual(new Set(['holder', 'delegate', 'superior']));
  });

  it('somebody in a post of the same court answers for each holder, or the post itself', () =>
    always((posts, on) => {
      const isRight = (holder: (typeof HOLDERS)[number]): boolean => {
        const { post: id, person: name, delegation: number } = answeringFor(posts, holder, on);
        if (!posts.has(id) || courtOf(id) !== courtOf(holder.post)) return false;
        if (name === null) return id === holder.post;
        if (number === null) return isIn(posts, id, name, on);
        return postsDelegatedTo(posts, name, on).some((delegated) => delegated.id === id);
      };
      expect(HOLDERS.filter((holder) => !isRight(holder))).toEqual([]);
    }));

  it('what a person answers for is what they are found to answer for, and nothing else', () =>
    always((posts, on) => {
      const found = PEOPLE.flatMap((name) =>
        answeredBy(posts, name, on).map((holder) => ({ ...holder, by: name })),
      );
      const expected = POST_IDS.flatMap((id) =>
        [null, ...everIn(posts, id)].flatMap((name) => {
          const { person: by, delegation, why } = answeringFor(posts, { post: id, person: name }, on);
          return by === null ? [] : [{ post: id, person: name, delegation, why, by }];
        }),
      );
      const sorted = (holders: readonly object[]) => holders.map((one) => JSON.stringify(one)).sort();
      expect(sorted(found)).toEqual(sorted(expected));
    }));

  it('who is on leave or holds no post answers for nothing', () =>
    always((posts, on) => {
      for (const name of PEOPLE) {
        const isAway = isOnLeave(posts, name, on) || !POST_IDS.some((id) => isIn(posts, id, name, on));
        if (isAway) expect(answeredBy(posts, name, on)).toEqual([]);
      }
    }));

  it('nobody answers for what a colleague holds who is there', () =>
    always((posts, on) => {
      const isThere = (id: string, name: string) => isIn(posts, id, name, on) && !isOnLeave(posts, name, on);
      const taken = PEOPLE.flatMap((name) =>
        answeredBy(posts, name, on).filter(
          (holder) => holder.person !== null && holder.person !== name && isThere(holder.post, holder.person),
        ),
      );
      expect(taken).toEqual([]);
    }));

  it('who has a power by delegation holds a post in the same court, and has it from somebody in that post', () =>
    always((posts, on) => {
      for (const name of PEOPLE)
        for (const { id, court, delegation: number } of postsDelegatedTo(posts, name, on)) {
          const granted = posts.get(id)?.delegations.find((one) => one.id === number);
          expect(granted?.person).not.toBe(name);
          expect(isIn(posts, id, granted?.person ?? '', on)).toBe(true);
          expect(POST_IDS.some((own) => courtOf(own) === court && isIn(posts, own, name, on))).toBe(true);
        }
    }));
});

describe('in a large court', () => {
  const DIVISIONS = 27;
  const JUDGES = 10;
  const ON = '2026-02-10';

  const large = (): PostDirectory => {
    const divisions = Array.from({ length: DIVISIONS }, (_, index) => `第${String(index)}庭`);
    const history = divisions.flatMap((division, index): PostHistory => [
      established(`c.chief-${String(index)}`, 'divisionChief', division),
      ...Array.from({ length: JUDGES }, (_one, judge) =>
        established(`c.judge-${String(index)}-${String(judge)}`, 'handlingJudge', division),
      ),
    ]);
    const posts = [...history, ...POSTS.filter(([id]) => courtOf(id) === 'c')];
    const held = posts.map(([id], index): PostHistory[number] => [
      id,
      {
        type: 'PersonAppointed',
        data: { person: `p${String(index)}`, name: 'n', from: '2026-01-01', demonstration: true },
      },
    ]);
    return directoryOf([...posts, overseeing('c.vice', divisions), ...held]);
  };

  const tookMs = (asking: () => void): number => {
    const started = performance.now();
    asking();
    return performance.now() - started;
  };

  it('what a person answers for is found at once, also the first time after a change', () => {
    expect(answeredBy(large(), 'p0', ON)).toHaveLength(2);
    const changed = Array.from({ length: 20 }, large);
    const first = changed.map((posts) => tookMs(() => answeredBy(posts, 'p0', ON)));
    const again = changed.map((posts) => tookMs(() => answeredBy(posts, 'p1', ON)));
    // A quiet machine takes 3 ms and 2 µs.
    expect(Math.min(...first)).toBeLessThan(50);
    expect(Math.min(...again)).toBeLessThan(5);
  });
});
