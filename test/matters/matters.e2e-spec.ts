import { FixedClock } from '@liuhen/event-store/testing';
import { partOf } from '../../libs/platform/src/spreadsheet/testing/workbook';
import { startApi, type RunningApi } from '../api/support/running-api';
import type { Acting } from './support/matter-desk';
import {
  BYSTANDER,
  CASE,
  FORMULA,
  INSPECTOR,
  JUDGE,
  LOW_CHIEF,
  LOW_MANAGER,
  LOW_PRESIDENT,
  MANAGER,
  MID_CHIEF,
  MID_PRESIDENT,
  pressedCourts,
  STRANGER,
  VICE,
  type PressedCourts,
} from './support/pressed-courts';

const clock = new FixedClock('2026-03-02T01:00:00.000Z');
const on = (day: string): void => {
  clock.set(`${day}T01:00:00.000Z`);
};

let api: RunningApi;
let courts: PressedCourts;
beforeAll(async () => {
  api = await startApi({ clock });
  courts = await pressedCourts(api, on);
}, 120_000);
afterAll(() => api.close());

const get = <Answer>(who: Acting, path: string, query: Record<string, string> = {}) =>
  courts.get<Answer>(who, path, query);

interface Row {
  readonly matter: string;
  readonly [field: string]: unknown;
}
interface Page {
  readonly items: readonly Row[];
  readonly next: string | null;
}

const listed = async (who: Acting, query: Record<string, string> = {}) =>
  (await get<Page>(who, '/matters', query)).items.map((one) => courts.nameOf(one));

const row = async (who: Acting, name: 'accepted' | 'referred'): Promise<Row | undefined> =>
  (await get<Page>(who, '/matters')).items.find(({ matter }) => matter === courts[name]);

describe('the list of matters', () => {
  it.each<[string, readonly string[]]>([
    [MANAGER, ['draft', 'assigned', 'referred', 'accepted']],
    [VICE, ['draft', 'assigned', 'referred', 'accepted']],
    [MID_PRESIDENT, ['assigned', 'referred', 'accepted']],
    [INSPECTOR, ['referred']],
    [LOW_PRESIDENT, ['onCase']],
    [LOW_CHIEF, ['onCase']],
    [BYSTANDER, []],
    [MID_CHIEF, []],
    [JUDGE, []],
    [STRANGER, []],
  ])('shows %s those of the own side, the latest begun first: %j', async (who, expected) => {
    expect(await listed(who)).toEqual(expected);
  });

  it('tells those aimed at nothing of what is internal or confidential', async () => {
    expect(await row(MID_PRESIDENT, 'referred')).toMatchObject({
      ...{ within: false, instrument: 'writtenInquiry', round: 1, stage: 'received' },
      ...{ approver: null, draftedOn: null, escalatedTo: null, next: null },
      issuedOn: '2026-03-03',
    });
    expect(await row(MANAGER, 'referred')).toMatchObject({
      ...{ within: true, instrument: 'inspectorateReferral', round: 2, stage: 'issued' },
      escalatedFrom: { instrument: 'writtenInquiry', reason: '逾期未答复' },
      next: { kind: 'matterReceipt', holder: { post: '黔.inspector' }, daysLate: 0 },
    });
  });

  it('says how far each has come', async () => {
    expect(await row(MID_PRESIDENT, 'accepted')).toMatchObject({
      ...{ stage: 'accepted', stageName: '已采纳，整改中', number: '黔高法督〔2026〕1号', over: false },
      ...{ demands: 2, answered: 2, satisfied: 2, returned: 1, items: 1, itemsDone: 0, itemsLate: 0 },
      targets: [{ kind: 'court', courtName: '贵州省贵阳市中级人民法院' }],
      next: { kind: 'rectification', due: '2026-05-29', answering: { name: '吴涛' } },
    });
  });

  it.each<[Record<string, string>, readonly string[]]>([
    [{ side: 'issued' }, ['draft', 'assigned', 'referred', 'accepted']],
    [{ side: 'received' }, []],
    [{ court: '黔03' }, ['draft']],
    [{ court: '黔01' }, ['assigned', 'referred', 'accepted']],
    [{ instrument: 'leaderAssignment' }, ['assigned']],
    [{ stage: 'accepted' }, ['accepted']],
    [{ condition: 'over' }, []],
    [{ condition: 'late', instrument: 'leaderAssignment' }, []],
    [{ dueTo: '2026-04-02' }, ['referred']],
    [{ post: '黔.inspector' }, ['referred']],
    [{ person: 'wu-tao' }, ['accepted']],
    [{ person: MID_PRESIDENT }, ['referred', 'accepted']],
    [{ trigger: 'escalation' }, ['referred']],
    [{ year: '2025' }, []],
    [{ case: CASE }, []],
  ])('is narrowed by %j', async (query, expected) => {
    expect(await listed(MANAGER, query)).toEqual(expected);
  });

  it('is not narrowed by what those aimed at do not know', async () => {
    expect(await listed(MID_PRESIDENT, { post: '黔.inspector' })).toEqual([]);
    expect(await listed(MID_PRESIDENT, { trigger: 'escalation' })).toEqual([]);
    expect(await listed(MID_PRESIDENT, { side: 'received', trigger: 'inspection' })).toEqual(['referred']);
    expect(await listed(LOW_PRESIDENT, { case: '(2026)黔0102民初501号' })).toEqual(['onCase']);
  });

  it('is the same in one page as in many', async () => {
    const collected: Row[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Page = await get(MANAGER, '/matters', { limit: '1', ...(cursor ? { cursor } : {}) });
      collected.push(...page.items);
      cursor = page.next;
    }
    expect(collected.map((one) => courts.nameOf(one))).toEqual(await listed(MANAGER));
  });

  it.each([
    [{ instrument: 'letter' }, 'instrument'],
    [{ dueTo: '2026-02-30' }, 'dueTo'],
    [{ year: 'last' }, 'year'],
  ])('refuses %j', async (query, field) => {
    const search = new URLSearchParams(query).toString();
    const { status, body } = await courts.desk.get(MANAGER, `/api/v1/matters?${search}`);
    expect([status, body]).toMatchObject([400, { errors: [{ field }] }]);
  });
});

describe('what crosses the matters', () => {
  it('is counted by court aimed at, instrument and stage', async () => {
    const rowsOf = async (who: Acting) =>
      (await get<{ rows: readonly Record<string, unknown>[] }>(who, '/matters/summary')).rows;
    expect(await rowsOf(MID_PRESIDENT)).toMatchObject([
      { court: '黔01', instrument: 'leaderAssignment', rounds: 1, open: 1 },
      { instrument: 'writtenInquiry', stage: 'accepted', demands: 2, answered: 2, items: 1, itemsDone: 0 },
      { instrument: 'writtenInquiry', stage: 'received', demands: 2, answered: 0, overdue: 0 },
    ]);
    expect(await rowsOf(MANAGER)).toContainEqual(
      expect.objectContaining({ instrument: 'inspectorateReferral', stage: 'issued', rounds: 1, open: 1 }),
    );
    expect(await rowsOf(STRANGER)).toEqual([]);
  });

  it('has chains of instruments', async () => {
    const { items } = await get<{ items: readonly { rounds: readonly object[] }[] }>(
      MANAGER,
      '/matters/chains',
    );
    expect(items).toHaveLength(1);
    expect(items[0]?.rounds).toMatchObject([
      { round: 1, instrument: 'writtenInquiry', stage: 'escalated', escalatedTo: { reason: '逾期未答复' } },
      { round: 2, instrument: 'inspectorateReferral' },
    ]);
    expect(await get(MID_PRESIDENT, '/matters/chains')).toMatchObject({ items: [] });
  });

  it('has assignments with baseline and progress', async () => {
    const page = await get<{ items: readonly object[] }>(MANAGER, '/matters/assignments');
    expect(page.items).toMatchObject([
      {
        matter: { matter: courts.assigned, deadline: '2026-09-30' },
        leader: { post: '黔.vice-president' },
        answering: { name: '罗健' },
        figures: [{ baseline: '8.5', latest: '7.9', latestOn: '2026-03-30', target: '3' }],
        ...{ contacts: 1, contactsLate: 0, suspended: null },
      },
    ]);
    expect(page.items).toHaveLength(1);
  });
});

describe('the register of a year', () => {
  const register = (who: Acting, format: string, year = '2026') =>
    courts.desk.get(who, `/api/v1/matters/register?year=${year}&format=${format}`, courts.position);

  it('has one row a round, in the order of the letters', async () => {
    const { rows } = (await register(MANAGER, 'json')).body as { readonly rows: readonly Row[] };
    expect(rows.map(({ number, round }) => [number, round])).toEqual([
      ['黔高法督〔2026〕1号', 1],
      ['黔高法督〔2026〕2号', 1],
      ['黔高法包〔2026〕1号', 1],
      ['黔高法移〔2026〕1号', 2],
      [null, 1],
    ]);
    const others = (await register(MID_PRESIDENT, 'json')).body as { readonly rows: readonly Row[] };
    expect(others.rows).toHaveLength(3);
    expect((await register(MANAGER, 'json', '2025')).body).toEqual({ year: 2025, rows: [] });
  });

  it('opens as comma-separated values, with nothing that would be a formula', async () => {
    const answer = await register(MANAGER, 'csv');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringContaining(encodeURIComponent('2026年督导台账.csv')) as string,
    });
    const [head = '', ...lines] = answer.text.split('\r\n');
    expect(head).toMatch(/^\ufeff文书编号,督导方式,标题,/);
    expect(lines.filter((line) => line !== '')).toHaveLength(5);
    expect(answer.text).toContain(`"'${FORMULA.replaceAll('"', '""')}"`);
    expect(answer.text).toContain('黔高法督〔2026〕1号,函询,关于长期未结案件的函询,指标偏离合理区间,');
  });

  it('is a workbook', async () => {
    const { url } = api.server;
    const headers = { ...(await api.as(MANAGER)), 'Liuhen-Position': courts.position };
    const answer = await fetch(`${url}/api/v1/matters/register?year=2026&format=xlsx`, { headers });
    const workbook = Buffer.from(await answer.arrayBuffer());
    expect(partOf(workbook, 'xl/sharedStrings.xml')).toContain('黔高法移〔2026〕1号');
    expect(partOf(workbook, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('holds nothing of a confidential round for the other side', async () => {
    const answer = await register(MID_PRESIDENT, 'csv');
    expect(answer.text).not.toContain('督察移送');
    expect(answer.text).not.toContain('黔高法移');
    expect(answer.text).toContain('黔高法督〔2026〕2号');
  });
});

it('the addresses of lists win over the address of a matter', async () => {
  for (const path of ['summary', 'chains', 'assignments', 'register?year=2026', 'routes'])
    expect((await courts.desk.get(MANAGER, `/api/v1/matters/${path}`)).status).toBe(200);
  expect((await courts.desk.get(MANAGER, '/api/v1/matters/other')).body).toMatchObject({
    code: 'matter-not-found',
  });
});

it('no event on a matter goes out in the feed, not even to those who may read the matter', async () => {
  for (const who of [MANAGER, MID_PRESIDENT, LOW_MANAGER]) {
    const { items } = await get<{ items: readonly { readonly subject: string }[] }>(who, '/events', {
      limit: '200',
    });
    expect(items.filter(({ subject }) => subject.startsWith('matter-'))).toEqual([]);
  }
});
