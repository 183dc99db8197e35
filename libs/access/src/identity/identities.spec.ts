import { postDecider, type PostCommand } from '@liuhen/courts';
import { execute, logIdentity } from '@liuhen/event-store';
import { FixedClock, MemoryEventStore, seededEntropy, TEST_DEPLOYMENT } from '@liuhen/event-store/testing';
import { someAct } from '@liuhen/kernel/testing';
import { Problem } from '@liuhen/platform';
import { Directory } from '../directory/directory';
import { seedDirectory } from '../directory/seed';
import type { TokenVerifier } from '../tokens/token-verifier';
import { Identities } from './identities';
import { SecondFactor } from './second-factor';

const CHIEF = '黔0102.division-chief.civil-1';
const JUDGE = '黔0102.handling-judge.civil-1';

/** On 1 March 2026, when 卫华 lets 张明 act as chief for five days. */
describe('the identity of who acts by delegation', () => {
  const clock = new FixedClock();
  const runtime = {
    store: new MemoryEventStore(logIdentity(TEST_DEPLOYMENT, 'administration')),
    clock,
    entropy: seededEntropy(),
  };
  const directory = new Directory(clock);
  /** Seconds since the epoch. */
  const signedIn = Date.parse('2026-03-01T01:00:00.000Z') / 1000;
  const verifier = {
    verify: (person: string) => Promise.resolve({ person, expiresAt: 0, acr: 'two', authTime: signedIn }),
  } as unknown as TokenVerifier;
  const identities = new Identities(verifier, directory, new SecondFactor(['two'], clock));

  const enter = async (post: string, command: PostCommand): Promise<void> => {
    await execute(runtime, {
      decider: postDecider,
      stream: `post-${post}`,
      caseNumber: null,
      command,
      act: someAct({ key: JSON.stringify(command) }),
      permit: () => undefined,
      facts: () => Promise.resolve({ postId: post, courts: directory.courts, posts: directory.posts }),
    });
    await directory.catchUp(runtime.store);
  };
  const readerOf = async (person: string, post?: string) => {
    const named = post === undefined ? {} : { 'liuhen-post': encodeURIComponent(post) };
    const { reader } = await identities.identify({
      headers: { authorization: `Bearer ${person}`, ...named },
    });
    return reader;
  };
  const codeOf = (reading: Promise<unknown>): Promise<unknown> =>
    reading.then(
      () => undefined,
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );

  beforeAll(async () => {
    await seedDirectory(runtime, { demonstration: true });
    await directory.catchUp(runtime.store);
    await enter(CHIEF, {
      type: 'GrantDelegation',
      data: {
        ...{ person: 'wei-hua', to: 'zhang-ming', toPost: JUDGE, approver: 'chu-yun', reason: '出差' },
        ...{ from: '2026-03-01', until: '2026-03-06' },
      },
    });
  });
  beforeEach(() => clock.set('2026-03-01T01:00:00.000Z'));

  it('has a second factor as long as it is fresh', async () => {
    expect(await readerOf('zhang-ming')).toMatchObject({ secondFactor: true });
    clock.set('2026-03-01T01:10:01.000Z');
    expect(await readerOf('zhang-ming')).toMatchObject({ secondFactor: false });
  });

  it('is that of the post named, with the number of the delegation', async () => {
    expect(await readerOf('zhang-ming', CHIEF)).toEqual({
      ...{ person: 'zhang-ming', post: CHIEF, kind: 'divisionChief', division: '民事审判第一庭' },
      ...{ court: '黔0102', party: 'courtLeaders', delegation: '1' },
      secondFactor: true,
    });
  });

  it('is their own without a name, and in their own post', async () => {
    for (const named of [undefined, JUDGE])
      expect(await readerOf('zhang-ming', named)).toMatchObject({ post: JUDGE, delegation: null });
  });

  it('leaves the holder in the post', async () => {
    expect(await readerOf('wei-hua')).toMatchObject({ post: CHIEF, delegation: null });
  });

  it('stays one’s own while on leave', async () => {
    const leave = { person: 'wei-hua', from: '2026-03-01', until: '2026-03-06', reason: null };
    await enter(CHIEF, { type: 'RecordLeave', data: leave });
    expect(await readerOf('wei-hua')).toMatchObject({ post: CHIEF, delegation: null });
  });

  it('is nobody else’s', async () => {
    expect(await codeOf(readerOf('jiang-xue', CHIEF))).toBe('post-not-held');
  });

  it('ends on the day on which the delegation ends', async () => {
    clock.set('2026-03-05T15:59:59.999Z');
    expect(await readerOf('zhang-ming', CHIEF)).toMatchObject({ delegation: '1' });
    clock.set('2026-03-05T16:00:00.000Z');
    expect(await codeOf(readerOf('zhang-ming', CHIEF))).toBe('post-not-held');
  });

  it('ends with the tenure of who delegated', async () => {
    const leaving = { person: 'wei-hua', on: '2026-03-03', reason: null };
    await enter(CHIEF, { type: 'RecordPersonLeft', data: leaving });
    expect(await readerOf('zhang-ming', CHIEF)).toMatchObject({ delegation: '1' });
    clock.set('2026-03-03T01:00:00.000Z');
    expect(await codeOf(readerOf('zhang-ming', CHIEF))).toBe('post-not-held');
    expect(await codeOf(readerOf('wei-hua'))).toBe('no-post');
  });
});
