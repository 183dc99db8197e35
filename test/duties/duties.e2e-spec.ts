import { Directory } from '@liuhen/access';
import { postDecider, postStream, type PostCommand } from '@liuhen/courts';
import { execute } from '@liuhen/event-store';
import { someAct } from '@liuhen/kernel/testing';
import { openRuntimes } from '@liuhen/platform';
import request from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';
import { until } from '../support/until';
import {
  BASIS,
  CASE,
  changed,
  discharge,
  handOver,
  HOLDERS,
  open,
  recordDuties,
} from './support/test-duties';

const OTHER_CASE = '（2026）黔0304刑初7号';
const INNER_CASE = '（2026）黔0304刑初8号';
const BOZHOU_JUDGE = {
  ...HOLDERS.judge,
  court: '黔0304',
  post: '黔0304.handling-judge.criminal',
  person: 'lv-dong',
};

const BOZHOU = [`case-${OTHER_CASE} review/1/1`, `case-${INNER_CASE} reconsideration`];

let api: RunningApi;

/** No worker runs: the read model is filled by hand. Every day here is past. */
beforeAll(async () => {
  api = await startApi({ worker: false });
  await recordDuties(api.database.ownerUrl, [
    changed([open('review/1/1', { warnings: [] })], { recordedAt: '2026-03-01T01:00:00.000Z', rev: 0 }),
    changed([open('marking', { holder: HOLDERS.judge, kind: 'marking', due: '2026-03-02' })], {
      recordedAt: '2026-03-01T02:00:00.000Z',
      rev: 1,
      actor: { person: 'wei-hua', post: HOLDERS.chief.post, party: 'courtLeaders', delegation: null },
    }),
    changed([open('report', { holder: HOLDERS.managers, due: null })], {
      recordedAt: '2026-03-01T03:00:00.000Z',
      rev: 2,
    }),
    changed([handOver('review/1/1', HOLDERS.vicePresident)], {
      recordedAt: '2026-03-03T01:00:00.000Z',
      rev: 3,
    }),
    // 0:30 in China on the day after the last one.
    changed([discharge('review/1/1')], { recordedAt: '2026-03-04T16:30:00.000Z', rev: 4 }),
    changed([{ change: 'waive', duty: 'report', waiver: 'withdrawn' }], {
      recordedAt: '2026-03-05T01:00:00.000Z',
      rev: 5,
    }),
    changed([open('review/2/1', { due: '2026-03-10' })], { recordedAt: '2026-03-05T01:00:00.000Z', rev: 6 }),
    changed([open('reconsideration', { holder: BOZHOU_JUDGE, due: '2026-03-11' })], {
      case: INNER_CASE,
      secrecy: 'inner',
      recordedAt: '2026-03-05T02:00:00.000Z',
      actor: { person: 'you-jie', post: '黔0304.president', party: 'courtLeaders', delegation: null },
    }),
    changed([open('talk', { holder: HOLDERS.upperChief, kind: 'talk' })], {
      stream: 'matter-1',
      case: null,
      court: '黔01',
      recordedAt: '2026-03-02T01:00:00.000Z',
    }),
    changed(
      [
        open('review/1/1', {
          holder: { ...HOLDERS.judge, court: '黔0304', post: '黔0304.president', person: null },
        }),
      ],
      { case: OTHER_CASE, court: '黔0304', recordedAt: '2026-03-02T01:00:00.000Z' },
    ),
  ]);
});
afterAll(() => api.close());

interface Shown {
  readonly stream: string;
  readonly duty: string;
}

const get = async (person: string, path: string, query: object = {}) =>
  request(api.server.url)
    .get(`/api/v1${path}`)
    .query(query)
    .set(await api.as(person));

const namesIn = (items: readonly Shown[]) =>
  items.map(({ stream, duty }) => (stream === `case-${CASE}` ? duty : `${stream} ${duty}`));

async function list(person: string, query: object): Promise<readonly string[]> {
  const { status, body } = await get(person, '/duties', query);
  expect(status).toBe(200);
  return namesIn((body as { items: readonly Shown[] }).items);
}

describe('the list of duties', () => {
  it('shows what is open, soonest due first, to the leaders of the court', async () => {
    expect(await list('chen-lei', {})).toEqual(['marking', 'review/2/1']);
  });

  it('tells holder, who answers, basis, lateness and the events that prove it', async () => {
    const { body } = await get('chen-lei', '/duties', { condition: 'dischargedLate' });
    expect(body).toMatchObject({
      next: null,
      items: [
        {
          duty: 'review/1/1',
          caseNumber: CASE,
          kind: 'review',
          holder: {
            post: HOLDERS.vicePresident.post,
            courtName: '贵州省贵阳市南明区人民法院',
            party: 'courtLeaders',
          },
          answering: { person: 'chu-yun', name: '褚云', why: 'holder' },
          basis: [{ ...BASIS, text: `${BASIS.policy} ${BASIS.clause}` }],
          due: '2026-03-04',
          daysLate: 1,
          status: 'discharged',
          openedAt: '2026-03-01T01:00:00.000Z',
          heldFrom: '2026-03-03T01:00:00.000Z',
          closedAt: '2026-03-04T16:30:00.000Z',
        },
      ],
    });
  });

  it.each<[object, readonly string[]]>([
    [{ condition: 'all' }, ['marking', 'review/1/1', 'review/2/1', 'report']],
    [{ condition: 'discharged' }, ['review/1/1']],
    [{ condition: 'waived' }, ['report']],
    [{ condition: 'all', party: 'courtLeaders' }, ['review/1/1', 'review/2/1']],
    [{ condition: 'all', division: '审判管理办公室' }, ['report']],
    [{ condition: 'all', post: HOLDERS.vicePresident.post }, ['review/1/1']],
    [{ condition: 'all', person: 'chu-yun' }, ['review/1/1']],
    [{ condition: 'all', person: 'zhang-ming' }, ['marking']],
    [{ condition: 'all', kind: 'marking' }, ['marking']],
    [{ condition: 'all', case: CASE, openedFrom: '2026-03-02' }, ['review/2/1']],
    [{ condition: 'all', openedTo: '2026-03-01' }, ['marking', 'review/1/1', 'report']],
    [{ condition: 'all', dueFrom: '2026-03-03', dueTo: '2026-03-04' }, ['review/1/1']],
    [{ condition: 'all', court: '黔01' }, []],
  ])('is narrowed by %j', async (query, expected) => {
    expect(await list('chen-lei', query)).toEqual(expected);
  });

  it.each<[string, string, readonly string[]]>([
    ['open', '2026-03-01T01:59:59.999Z', ['review/1/1']],
    ['open', '2026-03-01', ['marking', 'review/1/1', 'report']],
    ['late', '2026-03-02', []],
    ['late', '2026-03-03', ['marking']],
    ['open', '2026-03-04', ['marking', 'review/1/1', 'report']],
    ['late', '2026-03-04T16:29:59.999Z', ['marking', 'review/1/1']],
    ['late', '2026-03-04T16:30:00.000Z', ['marking']],
    ['dischargedLate', '2026-03-04', []],
    ['dischargedLate', '2026-03-05', ['review/1/1']],
  ])('shows what was %s as known at %s', async (condition, asOf, expected) => {
    expect(await list('chen-lei', { condition, asOf })).toEqual(expected);
  });

  it('shows who held it then', async () => {
    const holderAt = async (asOf: string) => {
      const { body } = await get('chen-lei', '/duties', { condition: 'all', kind: 'review', asOf });
      return (body as { items: { holder: { post: string } }[] }).items[0]?.holder.post;
    };
    expect(await holderAt('2026-03-02')).toBe(HOLDERS.chief.post);
    expect(await holderAt('2026-03-03')).toBe(HOLDERS.vicePresident.post);
  });

  it('is the same in one page as in many', async () => {
    const collected: Shown[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { condition: 'all', limit: 1, ...(cursor === undefined ? {} : { cursor }) };
      const { body } = await get('inspector', '/duties', query);
      const page = body as { items: Shown[]; next: string | null };
      collected.push(...page.items);
      cursor = page.next;
    }
    expect(namesIn(collected)).toEqual(await list('inspector', { condition: 'all' }));
    expect(collected).toHaveLength(6);
  });

  it('shows a higher court the duties beneath it, a lower one none of those above, and the machine room none', async () => {
    expect(await list('zhou-min', {})).toEqual(['marking', 'matter-1 talk', 'review/2/1']);
    expect(await list('inspector', { court: '黔0304' })).toEqual(BOZHOU);
    expect(await list('you-jie', { condition: 'all' })).toEqual(BOZHOU);
    expect(await list('ma-chao', { condition: 'all' })).toEqual([]);
  });

  it('tells nobody but the courts that hold or opened them of duties on other than cases', async () => {
    expect(await list('zhou-min', { court: '黔01' })).toEqual(['matter-1 talk']);
    expect(await list('inspector', { court: '黔01', condition: 'all' })).toEqual([]);
  });

  it('shows a judge those of cases that they may read, and of other matters what they wait for', async () => {
    expect(await list('wang-ning', {})).toEqual(['marking', 'review/2/1']);
    expect(await list('jiang-xue', {})).toEqual(['marking', 'review/2/1']);
    expect(await list('zhang-ming', {})).toEqual(['marking', BOZHOU[0], 'matter-1 talk', 'review/2/1']);
    expect(await list('lv-dong', { condition: 'all' })).toEqual(BOZHOU);
  });

  it('keeps what was opened in the inner file from those who neither answer for the court nor owe it', async () => {
    expect(await list('yang-fan', {})).toEqual(BOZHOU);
    expect(await list('zhu-ling', {})).toEqual(BOZHOU.slice(0, 1));
  });

  it.each([
    [{ asOf: 'yesterday' }, 'asOf'],
    [{ condition: 'overdue' }, 'condition'],
    [{ dueFrom: '2026-02-30' }, 'dueFrom'],
    [{ party: 'leaders' }, 'party'],
  ])('refuses %j', async (query, field) => {
    const { status, body } = await get('chen-lei', '/duties', query);
    expect([status, body]).toMatchObject([400, { errors: [{ field }] }]);
  });
});

describe('the summary', () => {
  it('counts by party what was opened and what became of it', async () => {
    const { body } = await get('chen-lei', '/duties/summary');
    expect(body).toMatchObject({
      court: '黔0102',
      total: { opened: 4, open: 2, late: 2, discharged: 1, dischargedLate: 1, waived: 1 },
    });
    expect((body as { parties: object[] }).parties).toMatchObject([
      { party: 'partyCommittee', partyName: '党组', opened: 0 },
      { party: 'courtLeaders', opened: 2, open: 1, late: 1, discharged: 1, dischargedLate: 1 },
      { party: 'judge', opened: 1, open: 1, late: 1 },
      { party: 'trialManagement', opened: 1, waived: 1 },
      { party: 'upperAndLowerCourts', opened: 0 },
    ]);
  });

  it('counts for a period, and as known then', async () => {
    const of = async (query: object) => (await get('chen-lei', '/duties/summary', query)).body as unknown;
    expect(await of({ openedFrom: '2026-03-05', openedTo: '2026-03-05' })).toMatchObject({
      total: { opened: 1, open: 1 },
    });
    expect(await of({ asOf: '2026-03-03' })).toMatchObject({ total: { opened: 3, open: 3, late: 1 } });
  });
});

describe('the worklist', () => {
  const worklist = async (person: string) => {
    const { body } = await get(person, '/worklist');
    const parts = body as Record<'mine' | 'delegated' | 'owedToMe', { items: Shown[] }>;
    return {
      mine: namesIn(parts.mine.items),
      delegated: namesIn(parts.delegated.items),
      owedToMe: namesIn(parts.owedToMe.items),
    };
  };

  it('has what I owe and what others owe me', async () => {
    expect(await worklist('zhang-ming')).toEqual({
      mine: ['marking'],
      delegated: [],
      owedToMe: ['matter-1 talk', `case-${OTHER_CASE} review/1/1`, 'review/2/1'].toSorted(),
    });
    expect(await worklist('wei-hua')).toEqual({ mine: ['review/2/1'], delegated: [], owedToMe: ['marking'] });
  });

  it('says when there is more', async () => {
    const { body } = await get('zhang-ming', '/worklist', { limit: 1 });
    expect(body).toMatchObject({ owedToMe: { more: true }, mine: { more: false } });
  });

  it('passes to who stands in for a leader on leave', async () => {
    await administer(HOLDERS.chief.post, {
      type: 'RecordLeave',
      data: { person: 'wei-hua', from: '2026-01-01', until: null, reason: null },
    });
    await until(async () => (await worklist('wei-hua')).mine.length === 0);
    expect(await worklist('chu-yun')).toMatchObject({ mine: [], delegated: ['review/2/1'] });
    expect((await get('chen-lei', '/duties', { person: 'chu-yun' })).body).toMatchObject({
      items: [{ duty: 'review/2/1', answering: { person: 'chu-yun', why: 'superior' } }],
    });
  });
});

/** A change of posts in the administration log, which the server's directory follows. */
async function administer(post: string, command: PostCommand): Promise<void> {
  const opened = await openRuntimes(api.config, api.config.databaseAppUrl);
  try {
    const { administration } = opened.runtimes;
    const directory = new Directory(administration.clock);
    await directory.catchUp(administration.store);
    await execute(administration, {
      decider: postDecider,
      stream: postStream(post),
      caseNumber: null,
      command,
      act: someAct({ key: `${post}/${command.type}` }),
      permit: () => undefined,
      facts: () => Promise.resolve({ postId: post, courts: directory.courts, posts: directory.posts }),
    });
  } finally {
    await opened.close();
  }
}
