import { FixedClock } from '@liuhen/event-store/testing';
import { startApi, type RunningApi } from '../api/support/running-api';
import { MatterDesk } from './support/matter-desk';
import { until } from '../support/until';

const MANAGER = 'gu-ning';
const PRESIDENT = { person: 'zhao-hong', post: '黔.president' };
const LEADER = 'luo-jian';
const NEXT = 'pan-hui';
const TARGET_PRESIDENT = 'zhou-min';

const post = (id: string) => ({ court: id.slice(0, id.indexOf('.')), post: id });

const ASSIGNMENT = {
  instrument: 'leaderAssignment',
  title: '包保贵阳中院清理积案',
  trigger: 'indicatorBreach',
  cause: '一年以上未结率连续两个季度偏离合理区间',
  problem: '积案集中在民事庭',
  demands: [{ category: 'assistance', text: '帮助该院把一年以上未结率降到百分之三以内' }],
  targets: [
    { kind: 'indicator', court: '黔01', indicator: '一年以上未结率', responsible: post('黔.vice-president') },
  ],
  approver: post('黔.president'),
  deadline: '2026-09-30',
};

const figure = (value: string, asOf: string) => ({ indicator: '一年以上未结率', value, unit: '%', asOf });
const contact = (heldOn: string, value: string) => ({
  heldOn,
  manner: '电话',
  content: '逐案了解进展',
  progress: [figure(value, heldOn)],
});

const clock = new FixedClock('2026-03-02T01:00:00.000Z');
const on = (day: string) => {
  clock.set(`${day}T01:00:00.000Z`);
};

let api: RunningApi;
let desk: MatterDesk;
let matter: string;
beforeAll(async () => {
  api = await startApi({ clock });
  desk = new MatterDesk(api);
});
afterAll(() => api.close());

const standing = async () =>
  (await desk.get(MANAGER, desk.path(matter))).body as {
    readonly owed: readonly { readonly duty: string; readonly person: string | null; readonly due: string }[];
  };
const owes = async (kind: string) =>
  (await standing()).owed
    .filter(({ duty }) => duty.startsWith(`${kind}/`))
    .map(({ person, due }) => [person, due]);

/** In order: each test stands on those before it. */
describe('an assignment whose leader is transferred half-way', () => {
  it('begins with a baseline, and owes contacts month after month', async () => {
    matter = await desk.drafts(MANAGER, ASSIGNMENT);
    await desk.does(PRESIDENT, matter, 'approve');
    await desk.does(MANAGER, matter, 'issue', { number: '黔高法包〔2026〕1号' });
    await desk.does(LEADER, matter, 'receive');
    const figures = [{ ...figure('8.5', '2026-03-01'), target: '3' }];
    await desk.does(LEADER, matter, 'assignment/baseline', { figures, problems: '积案集中在民事庭' });
    for (const [day, value] of [
      ['2026-03-26', '7.9'],
      ['2026-04-27', '6.4'],
    ] as const) {
      on(day);
      await desk.does(LEADER, matter, 'assignment/contacts', contact(day, value));
    }
    expect(await owes('leaderContact')).toEqual([[LEADER, '2026-06-02']]);
  });

  it('is suspended by the clock when the leader leaves the post', async () => {
    on('2026-05-11');
    const path = `/api/v1/posts/${encodeURIComponent('黔.vice-president')}/departures`;
    const left = await desk.post(PRESIDENT, path, { person: LEADER, on: '2026-05-11', reason: '调任' });
    expect(left.status).toBe(201);
    await until(async () => (await owes('reassignment')).length === 1);
    expect(await owes('reassignment')).toEqual([[null, '2026-05-18']]);
    const { body } = await desk.get(MANAGER, desk.path(matter, '/history'));
    const lines = (body as { events: readonly { line: string }[] }).events.map(({ line }) => line);
    expect(lines.at(-1)).toContain('中止包保');
    expect(lines.at(-1)).toContain('包保领导岗位变动');
  });

  it('is handed over within five working days, with all that was still owed', async () => {
    on('2026-05-15');
    const to = { ...post('黔.vice-president.criminal'), person: NEXT };
    await desk.does(MANAGER, matter, 'assignment/hand-over', { to, reason: '接任分管' });
    expect(await owes('leaderContact')).toEqual([[NEXT, '2026-06-02']]);
    expect(await owes('matterReply')).toEqual([[NEXT, '2026-09-30']]);
  });

  it('goes on under the new leader to acceptance and closing-out', async () => {
    for (const [day, value] of [
      ['2026-05-28', '5.0'],
      ['2026-06-29', '4.1'],
      ['2026-07-29', '3.2'],
      ['2026-08-28', '2.9'],
    ] as const) {
      on(day);
      await desk.does(NEXT, matter, 'assignment/contacts', contact(day, value));
    }
    await desk.does(NEXT, matter, 'assignment/visits', { heldOn: '2026-08-28', findings: '专班运转正常' });
    on('2026-09-28');
    await desk.does(NEXT, matter, 'reply', {
      causes: '人员不足',
      measures: '专班清理',
      responsible: '潘慧',
      until: '2026-09-30',
      answers: ['已降至百分之二点九'],
    });
    const findings = [{ satisfied: true, comment: '数据属实' }];
    await desk.does(MANAGER, matter, 'examine', { findings, opinion: '达到目标' });
    await desk.does(MANAGER, matter, 'accept', { opinion: '验收通过' });
    expect(await desk.refused(NEXT, matter, 'close-out', { conclusion: '完成' })).toBe(
      'matter-step-not-yours',
    );
    await desk.does(MANAGER, matter, 'close-out', { conclusion: '验收通过，解除包保' });
  });

  it('shows baseline, progress and both leaders, each for their time', async () => {
    const { body } = await desk.get(MANAGER, desk.path(matter, '/assignment'));
    expect(body).toMatchObject({
      figures: [{ baseline: '8.5', target: '3', latest: '2.9', change: '-5.6', remaining: '0.1' }],
      leaders: [
        { person: LEADER, from: '2026-03-02', until: '2026-05-15' },
        { person: NEXT, from: '2026-05-15', until: null },
      ],
      suspensions: [{ reason: 'postChanged', on: '2026-05-11', resolved: '接任分管' }],
    });
    expect((body as { contacts: readonly object[] }).contacts).toHaveLength(6);
  });

  it('leaves in the ledger what each of them held, and what became of it', async () => {
    const { body } = await desk.get(MANAGER, desk.path(matter, '/accountability'));
    const { parties } = body as {
      readonly parties: readonly {
        readonly responsibilities: readonly {
          readonly kind: string;
          readonly outcome: string;
          readonly holder: { readonly person: string | null };
        }[];
      }[];
    };
    const contacts = parties
      .flatMap(({ responsibilities }) => responsibilities)
      .filter(({ kind }) => kind === 'leaderContact')
      .map(({ holder, outcome }) => `${String(holder.person)} ${outcome}`);
    expect(contacts.filter((one) => one === `${LEADER} discharged`)).toHaveLength(2);
    expect(contacts).toContain(`${LEADER} handedOver`);
    expect(contacts.filter((one) => one === `${NEXT} discharged`)).toHaveLength(4);
  });

  it('has the duties of both leaders in the register', async () => {
    const done = async () => {
      const { body } = await desk.get(MANAGER, '/api/v1/duties?kind=leaderContact&condition=discharged');
      const { items } = body as {
        readonly items: readonly { readonly matter: string; readonly holder: { readonly person: string } }[];
      };
      return items.filter((duty) => duty.matter === matter).map(({ holder }) => holder.person);
    };
    await until(async () => (await done()).length === 6);
    expect((await done()).toSorted()).toEqual([LEADER, LEADER, NEXT, NEXT, NEXT, NEXT]);
  });

  it('is known to the court that it is for, and to no other', async () => {
    expect((await desk.get(TARGET_PRESIDENT, desk.path(matter))).status).toBe(200);
    expect((await desk.get('dong-ping', desk.path(matter))).status).toBe(404);
  });
});
