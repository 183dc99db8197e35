import { FixedClock } from '@liuhen/event-store/testing';
import { startApi, type RunningApi } from '../api/support/running-api';
import { until } from '../support/until';
import { MatterDesk } from './support/matter-desk';

const clock = new FixedClock('2026-03-02T01:00:00.000Z');
const on = (day: string): void => {
  clock.set(`${day}T01:00:00.000Z`);
};

/** 高院: 审管办主任, 分管副院长, 督察, 院长; 民一庭法官. 贵阳中院: 院长, 分管副院长. 遵义中院院长. */
const [MANAGER, VICE, INSPECTOR, BYSTANDER] = ['gu-ning', 'luo-jian', 'song-yi', 'sun-jing'] as const;
const PRESIDENT = { person: 'zhao-hong', post: '黔.president' };
const [TARGET, TARGET_VICE, STRANGER] = ['zhou-min', 'wu-tao', 'dong-ping'] as const;

const post = (id: string, person?: string) => ({
  court: id.split('.')[0],
  post: id,
  ...(person === undefined ? {} : { person }),
});

const TALK = {
  ...{ instrument: 'accountabilityTalk', title: '关于长期未结案件的约谈', trigger: 'indicatorBreach' },
  cause: '一年以上未结案件占比连续两个季度偏离合理区间',
  problem: '一年以上未结案件清理缓慢',
  demands: [{ category: 'rectification', text: '逐案制定清理措施' }],
  targets: [{ kind: 'court', court: '黔01', responsible: post('黔01.president') }],
  approver: post('黔.president'),
};
const PARTY = {
  talkers: [post('黔.vice-president'), post('黔.inspector', INSPECTOR)],
  recorder: post('黔.trial-management-officer', 'inspector'),
};
const PLAN = {
  ...PARTY,
  ...{ heldOn: '2026-03-10', place: '高院第三会议室', subject: '一年以上未结案件清理缓慢' },
  materials: ['未结案件清单'],
};
const COMMITMENT = {
  ...{ problem: '积案', measure: '逐案包干', criterion: '一年以上未结不超过十件', due: '2026-04-01' },
  owner: post('黔01.vice-president.civil'),
};

let api: RunningApi;
let desk: MatterDesk;
let matter: string;
beforeAll(async () => {
  api = await startApi({ clock });
  desk = new MatterDesk(api);
});
afterAll(() => api.close());

const shown = async (who: string, record: string): Promise<unknown> =>
  (await desk.get(who, desk.path(matter, record))).body;

/** A talk that is drafted, planned, approved, issued and signed for. */
async function announced(number: string, heldOn: string): Promise<void> {
  matter = await desk.drafts(MANAGER, TALK);
  await desk.does(MANAGER, matter, 'talk/plan', { ...PLAN, heldOn });
  await desk.does(PRESIDENT, matter, 'approve');
  await desk.does(MANAGER, matter, 'issue', { number });
  await desk.does(TARGET, matter, 'receive');
}

async function held(commitments: readonly object[]): Promise<object> {
  const record = await desk.upload(MANAGER, '约谈笔录.txt', '问：……答：……');
  const talk = { ...PARTY, record, summary: '承诺逐案包干', commitments };
  await desk.does(MANAGER, matter, 'talk/hold', talk);
  return record;
}

/** In order: each test stands on those before it. */
describe('a talk', () => {
  it('is planned before it is approved, by whom and for when the rules allow', async () => {
    matter = await desk.drafts(MANAGER, TALK);
    expect(await desk.refused(PRESIDENT, matter, 'approve')).toBe('matter-step-not-open');
    const soon = await desk.post(MANAGER, desk.path(matter, '/talk/plan'), { ...PLAN, heldOn: '2026-03-04' });
    expect([soon.status, soon.body]).toMatchObject([422, { code: 'talk-notice-too-short', field: 'heldOn' }]);
    const alone = { ...PLAN, talkers: PLAN.talkers.slice(0, 1) };
    expect(await desk.refused(MANAGER, matter, 'talk/plan', alone)).toBe('talk-talkers-too-few');
    const unread = await desk.post(MANAGER, desk.path(matter, '/talk/plan'), { ...PLAN, talkers: [] });
    expect(unread.status).toBe(400);
    expect(await shown(MANAGER, '/talk')).toEqual({ talks: [], revision: 0 });
    await desk.does(MANAGER, matter, 'talk/plan', PLAN);
    await desk.does(PRESIDENT, matter, 'approve');
  });

  it('is known to those who talk from its plan on, to who is talked with from its issue on, to nobody else', async () => {
    const notice = {
      talks: [{ plan: { heldOn: '2026-03-10', talkers: [{ person: VICE }, {}] }, held: null }],
    };
    expect(await shown(INSPECTOR, '/talk')).toMatchObject(notice);
    expect(await shown(TARGET, '/talk')).toMatchObject({ code: 'matter-not-found' });
    await desk.does(MANAGER, matter, 'issue', { number: '黔高法督〔2026〕3号' });
    expect(await shown(TARGET, '/talk')).toMatchObject(notice);
    for (const who of [STRANGER, BYSTANDER])
      expect(await shown(who, '/talk')).toMatchObject({ code: 'matter-not-found' });
  });

  it('is moved with a reason, and not held before its day', async () => {
    await desk.does(TARGET, matter, 'receive');
    const moved = { heldOn: '2026-03-11', reason: '被约谈人出差' };
    expect(await desk.refused(TARGET, matter, 'talk/reschedule', moved)).toBe('matter-aimed-at-you');
    await desk.does(MANAGER, matter, 'talk/reschedule', moved);
    on('2026-03-10');
    const record = await desk.upload(MANAGER, '约谈笔录.txt', '问：……答：……');
    const talk = { ...PARTY, record, summary: '承诺逐案包干' };
    expect(await desk.refused(MANAGER, matter, 'talk/hold', talk)).toBe('talk-day-not-come');
    on('2026-03-11');
    const unknown = { ...talk, record: { ...record, sha256: 'a'.repeat(64) } };
    expect(await desk.refused(MANAGER, matter, 'talk/hold', unknown)).toBe('document-not-stored');
    const ordering = { ...talk, commitments: [{ ...COMMITMENT, measure: '所列案件一律改判' }] };
    expect(await desk.refused(MANAGER, matter, 'talk/hold', ordering)).toBe('matter-demands-result');
  });

  it('is held, and its record refused with a reason, which holds nothing up', async () => {
    const record = await held([COMMITMENT]);
    expect(await desk.refused(MANAGER, matter, 'talk/sign', { signed: true })).toBe('matter-step-not-yours');
    expect(await desk.refused(TARGET, matter, 'talk/sign', { signed: false })).toBe(
      'talk-refusal-without-reason',
    );
    await desk.does(TARGET, matter, 'talk/sign', { signed: false, remark: '笔录与谈话不符' });
    const told = {
      talks: [
        {
          rescheduled: [{ heldOn: '2026-03-11', reason: '被约谈人出差' }],
          held: { heldOn: '2026-03-11', record, signature: { outcome: 'refused', remark: '笔录与谈话不符' } },
        },
      ],
    };
    for (const who of [MANAGER, TARGET]) expect(await shown(who, '/talk')).toMatchObject(told);
    expect(await shown(TARGET, '')).toMatchObject({
      items: [{ item: '1-1', status: 'open', due: '2026-04-01' }],
      owed: [{ post: '黔01.president', due: '2026-04-10' }, { post: '黔01.vice-president.civil' }],
    });
  });

  it('is followed by a report, and by what was promised', async () => {
    await desk.does(TARGET, matter, 'reply', {
      ...{ causes: '人员变动', measures: '专班清理', responsible: '分管副院长', until: '2026-04-01' },
      answers: ['已经逐案排查'],
    });
    const evidence = [await desk.upload(TARGET_VICE, '清单.txt', '八件')];
    await desk.does(TARGET_VICE, matter, 'items/1-1/report', { statement: '已清理', evidence });
    await desk.does(MANAGER, matter, 'items/1-1/check', { passed: true, comment: '属实' });
    await desk.does(MANAGER, matter, 'examine', {
      ...{ findings: [{ satisfied: true, comment: '见附表' }], opinion: '逐项核对' },
    });
    await desk.does(MANAGER, matter, 'accept', { opinion: '采纳' });
    expect(await desk.refused(TARGET, matter, 'close-out', { conclusion: '完成' })).toBe(
      'matter-step-not-yours',
    );
    await desk.does(MANAGER, matter, 'close-out', { conclusion: '已经整改' });
    expect(await shown(MANAGER, '')).toMatchObject({
      stage: 'closedOut',
      owed: [{ due: '2026-04-10' }, { due: '2026-05-10' }, { due: '2026-06-09' }],
    });
  });
});

describe('a record that nobody signs', () => {
  it('lapses once the time to sign is over, and what was promised binds', async () => {
    await announced('黔高法督〔2026〕4号', '2026-03-16');
    on('2026-03-16');
    await held([COMMITMENT]);
    clock.set('2026-03-18T15:59:59.999Z');
    expect(await shown(TARGET, '/talk')).toMatchObject({ talks: [{ held: { signature: null } }] });
    clock.set('2026-03-18T16:00:00.000Z');
    await until(async () => (await signature()) !== null);
    expect(await signature()).toMatchObject({ outcome: 'lapsed', remark: null });
    expect(await shown(TARGET, '')).toMatchObject({
      items: [{ item: '1-1', due: '2026-04-01' }],
      owed: [{ post: '黔01.president', due: '2026-04-18' }, { post: '黔01.vice-president.civil' }],
    });
    expect(await desk.refused(TARGET, matter, 'talk/sign', { signed: true })).toBe('matter-step-not-open');
  });
});

async function signature(): Promise<object | null | undefined> {
  const { talks } = (await shown(TARGET, '/talk')) as {
    readonly talks: readonly { readonly held: { readonly signature: object | null } | null }[];
  };
  return talks[0]?.held?.signature;
}
