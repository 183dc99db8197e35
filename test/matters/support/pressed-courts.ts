import type { RunningApi } from '../../api/support/running-api';
import { CourtHouse } from '../../supervision/support/court-house';
import { MatterDesk, type Acting } from './matter-desk';

/** 高院: 审管办主任, 分管副院长, 院长, 督察. 贵阳中院: 院长. 南明区法院: 审管办主任, 庭长, 院长, 分管副院长. */
export const [MANAGER, VICE, INSPECTOR] = ['gu-ning', 'luo-jian', 'song-yi'] as const;
const PRESIDENT = { person: 'zhao-hong', post: '黔.president' };
export const MID_PRESIDENT = 'zhou-min';
export const [LOW_MANAGER, LOW_CHIEF, LOW_PRESIDENT] = ['cao-yue', 'wei-hua', 'chen-lei'] as const;
const LOW_VICE = 'chu-yun';
/** Who has nothing to do with any of it: 高院法官, 贵阳中院庭长, 南明区法院承办法官, 遵义中院院长. */
export const [BYSTANDER, MID_CHIEF, JUDGE, STRANGER] = [
  'sun-jing',
  'zheng-lan',
  'zhang-ming',
  'dong-ping',
] as const;

export const CASE = '（2026）黔0102民初501号';
/** What an office program would take for a formula. */
export const FORMULA = '=HYPERLINK("http://x","点此")';

const post = (id: string) => ({ court: id.slice(0, id.indexOf('.')), post: id });

const INQUIRY = {
  instrument: 'writtenInquiry',
  title: '关于长期未结案件的函询',
  trigger: 'indicatorBreach',
  cause: '一年以上未结案件占比连续两个季度偏离合理区间',
  problem: '一年以上未结案件清理缓慢',
  demands: [
    { category: 'explanation', text: '说明清理缓慢的原因' },
    { category: 'progress', text: '报告清理进展' },
  ],
  targets: [{ kind: 'court', court: '黔01', responsible: post('黔01.president') }],
  approver: post('黔.vice-president'),
};

const UNANSWERED = { ...INQUIRY, title: '关于发改率的函询', trigger: 'inspection' };

/** Confidential, by the rules. */
const REFERRAL = {
  ...INQUIRY,
  ...{ instrument: 'inspectorateReferral', title: FORMULA, trigger: 'escalation', demands: [] },
  targets: [{ kind: 'court', court: '黔01', responsible: { ...post('黔.inspector'), person: INSPECTOR } }],
  approver: post('黔.president'),
};

const ON_CASE = {
  ...INQUIRY,
  ...{ title: '关于一件案件进展的函询', trigger: 'petition' },
  demands: [{ category: 'progress', text: '报告案件进展', measure: 'panelReport' }],
  targets: [
    {
      ...{ kind: 'case', court: '黔0102', caseNumber: CASE },
      responsible: post('黔0102.division-chief.civil-1'),
    },
  ],
  approver: post('黔0102.vice-president.civil'),
};

const DRAFT = {
  ...INQUIRY,
  title: '尚未发出的函询',
  targets: [{ kind: 'court', court: '黔03', responsible: post('黔03.president') }],
};

const ASSIGNMENT = {
  ...INQUIRY,
  ...{ instrument: 'leaderAssignment', title: '包保贵阳中院清理积案', deadline: '2026-09-30' },
  targets: [
    { kind: 'indicator', court: '黔01', indicator: '一年以上未结率', responsible: post('黔.vice-president') },
  ],
  approver: post('黔.president'),
};

const figure = (value: string, asOf: string) => ({ indicator: '一年以上未结率', value, unit: '%', asOf });

const REPLY = {
  ...{ causes: '人员变动', measures: '专班清理', responsible: '分管副院长', until: '2026-06-30' },
  answers: ['人员不足', '已经逐案排查'],
  items: [
    {
      ...{ problem: '积案', measure: '逐案包干', criterion: '一年以上未结不超过十件', due: '2026-05-29' },
      owner: post('黔01.vice-president.civil'),
    },
  ],
};

const examination = (satisfied: boolean) => ({
  findings: [
    { satisfied: true, comment: '属实' },
    { satisfied, comment: '见附表' },
  ],
  opinion: '逐项核对',
});

/** Courts that press each other, and the matters in which they do; told from 2026-03-02 on. */
export async function pressedCourts(api: RunningApi, on: (day: string) => void) {
  const desk = new MatterDesk(api);
  const house = new CourtHouse(api, CASE);
  await house.open(['zhang-ming', 'jiang-xue', 'he-qian'], '2026-01-05');
  const accepted = await desk.drafts(MANAGER, INQUIRY);
  await desk.does(VICE, accepted, 'approve');
  await desk.does(MANAGER, accepted, 'issue', { number: '黔高法督〔2026〕1号' });
  await desk.does(MID_PRESIDENT, accepted, 'receive');
  await desk.does(MID_PRESIDENT, accepted, 'reply', { ...REPLY, items: [] });
  await desk.does(MANAGER, accepted, 'examine', examination(false));
  await desk.does(MANAGER, accepted, 'return', { reason: '没有写明进展' });
  await desk.does(MID_PRESIDENT, accepted, 'reply', REPLY);
  await desk.does(MANAGER, accepted, 'examine', examination(true));
  await desk.does(MANAGER, accepted, 'accept', { opinion: '采纳' });

  on('2026-03-03');
  const referred = await desk.drafts(MANAGER, UNANSWERED);
  await desk.does(VICE, referred, 'approve');
  await desk.does(MANAGER, referred, 'issue', { number: '黔高法督〔2026〕2号' });
  await desk.does(MID_PRESIDENT, referred, 'receive');

  const onCase = await desk.drafts(LOW_MANAGER, ON_CASE);
  await desk.does(LOW_VICE, onCase, 'approve');
  await desk.does(LOW_MANAGER, onCase, 'issue', { number: '南明法督〔2026〕1号' });
  await desk.does(LOW_CHIEF, onCase, 'receive');

  on('2026-03-04');
  const assigned = await desk.drafts(MANAGER, ASSIGNMENT);
  await desk.does(PRESIDENT, assigned, 'approve');
  await desk.does(MANAGER, assigned, 'issue', { number: '黔高法包〔2026〕1号' });
  await desk.does(VICE, assigned, 'receive');
  const figures = [{ ...figure('8.5', '2026-03-01'), target: '3' }];
  await desk.does(VICE, assigned, 'assignment/baseline', { figures, problems: '积案集中' });

  on('2026-03-30');
  const contact = { heldOn: '2026-03-30', manner: '电话', content: '逐案了解进展' };
  const progress = [figure('7.9', '2026-03-30')];
  await desk.does(VICE, assigned, 'assignment/contacts', { ...contact, progress });
  await desk.does(MANAGER, referred, 'escalate', { to: 'inspectorateReferral', reason: '逾期未答复' });
  await desk.does(MANAGER, referred, 'draft', REFERRAL);
  await desk.does(PRESIDENT, referred, 'approve');
  await desk.does(MANAGER, referred, 'issue', { number: '黔高法移〔2026〕1号' });
  const draft = await desk.drafts(MANAGER, DRAFT);
  const { position } = (await desk.does(VICE, draft, 'decline', { reason: '暂缓' })).body as {
    readonly position: string;
  };
  const ids = { accepted, referred, onCase, assigned, draft };
  return {
    desk,
    ...ids,
    position,
    /** What somebody reads who has seen all of it. @throws with the problem if they may not */
    async get<Answer>(who: Acting, path: string, query: Record<string, string> = {}): Promise<Answer> {
      const search = new URLSearchParams(query).toString();
      const { status, body, text } = await desk.get(who, `/api/v1${path}?${search}`, position);
      if (status !== 200) throw new Error(text);
      return body as Answer;
    },
    /** What the matter is called here. */
    nameOf: ({ matter }: { readonly matter: string }): string =>
      Object.entries(ids).find(([, id]) => id === matter)?.[0] ?? matter,
  };
}

export type PressedCourts = Awaited<ReturnType<typeof pressedCourts>>;
