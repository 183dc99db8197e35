import { FixedClock } from '@liuhen/event-store/testing';
import { startApi, type RunningApi } from '../api/support/running-api';
import { CourtHouse } from '../supervision/support/court-house';
import { until } from '../support/until';

const PANEL = ['jiang-xue', 'zhang-ming', 'he-qian'];
const [JUDGE = ''] = PANEL;
const CHIEF = 'wei-hua';
const MONDAY = '2026-03-02T01:00:00.000Z';

let api: RunningApi;
let court: CourtHouse;
const clock = new FixedClock(MONDAY);

/** A review that its first reviewer lets lie until the clock passes it on. */
beforeAll(async () => {
  api = await startApi({ clock });
  court = new CourtHouse(api, '（2026）黔0102民初402号');
  await court.open(PANEL, '2026-01-05');
  const document = await court.upload(JUDGE, '判决书.txt', '判决如下：……');
  const submitted = await court.does(JUDGE, '/reviews', {
    document,
    kind: 'judgment',
    features: ['fourType'],
  });
  await court.get(CHIEF, '/api/v1/worklist', String(submitted.headers['liuhen-position']));
  // The chief's five working days end with the ninth.
  clock.set('2026-03-09T16:00:00.000Z');
  await until(async () => (await partiesAt()).leaders.length > 1);
});
afterAll(() => api.close());

interface Card {
  readonly innerFile: boolean;
  readonly counts: object;
  readonly parties: readonly {
    readonly party: string;
    readonly responsibilities: readonly { readonly line: string; readonly outcome: string }[];
    readonly done: readonly { readonly line: string }[];
  }[];
}

async function card(person: string, query = ''): Promise<Card> {
  const { body, status } = await court.get(person, court.path(`/accountability${query}`));
  expect(status).toBe(200);
  return body as Card;
}

async function partiesAt(query = '') {
  const { parties } = await card('inspector', query);
  const of = (wanted: string) => parties.find(({ party }) => party === wanted);
  return {
    leaders: of('courtLeaders')?.responsibilities ?? [],
    judges: of('judge'),
    names: parties.map(({ party }) => party),
  };
}

describe('the accountability card of a case', () => {
  it('tells who was responsible from when to when, by what day, on what basis, and how late', async () => {
    const { leaders } = await partiesAt();
    expect(leaders).toMatchObject([
      { outcome: 'waived', waiver: 'lapsed', daysLate: 1, due: '2026-03-09', answering: { person: CHIEF } },
      { outcome: 'open', waiver: null, daysLate: 0, answering: { person: 'chu-yun' } },
    ]);
    expect(leaders[0]?.line).toMatch(
      /^2026-03-02 09:00起，.*民事审判第一庭庭长卫华负责.*，期限2026-03-09，依据：.*pre-issue-review-.*；2026-03-10 00:00免除（逾期未办，程序继续），逾期1日$/,
    );
    expect(leaders[1]?.line).toMatch(/截至2026-03-10未办，期限未满$/);
  });

  it('names the five parties, also who owed nothing, and the others that did something', async () => {
    const { names, judges } = await partiesAt();
    expect(names).toEqual([
      'partyCommittee',
      'courtLeaders',
      'judge',
      'trialManagement',
      'upperAndLowerCourts',
      'system',
    ]);
    expect(judges?.done.map(({ line }) => line).join('\n')).toContain('登记立案');
  });

  it('counts what was owed', async () => {
    expect((await card('inspector')).counts).toEqual({
      opened: 2,
      open: 1,
      late: 0,
      discharged: 0,
      dischargedLate: 0,
      waived: 1,
    });
  });

  it('is as it was known at an earlier moment', async () => {
    const { leaders } = await partiesAt('?asOf=2026-03-09');
    expect(leaders).toMatchObject([{ outcome: 'open', daysLate: 0 }]);
    expect((await partiesAt('?asOf=2026-03-01')).leaders).toEqual([]);
  });

  it('keeps the inner file from who may not read it', async () => {
    const { innerFile, counts, parties } = await card('sun-jing');
    expect([innerFile, counts]).toMatchObject([false, { opened: 0 }]);
    expect(JSON.stringify(parties)).not.toContain('阅核');
  });

  it('does not exist for who may not read the case', async () => {
    const { body } = await court.get('lv-dong', court.path('/accountability'));
    expect(body).toMatchObject({ status: 404, code: 'case-not-found' });
  });
});

describe('a person’s own page', () => {
  const me = async (person: string): Promise<unknown> => (await court.get(person, '/api/v1/me')).body;

  it('has posts with what the court’s rules say that they do, and counts of what is owed', async () => {
    await until(async () => JSON.stringify(await me('chu-yun')).includes('"open":1'));
    expect(await me('chu-yun')).toMatchObject({
      person: 'chu-yun',
      name: '褚云',
      posts: [
        {
          kind: 'vicePresident',
          kindName: '副院长',
          party: 'courtLeaders',
          court: '黔0102',
          delegatedBy: null,
          powers: expect.arrayContaining([
            expect.objectContaining({ text: expect.stringContaining('分管副院长') }),
          ]),
          mayDo: expect.arrayContaining([
            {
              title: '阅核：无不同意见',
              court: '本院的案件',
              law: expect.arrayContaining([expect.stringContaining('第四十一条')]),
              secondFactor: true,
            },
          ]),
        },
      ],
      duties: { open: 1, late: 0, delegated: 0, delegatedLate: 0 },
      acts: [],
    });
  });

  it('has the latest of what the person did, the last first', async () => {
    await until(async () => JSON.stringify(await me(JUDGE)).includes('提交'));
    const { acts } = (await me(JUDGE)) as { acts: readonly { line: string; stream: string }[] };
    expect(acts.at(-1)?.line).toContain('登记立案');
    expect(acts[0]).toMatchObject({
      stream: `case-${court.caseNumber}`,
      line: expect.stringContaining('蒋雪'),
    });
  });
});
