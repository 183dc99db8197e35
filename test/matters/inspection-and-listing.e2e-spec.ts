import { FixedClock } from '@liuhen/event-store/testing';
import { startApi, type RunningApi } from '../api/support/running-api';
import { MatterDesk } from './support/matter-desk';

const clock = new FixedClock('2026-03-02T01:00:00.000Z');
const on = (day: string): void => {
  clock.set(`${day}T01:00:00.000Z`);
};

/** 高院: 审管办主任, 分管副院长, 民一庭庭长, 民一庭法官. 贵阳中院: 院长, 分管副院长. */
const [MANAGER, VICE, CHIEF, BYSTANDER] = ['gu-ning', 'luo-jian', 'qian-yu', 'sun-jing'] as const;
const [TARGET, TARGET_VICE] = ['zhou-min', 'wu-tao'] as const;
/** 南明区法院: 审管办主任, 分管副院长, 两名法官. 遵义中院院长. */
const [LOW_MANAGER, LOW_VICE, JUDGE, OTHER_JUDGE] = ['cao-yue', 'chu-yun', 'zhang-ming', 'he-qian'] as const;
const STRANGER = 'dong-ping';

const post = (id: string, person?: string) => ({
  court: id.split('.')[0],
  post: id,
  ...(person === undefined ? {} : { person }),
});

const INSPECTION = {
  instrument: 'onSiteInspection',
  title: '关于清理长期未结案件的下沉督导',
  trigger: 'indicatorBreach',
  cause: '一年以上未结案件占比连续两个季度偏离合理区间',
  problem: '一年以上未结案件清理缓慢',
  demands: [{ category: 'rectification', text: '逐案制定清理措施' }],
  targets: [{ kind: 'court', court: '黔01', responsible: post('黔01.president') }],
  approver: post('黔.vice-president'),
};
const LISTED = {
  instrument: 'listedSupervision',
  title: '长期未结案件挂牌督办',
  trigger: 'caseEvent',
  cause: '立案已满三年',
  problem: '鉴定久拖不决',
  demands: [{ category: 'progressMeasure', text: '报告进展，依法加快办理', measure: 'panelReport' }],
  targets: [
    {
      ...{ kind: 'case', court: '黔0102', caseNumber: '（2023）黔0102民初501号' },
      responsible: post('黔0102.handling-judge.civil-1', JUDGE),
    },
  ],
  approver: post('黔0102.vice-president.civil'),
};
const REPLY = {
  ...{ causes: '人员变动', measures: '专班清理', responsible: '分管副院长', until: '2026-06-30' },
  answers: ['已经逐案排查'],
};
const EXAMINATION = { findings: [{ satisfied: true, comment: '见附表' }], opinion: '逐项核对' };

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

/** In order: each test stands on those before it. */
describe('an inspection on site', () => {
  const stay = { team: [post('黔.trial-management-director')], from: '2026-03-16', until: '2026-03-18' };
  const plan = { ...stay, methods: ['fileReading', 'symposium'], scope: '一年以上未结案件' };

  it('is planned before it is approved, with a team of the issuing court', async () => {
    matter = await desk.drafts(MANAGER, INSPECTION);
    expect(await desk.refused(VICE, matter, 'approve')).toBe('matter-step-not-open');
    expect(
      await desk.refused(MANAGER, matter, 'inspection/plan', { ...plan, team: [post('黔01.president')] }),
    ).toBe('matter-participant-outside');
    const long = await desk.post(MANAGER, desk.path(matter, '/inspection/plan'), {
      ...plan,
      until: '2026-03-21',
    });
    expect([long.status, long.body]).toMatchObject([
      422,
      { code: 'inspection-days-out-of-bounds', field: 'until' },
    ]);
    const nobody = await desk.post(MANAGER, desk.path(matter, '/inspection/plan'), { ...plan, team: [] });
    expect(nobody.status).toBe(400);
    await desk.does(MANAGER, matter, 'inspection/plan', plan);
    await desk.does(VICE, matter, 'approve');
    await desk.does(MANAGER, matter, 'issue', { number: '黔高法督〔2026〕2号' });
    await desk.does(TARGET, matter, 'receive');
  });

  it('shows its plan to the issuing side alone', async () => {
    expect(await shown(MANAGER, '/inspection')).toMatchObject({
      plans: [{ round: 1, team: [{ person: MANAGER }], from: '2026-03-16', scope: '一年以上未结案件' }],
      visits: [],
    });
    expect(await shown(TARGET, '/inspection')).toMatchObject({ plans: [], visits: [] });
    for (const who of [STRANGER, BYSTANDER, CHIEF])
      expect(await shown(who, '/inspection')).toMatchObject({ code: 'matter-not-found' });
  });

  it('is recorded once it is over, with what was found; who went may read it', async () => {
    on('2026-03-17');
    const team = [...stay.team, post('黔.division-chief.civil-1')];
    const document = await desk.upload(MANAGER, '阅卷底稿.txt', '三十册');
    const finding = { method: 'fileReading', subject: '卷宗三十册', finding: '十册超过审限', document };
    const visit = { ...stay, team, findings: [finding] };
    expect(await desk.refused(MANAGER, matter, 'inspection/visit', visit)).toBe('inspection-visit-not-over');
    on('2026-03-18');
    const unknown = { ...finding, document: { ...document, sha256: 'a'.repeat(64) } };
    expect(await desk.refused(MANAGER, matter, 'inspection/visit', { ...visit, findings: [unknown] })).toBe(
      'document-not-stored',
    );
    expect(await desk.refused(TARGET, matter, 'inspection/visit', visit)).toBe('matter-step-not-yours');
    await desk.does(MANAGER, matter, 'inspection/visit', visit);
    for (const who of [CHIEF, TARGET])
      expect(await shown(who, '/inspection')).toMatchObject({
        visits: [{ team: [{ person: MANAGER }, { person: CHIEF }], findings: [finding] }],
      });
  });

  it('ends with feedback, and with what was found put right', async () => {
    on('2026-03-27');
    const report = await desk.upload(MANAGER, '督导报告.txt', '清理没有逐案负责');
    const item = {
      ...{ problem: '积案', measure: '逐案包干', criterion: '一年以上未结不超过十件', due: '2026-05-29' },
      owner: post('黔01.vice-president.civil'),
    };
    const feedback = { heldOn: '2026-03-27', summary: '清理没有逐案负责', report, items: [item] };
    const early = { ...feedback, items: [{ ...item, due: '2026-04-01' }] };
    expect(await desk.refused(MANAGER, matter, 'inspection/feedback', early)).toBe(
      'inspection-item-due-out-of-bounds',
    );
    const ordering = { ...feedback, items: [{ ...item, measure: '所列案件一律改判' }] };
    expect(await desk.refused(MANAGER, matter, 'inspection/feedback', ordering)).toBe(
      'matter-demands-result',
    );
    await desk.does(MANAGER, matter, 'inspection/feedback', feedback);
    expect(await shown(TARGET, '/inspection')).toMatchObject({
      feedback: [{ summary: '清理没有逐案负责', report, items: ['1-1'] }],
    });
    await desk.does(TARGET, matter, 'reply', REPLY);
    await desk.does(MANAGER, matter, 'examine', EXAMINATION);
    await desk.does(MANAGER, matter, 'accept', { opinion: '采纳' });
    await desk.does(TARGET_VICE, matter, 'items/1-1/report', { statement: '已清理', evidence: [report] });
    await desk.does(MANAGER, matter, 'items/1-1/check', { passed: true, comment: '属实' });
    await desk.does(MANAGER, matter, 'close-out', { conclusion: '已经整改' });
    expect(await shown(TARGET, '')).toMatchObject({ stage: 'closedOut' });
  });
});

describe('supervision from point to point', () => {
  it('is guidance one to one, and takes no plan', async () => {
    const target = { kind: 'division', court: '黔01', division: '民事审判第一庭' };
    matter = await desk.drafts(MANAGER, {
      ...{ ...INSPECTION, instrument: 'pointToPoint' },
      targets: [{ ...target, responsible: post('黔01.division-chief.civil-1') }],
    });
    await desk.does(VICE, matter, 'approve');
    await desk.does(MANAGER, matter, 'issue', { number: '黔高法督〔2026〕3号' });
    await desk.does('zheng-lan', matter, 'receive');
    const guidance = {
      heldOn: '2026-03-27',
      guides: [post('黔.division-chief.civil-1')],
      content: '讲解长期未结案件的逐案管理',
    };
    expect(
      await desk.refused(MANAGER, matter, 'inspection/guidance', {
        ...guidance,
        content: '上述案件发回重审',
      }),
    ).toBe('matter-wording-doubtful');
    await desk.does(MANAGER, matter, 'inspection/guidance', guidance);
    expect(await shown(CHIEF, '/inspection')).toMatchObject({
      guidance: [{ ...guidance, guides: [{ person: CHIEF }], documents: [], items: [] }],
    });
  });
});

describe('listed supervision of a case', () => {
  const plan = { steps: [{ text: '完成补充鉴定', due: '2026-04-30' }], closeBy: '2026-06-26' };
  const report = { progress: '鉴定材料已经移送', obstacles: '鉴定机构排期' };

  it('asks for a plan, and for reports until it is answered', async () => {
    on('2026-03-30');
    matter = await desk.drafts(LOW_MANAGER, LISTED);
    await desk.does(LOW_VICE, matter, 'approve');
    await desk.does(LOW_MANAGER, matter, 'issue', { number: '南法督〔2026〕1号' });
    await desk.does(JUDGE, matter, 'receive');
    expect(await desk.refused(JUDGE, matter, 'listing/reports', report)).toBe('matter-step-not-open');
    expect(await desk.refused(JUDGE, matter, 'listing/plan', { ...plan, closeBy: '2026-07-01' })).toBe(
      'listing-closing-too-late',
    );
    await desk.does(JUDGE, matter, 'listing/plan', plan);
    on('2026-04-10');
    expect(await desk.refused(LOW_MANAGER, matter, 'listing/reports', report)).toBe('matter-step-not-yours');
    await desk.does(JUDGE, matter, 'listing/reports', report);
    for (const who of [JUDGE, LOW_MANAGER])
      expect(await shown(who, '/listing')).toMatchObject({
        plans: [{ ...plan, submittedOn: '2026-03-30' }],
        reports: [{ nth: 1, ...report, documents: [], due: '2026-04-09', filedOn: '2026-04-10' }],
      });
    expect(await shown(OTHER_JUDGE, '/listing')).toMatchObject({ code: 'matter-not-found' });
  });

  it('is closed by a later day that was approved, and is delisted', async () => {
    await desk.does(JUDGE, matter, 'extension/request', { days: 20, reason: '鉴定机构排期' });
    await desk.does(LOW_MANAGER, matter, 'extension/grant', { days: 20 });
    expect(await shown(JUDGE, '')).toMatchObject({ owed: [{ due: '2026-04-19' }, { due: '2026-07-24' }] });
    await desk.does(JUDGE, matter, 'reply', REPLY);
    expect(await shown(JUDGE, '')).toMatchObject({ owed: [{ duty: 'replyExamination/1' }] });
    expect(await desk.refused(JUDGE, matter, 'listing/reports', report)).toBe('matter-step-not-open');
    await desk.does(LOW_MANAGER, matter, 'examine', EXAMINATION);
    await desk.does(LOW_MANAGER, matter, 'accept', { opinion: '采纳' });
    await desk.does(LOW_MANAGER, matter, 'close-out', { conclusion: '已经结案，摘牌' });
    expect(await shown(LOW_VICE, '')).toMatchObject({ stage: 'closedOut' });
  });
});
