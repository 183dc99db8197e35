import {
  demonstrationPosts,
  guizhouCourts,
  postDecider,
  type CourtDirectory,
  type CourtRecord,
  type PostCommand,
} from '@liuhen/courts';
import { execute, logIdentity, type Runtime } from '@liuhen/event-store';
import { FixedClock, MemoryEventStore, seededEntropy, TEST_DEPLOYMENT } from '@liuhen/event-store/testing';
import { someAct } from '@liuhen/kernel/testing';
import { Directory } from './directory';
import { seedDirectory } from './seed';

const runtimeOf = (): Runtime & { readonly clock: FixedClock } => ({
  store: new MemoryEventStore(logIdentity(TEST_DEPLOYMENT, 'administration')),
  clock: new FixedClock(),
  entropy: seededEntropy(),
});

const command = (
  runtime: Runtime,
  post: string,
  data: PostCommand,
  key: string,
  courts: CourtDirectory = new Map(),
) =>
  execute(runtime, {
    decider: postDecider,
    stream: `post-${post}`,
    caseNumber: null,
    command: data,
    act: someAct({ key }),
    permit: () => undefined,
    facts: () => Promise.resolve({ postId: post, courts, posts: new Map() }),
  });

describe('the directory', () => {
  it('is seeded once, whoever starts when', async () => {
    const runtime = runtimeOf();
    await Promise.all([1, 2].map(() => seedDirectory(runtime, { demonstration: true })));
    const head = await runtime.store.head();
    await seedDirectory(runtime, { demonstration: true });
    expect(await runtime.store.head()).toBe(head);
    const directory = new Directory(runtime.clock);
    await directory.catchUp(runtime.store);
    expect(directory.courts.size).toBe(guizhouCourts.length);
    expect(directory.posts.size).toBe(demonstrationPosts.length);
  });

  it('has no invented people where they are not asked for', async () => {
    const runtime = runtimeOf();
    await seedDirectory(runtime, { demonstration: false });
    const directory = new Directory(runtime.clock);
    await directory.catchUp(runtime.store);
    expect([directory.courts.size, directory.posts.size]).toEqual([guizhouCourts.length, 0]);
  });

  it('marks its seeds as imported acts of the system', async () => {
    const runtime = runtimeOf();
    await seedDirectory(runtime, { demonstration: false });
    const [event] = await runtime.store.readStream('court-黔');
    expect(event?.header).toMatchObject({ source: 'imported', actor: { party: 'system' }, occurredAt: null });
  });

  it('tells names and posts, and an id where it knows no name', async () => {
    const runtime = runtimeOf();
    await seedDirectory(runtime, { demonstration: true });
    const directory = new Directory(runtime.clock);
    await directory.catchUp(runtime.store);
    expect(directory.personName('zhang-ming')).toBe('张明');
    expect(directory.personName('nobody')).toBe('nobody');
    expect(directory.courtName('黔0102')).toBe('贵州省贵阳市南明区人民法院');
    expect(directory.courtName('浙01')).toBe('浙01');
    expect(directory.postTitle('黔0102.president')).toBe('院长');
    expect(
      directory
        .postsOf('zhao-hong')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['黔.party-secretary', '黔.president']);
  });

  it('follows the log: who has left holds no post any more, and the directory goes on knowing them', async () => {
    const runtime = runtimeOf();
    await seedDirectory(runtime, { demonstration: true });
    const directory = new Directory(runtime.clock);
    await directory.follow(runtime.store);
    const post = '黔0102.handling-judge.civil-1';
    const leaving = {
      type: 'RecordPersonLeft',
      data: { person: 'zhang-ming', on: '2026-03-01', reason: null },
    } as const;
    await command(runtime, post, leaving, 'leaves');
    await until(() => directory.postsOf('zhang-ming').length === 0);
    expect(directory.knowsPerson('zhang-ming')).toBe(true);
    expect(directory.failure).toBeUndefined();
    await directory.close();
  });

  it('reads what was written just now, also while it follows the log, and each event once', async () => {
    const runtime = runtimeOf();
    await seedDirectory(runtime, { demonstration: true });
    const directory = new Directory(runtime.clock);
    await directory.follow(runtime.store);
    const data = { person: 'newcomer', name: '新人', from: '2026-03-01', demonstration: true };
    await command(runtime, '黔0102.handling-judge.civil-1', { type: 'AppointPerson', data }, 'comes');
    await Promise.all([directory.catchUp(runtime.store), directory.catchUp(runtime.store)]);
    expect(directory.postsOf('newcomer')).toHaveLength(1);
    await until(() => false, 20);
    const tenures = directory.posts.get('黔0102.handling-judge.civil-1')?.tenures ?? [];
    expect(tenures.filter(({ person }) => person === 'newcomer')).toHaveLength(1);
    await directory.close();
  });

  it('completes what an earlier release has seeded', async () => {
    const runtime = runtimeOf();
    const post = '黔0102.vice-president.civil';
    const description = { court: '黔0102', kind: 'vicePresident', title: '副院长', division: null };
    const courts = new Map([['黔0102', {} as CourtRecord]]);
    await command(runtime, post, { type: 'EstablishPost', data: description }, 'earlier', courts);
    const data = { person: 'chu-yun', name: '褚云', from: '2024-01-01', demonstration: true };
    await command(runtime, post, { type: 'AppointPerson', data }, 'earlier-too');
    for (let start = 0; start < 2; start++) await seedDirectory(runtime, { demonstration: true });
    const events = await runtime.store.readStream(`post-${post}`);
    expect(events.map(({ header }) => header.type)).toEqual([
      'PostEstablished',
      'PersonAppointed',
      'OversightAssigned',
    ]);
  });

  it('goes by the day: a post that begins tomorrow is not held today', async () => {
    const runtime = runtimeOf();
    await seedDirectory(runtime, { demonstration: true });
    const data = { person: 'newcomer', name: '新人', from: '2026-03-02', demonstration: true };
    await command(runtime, '黔0102.handling-judge.civil-1', { type: 'AppointPerson', data }, 'comes');
    const directory = new Directory(runtime.clock);
    await directory.catchUp(runtime.store);
    expect(directory.postsOf('newcomer')).toEqual([]);
    runtime.clock.set('2026-03-01T16:00:00.000Z');
    expect(directory.postsOf('newcomer')).toHaveLength(1);
  });
});

/** The subscription of the memory store delivers in turns of the event loop. */
async function until(condition: () => boolean, turns = Infinity): Promise<void> {
  for (let turn = 0; turn < turns && !condition(); turn++)
    await new Promise((resolve) => setImmediate(resolve));
}
