import { FixedClock } from '@liuhen/event-store/testing';
import { startApi, type RunningApi } from '../api/support/running-api';
import { MatterDesk } from './support/matter-desk';
import { until } from '../support/until';

/** 高院: 审管办主任, 分管副院长, 院长, 政治部. 贵阳中院: 院长, 分管副院长, 审管办主任. 遵义中院: 院长. */
const MANAGER = 'gu-ning';
const VICE = 'luo-jian';
const POLITICAL = 'xie-lin';
const PRESIDENT = { person: 'zhao-hong', post: '黔.president' };
const TARGET = 'zhou-min';
const TARGET_VICE = 'wu-tao';
const TARGET_MANAGER = 'feng-yan';
const OTHER = 'dong-ping';

const post = (id: string) => ({ court: id.slice(0, id.indexOf('.')), post: id });

const INQUIRY = {
  instrument: 'writtenInquiry',
  title: '关于长期未结案件的函询',
  trigger: 'indicatorBreach',
  cause: '一年以上未结案件占比连续两个季度偏离合理区间',
  problem: '一年以上未结案件清理缓慢',
  demands: [{ category: 'explanation', text: '说明清理缓慢的原因和措施' }],
  targets: [{ kind: 'court', court: '黔01', responsible: post('黔01.president') }],
  approver: post('黔.vice-president'),
};

const item = (due: string) => ({
  problem: '一年以上未结案件积压',
  measure: '院领导逐案包干',
  criterion: '一年以上未结不超过十件',
  owner: post('黔01.vice-president.civil'),
  due,
});

const reply = (items: readonly object[] = []) => ({
  causes: '人员变动',
  measures: '专班清理',
  responsible: '分管副院长吴涛',
  until: '2026-06-30',
  answers: ['已经逐案排查'],
  items,
});

const unsatisfied = { findings: [{ satisfied: false, comment: '没有写明原因' }], opinion: '答复笼统' };
const satisfied = { findings: [{ satisfied: true, comment: '属实' }], opinion: '措施具体' };

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

interface Standing {
  readonly stage: string;
  readonly owed: readonly { readonly duty: string; readonly post: string; readonly due: string }[];
}
const standing = async (who = MANAGER): Promise<Standing> =>
  (await desk.get(who, desk.path(matter))).body as Standing;
const owed = async () => (await standing()).owed.map(({ duty, post: at, due }) => [duty, at, due]);

/** In order: each test stands on those before it. */
describe('an inquiry of the high court into an intermediate court', () => {
  it('is drafted, approved, issued and signed for, each step owed by somebody by a day', async () => {
    matter = await desk.drafts(MANAGER, INQUIRY);
    expect(await owed()).toEqual([['matterApproval/1', '黔.vice-president', '2026-03-05']]);
    await desk.does(VICE, matter, 'approve');
    await desk.does(MANAGER, matter, 'issue', { number: '黔高法督〔2026〕1号' });
    await desk.does(TARGET, matter, 'receive');
    expect(await owed()).toEqual([['matterReply/1', '黔01.president', '2026-03-16']]);
  });

  it('is answered later where more time was asked for and granted', async () => {
    await desk.does(TARGET, matter, 'extension/request', { days: 5, reason: '逐案核对' });
    expect(await desk.refused(TARGET, matter, 'extension/grant', { days: 5 })).toBe('matter-step-not-yours');
    await desk.does(MANAGER, matter, 'extension/grant', { days: 5 });
    expect(await owed()).toEqual([['matterReply/2', '黔01.president', '2026-03-23']]);
  });

  it('is returned twice, and no third time', async () => {
    for (const nth of [1, 2]) {
      await desk.does(TARGET, matter, 'reply', reply());
      await desk.does(MANAGER, matter, 'examine', unsatisfied);
      expect(await desk.refused(MANAGER, matter, 'accept', { opinion: '采纳' })).toBe(
        'matter-finding-unsatisfied',
      );
      await desk.does(MANAGER, matter, 'return', { reason: `第${String(nth)}次：请写明原因` });
    }
    await desk.does(TARGET, matter, 'reply', reply());
    await desk.does(MANAGER, matter, 'examine', unsatisfied);
    expect(await desk.refused(MANAGER, matter, 'return', { reason: '仍不清楚' })).toBe(
      'matter-returns-exhausted',
    );
  });

  it('is escalated to a talk, of which the court learns when it is announced', async () => {
    await desk.does(MANAGER, matter, 'escalate', { to: 'accountabilityTalk', reason: '两次退回仍未说明' });
    const talk = {
      ...INQUIRY,
      instrument: 'accountabilityTalk',
      trigger: 'escalation',
      title: '关于长期未结案件的约谈',
      targets: [{ kind: 'post', court: '黔01', post: '黔01.president', responsible: post('黔01.president') }],
      approver: post('黔.president'),
    };
    await desk.does(MANAGER, matter, 'draft', talk);
    await desk.does(MANAGER, matter, 'talk/plan', {
      talkers: [post('黔.vice-president'), { ...post('黔.political-officer'), person: POLITICAL }],
      recorder: { ...post('黔.trial-management-officer'), person: 'inspector' },
      heldOn: '2026-03-12',
      place: '省法院会议室',
      subject: '长期未结案件清理',
    });
    expect((await standing(TARGET)).stage).toBe('examined');
    await desk.does(PRESIDENT, matter, 'approve');
    await desk.does(MANAGER, matter, 'issue', { number: '黔高法约〔2026〕1号' });
    expect(await standing(TARGET)).toMatchObject({ stage: 'issued', instrument: 'accountabilityTalk' });
    await desk.does(TARGET, matter, 'receive');
  });

  it('is talked over, recorded and signed; what was promised is charged to its owner', async () => {
    on('2026-03-12');
    const record = await desk.upload(MANAGER, '笔录.txt', '约谈笔录……');
    await desk.does(MANAGER, matter, 'talk/hold', {
      talkers: [post('黔.vice-president'), { ...post('黔.political-officer'), person: POLITICAL }],
      recorder: { ...post('黔.trial-management-officer'), person: 'inspector' },
      record,
      summary: '承诺五月底前清理完毕',
      commitments: [item('2026-04-10')],
    });
    await desk.does(TARGET, matter, 'talk/sign', { signed: true });
    const kinds = (await standing()).owed.map(({ duty }) => duty.split('/')[0]);
    expect(kinds.toSorted()).toEqual(['matterReply', 'rectification']);
  });

  it('is put right, checked, closed out by the other side only, and looked at again three times', async () => {
    await desk.does(TARGET, matter, 'reply', reply());
    await desk.does(MANAGER, matter, 'examine', satisfied);
    await desk.does(MANAGER, matter, 'accept', { opinion: '采纳' });
    expect(await desk.refused(MANAGER, matter, 'close-out', { conclusion: '完成' })).toBe(
      'matter-items-open',
    );
    const evidence = [await desk.upload(TARGET_VICE, '清单.txt', '八件……')];
    await desk.does(TARGET_VICE, matter, 'items/2-1/report', { statement: '已降至八件', evidence });
    await desk.does(MANAGER, matter, 'items/2-1/check', { passed: true, comment: '属实' });
    expect(await desk.refused(TARGET, matter, 'close-out', { conclusion: '完成' })).toBe(
      'matter-step-not-yours',
    );
    await desk.does(MANAGER, matter, 'close-out', { conclusion: '完成' });
    for (const day of ['2026-04-13', '2026-05-11', '2026-06-10']) {
      on(day);
      await desk.does(MANAGER, matter, 'follow-up', { holds: true, findings: '没有反弹' });
    }
    await desk.does(MANAGER, matter, 'archive', { volume: '督导卷2026-1' });
    expect(await standing()).toMatchObject({ stage: 'archived', owed: [] });
  });

  it('is replayed line by line, by each side as far as it concerns it, and by nobody else', async () => {
    const history = async (who: string) => {
      const { status, body } = await desk.get(who, desk.path(matter, '/history'));
      return {
        status,
        lines: ((body as { events?: readonly { line: string }[] }).events ?? []).map(({ line }) => line),
      };
    };
    const { lines } = await history(MANAGER);
    for (const told of [
      '第2次退回答复',
      '升级为约谈：两次退回仍未说明',
      '批准延期5个工作日',
      '销号：完成',
      '第3次回头看',
    ])
      expect(lines.some((line) => line.includes(told))).toBe(true);
    const seen = (await history(TARGET_MANAGER)).lines;
    expect(seen).toHaveLength(lines.length);
    expect(seen.some((line) => line.includes('起草'))).toBe(false);
    expect(seen.some((line) => line.includes('升级为约谈'))).toBe(true);
    for (const who of [OTHER, 'wang-ning', 'ma-chao', 'chen-lei'])
      expect((await history(who)).status).toBe(404);
  });

  it('shows in the ledger who owed each step, in which party', async () => {
    const { body } = await desk.get(MANAGER, desk.path(matter, '/accountability'));
    const { parties } = body as {
      readonly parties: readonly {
        readonly party: string;
        readonly responsibilities: readonly { readonly kind: string }[];
      }[];
    };
    const kindsOf = (party: string) =>
      new Set(parties.find((one) => one.party === party)?.responsibilities.map(({ kind }) => kind));
    expect([...kindsOf('upperAndLowerCourts')]).toEqual(
      expect.arrayContaining([
        'matterApproval',
        'matterIssue',
        'replyExamination',
        'matterOutcome',
        'matterCloseOut',
        'matterFollowUp',
      ]),
    );
    expect([...kindsOf('courtLeaders')]).toEqual(
      expect.arrayContaining(['matterReceipt', 'matterReply', 'talkSignature', 'rectification']),
    );
  });

  it('is in the lists of both sides and of no third', async () => {
    const listed = async (who: string) => {
      const { body } = await desk.get(who, `${desk.path()}?limit=50`);
      return (body as { items: readonly { matter: string }[] }).items.map((one) => one.matter);
    };
    await until(async () => (await listed(MANAGER)).includes(matter));
    expect(await listed(TARGET_MANAGER)).toContain(matter);
    expect(await listed(OTHER)).not.toContain(matter);
  });
});

describe('a demand for the result of a case', () => {
  const onCase = (text: string, further: object = {}) => ({
    ...INQUIRY,
    title: '关于个案的函询',
    targets: [
      { kind: 'case', court: '黔01', caseNumber: '（2026）黔01民终8号', responsible: post('黔01.president') },
    ],
    demands: [{ category: 'progress', text, measure: 'panelReport' }],
    ...further,
  });
  const draft = async (body: object) =>
    (await desk.post(MANAGER, desk.path(), body)).body as Record<string, unknown>;

  it('is refused, with the article and what is lawful instead', async () => {
    const problem = await draft(onCase('请督促合议庭，该案应当改判'));
    expect(problem).toMatchObject({ code: 'matter-demands-result', field: 'demands[0].text' });
    expect(String(problem.detail)).toContain('听取进展、调阅卷宗、提交专业法官会议');
    expect(JSON.stringify(problem.law)).toContain('第五十二条');
  });

  it('is warned of where the words could mean it, and stands with a reason that is kept', async () => {
    expect(await draft(onCase('报告裁判结果的形成过程'))).toMatchObject({ code: 'matter-wording-doubtful' });
    const receipt = await draft(onCase('报告裁判结果的形成过程', { screenedReason: '仅了解评议程序' }));
    expect(receipt).toMatchObject({ events: [{ type: 'MatterDrafted' }] });
  });

  it('names one of the lawful measures, or is refused', async () => {
    const demands = [{ category: 'progress', text: '报告案件进展' }];
    expect(await draft(onCase('', { demands }))).toMatchObject({ code: 'matter-case-measure-required' });
  });
});
