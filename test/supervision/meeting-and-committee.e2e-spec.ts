import { FixedClock } from '@liuhen/event-store/testing';
import type { DocumentReference } from '@liuhen/kernel';
import { startApi, type RunningApi } from '../api/support/running-api';
import { until } from '../support/until';
import { CourtHouse } from './support/court-house';

const PANEL = ['jiang-xue', 'zhang-ming', 'he-qian'];
const JUDGE = 'jiang-xue';
const CHIEF = 'wei-hua';
const PRESIDENT = 'chen-lei';
const MONDAY = '2026-03-02T01:00:00.000Z';
const TODAY = '2026-03-02';

/** 审判委员会 of 南明区人民法院, the junior before the senior. */
const COMMITTEE = [
  ['fang-jin', 'secondGrade'],
  ['ren-yuan', 'firstGrade'],
  ['yuan-qing', 'fourthSenior'],
  ['yan-song', 'thirdSenior'],
  ['tao-ran', 'thirdSenior'],
  ['chu-yun', 'secondSenior'],
  [PRESIDENT, 'firstSenior'],
] as const;

let api: RunningApi;
let court: CourtHouse;
let material: DocumentReference;
const clock = new FixedClock(MONDAY);

beforeAll(async () => {
  api = await startApi({ clock });
  court = new CourtHouse(api, '（2026）黔0102民初501号');
  await court.open(PANEL, '2026-01-05');
  material = await court.upload(JUDGE, '审理报告.txt', '争议焦点：合同是否有效');
});
afterAll(() => api.close());

const seat = (person: string, grade: string) => ({ person, grade, gradeSince: '2020-01-01' });
const says = (speaker: string, part: string) => ({ speaker, part, text: '……' });
const votes = (speaker: string, view?: string) => ({
  ...says(speaker, 'opinion'),
  stance: view === undefined ? 'panel' : 'other',
  ...(view === undefined ? {} : { view }),
});

const MEMBERS = [seat('kong-wei', 'secondGrade'), seat('chu-yun', 'secondSenior'), seat(CHIEF, 'firstGrade')];
const meeting = (duty: string) => ({
  duty,
  chair: CHIEF,
  members: MEMBERS,
  invited: [{ person: 'shen-bo', capacity: '审判管理办公室人员' }],
  materials: [material],
  heldOn: TODAY,
});
const discussion = [
  says(JUDGE, 'report'),
  says('chu-yun', 'question'),
  says(JUDGE, 'question'),
  says('shen-bo', 'comment'),
  votes('kong-wei', '合同无效'),
  votes('chu-yun', '合同无效'),
  votes(CHIEF),
  says(CHIEF, 'summary'),
];

const sitting = {
  committee: '1',
  sitting: 'plenary',
  attending: COMMITTEE.map(([person, grade]) => seat(person, grade)),
  chair: PRESIDENT,
  procurator: 'deputy',
  heldOn: TODAY,
};
const voted = (against: number) => [
  says(JUDGE, 'report'),
  says('procurator', 'comment'),
  ...COMMITTEE.map(([person], n) => (n < against ? votes(person, '合同无效') : votes(person))),
  says(PRESIDENT, 'summary'),
];

/** In order: each test stands on those before it. */
describe('a judges’ meeting that the panel asks for', () => {
  const duty = 'meetingConvening/meeting-1/1';

  it('is asked for by those who try the case', async () => {
    const request = { grounds: ['noMajority'], questions: ['合同是否有效'] };
    const elsewhere = await court.post('lv-dong', '/meetings', request);
    expect([elsewhere.status, elsewhere.body]).toMatchObject([404, { code: 'case-not-found' }]);
    expect((await court.post(CHIEF, '/meetings', request)).body).toMatchObject({
      status: 422,
      code: 'meeting-requester-not-panel',
      law: [{ version: '法发〔2021〕2号', article: '第四条' }],
    });
    await court.does('he-qian', '/meetings', request);
  });

  it('is convened by the chief of the division, with enough judges', async () => {
    const few = { ...meeting(duty), members: MEMBERS.slice(1) };
    expect((await court.post(CHIEF, '/meetings/convene', few)).body).toMatchObject({
      code: 'meeting-too-small',
      field: 'members',
    });
    expect((await court.post(JUDGE, '/meetings/convene', meeting(duty))).body).toMatchObject({
      code: 'not-meeting-convener',
    });
    await court.does(CHIEF, '/meetings/convene', meeting(duty));
  });

  it('ends with what its members said, in the order of their rank', async () => {
    const minutes = await court.upload(CHIEF, '会议纪要.txt', '多数认为合同无效');
    const record = { summary: '多数认为合同无效', minutes };
    const chairFirst = [
      ...discussion.slice(0, 4),
      votes(CHIEF),
      ...discussion.slice(4, 6),
      discussion.at(-1),
    ];
    expect(
      (await court.post(CHIEF, '/meetings/1/conclusion', { ...record, speeches: chairFirst })).body,
    ).toMatchObject({ code: 'meeting-chair-speaks-last' });
    await court.does(CHIEF, '/meetings/1/conclusion', { ...record, speeches: discussion });
    const { body } = await court.get(JUDGE, court.path('/meetings'));
    expect(body).toMatchObject({
      awaited: [],
      meetings: [
        {
          meeting: '1',
          review: null,
          status: 'concluded',
          conclusion: { conclusion: 'otherView', majorityView: '合同无效', minutes },
        },
      ],
    });
  });

  it('is of the inner file: a judge of the court above who may read the case does not read it', async () => {
    expect((await court.get('sun-jing', court.path('/meetings'))).body).toMatchObject({
      code: 'inner-file-not-permitted',
    });
  });
});

describe('a case that goes to the committee outside a review', () => {
  const application = 'committeeReferral/application-1/1';
  it('is applied for, and submitted by the president alone', async () => {
    await court.does('he-qian', '/committee/applications', { reasons: '合议庭与专业法官会议意见不一致' });
    const submit = { duty: application, decision: 'submit', reasons: '法律适用疑难' };
    expect((await court.post('chu-yun', '/committee/referral-decision', submit)).body).toMatchObject({
      code: 'committee-president-decides',
      law: [{ statute: '中华人民共和国人民法院组织法', article: '第三十九条第一款' }],
    });
    await court.does(PRESIDENT, '/committee/referral-decision', submit);
  });

  it('is convened with its members as the posts say, and a quorum', async () => {
    const body = { ...sitting, materials: [material] };
    const three = { ...body, attending: sitting.attending.slice(4) };
    expect((await court.post(PRESIDENT, '/committee/convene', three)).body).toMatchObject({
      code: 'committee-quorum',
      law: [{ article: '第三十八条第一款' }],
    });
    await court.does(PRESIDENT, '/committee/convene', body);
  });

  it('is decided by more than half of all members, with reasons and minority opinions', async () => {
    const minutes = await court.upload(PRESIDENT, '审委会纪要.txt', '……');
    const record = { speeches: voted(4), minutes };
    expect(
      (await court.post(PRESIDENT, '/committee/1/decision', { ...record, reasons: '' })).body,
    ).toMatchObject({ code: 'committee-reasons-missing' });
    await court.does(PRESIDENT, '/committee/1/decision', { ...record, reasons: '违反强制性规定' });
    const { body } = await court.get(PRESIDENT, court.path('/committee'));
    expect(body).toMatchObject({
      awaited: [],
      referrals: [{ decision: 'submit', application: '1', committee: '1' }],
      matters: [
        {
          committee: '1',
          duty: null,
          conforming: 'conformingDocument/committee-1/1',
          sittings: [{ procurator: 'deputy', chair: PRESIDENT }],
          decisions: [{ decision: 'changesPanelView', resolution: '合同无效', reasons: '违反强制性规定' }],
        },
      ],
    });
    const [{ composition }] = (body as { matters: [{ sittings: [{ composition: string[] }] }] }).matters[0]
      .sittings;
    expect([...composition].sort()).toEqual(COMMITTEE.map(([person]) => person).sort());
  });

  it('is reconsidered once, and the first decision stands where no majority is of another mind', async () => {
    const reasons = '新的司法解释已经施行';
    await court.does('he-qian', '/committee/1/reconsideration', { reasons });
    expect((await court.post('he-qian', '/committee/1/reconsideration', { reasons })).body).toMatchObject({
      code: 'committee-reconsidered-before',
    });
    const submit = { duty: 'committeeReferral/committee-1/1', decision: 'submit', reasons };
    await court.does(PRESIDENT, '/committee/referral-decision', submit);
    await court.does(PRESIDENT, '/committee/convene', { ...sitting, materials: [material] });
    const split = voted(3).map((speech) =>
      speech.speaker === 'yan-song' && speech.part === 'opinion' ? votes('yan-song', '合同可撤销') : speech,
    );
    await court.does(PRESIDENT, '/committee/1/decision', { speeches: split, reasons: '', minutes: material });
    const { body } = await court.get(JUDGE, court.path('/committee'));
    expect(body).toMatchObject({
      matters: [
        {
          duty: null,
          conforming: 'conformingDocument/committee-1/1',
          decisions: [{}, { decision: 'noMajority' }],
        },
      ],
    });
  });

  it('is carried out by a document, and all of it is told', async () => {
    const document = await court.upload(JUDGE, '判决书.txt', '经本院审判委员会讨论决定，合同无效……');
    await court.does(JUDGE, '/committee/1/conforming-document', { document });
    const { body } = await court.get(PRESIDENT, court.path('/history'));
    const lines = (body as { events: readonly { line: string }[] }).events.map(({ line }) => line).join('\n');
    for (const told of [
      '提请专业法官会议讨论',
      '召集第1次专业法官会议',
      '多数持其他意见',
      '申请提交审判委员会',
      '副检察长列席',
      '少数意见3人',
      '复议决定',
      '已按照审判委员会决定制作文书',
    ])
      expect(lines).toContain(told);
  });
});

describe('a meeting within a review that its chair leaves without a conclusion', () => {
  it('holds nobody up: the document goes to signature when its time is over', async () => {
    const document = await court.upload(JUDGE, '另一判决书.txt', '判决如下：……');
    await court.does(JUDGE, '/reviews', { document, kind: 'judgment' });
    await court.does(CHIEF, '/reviews/1/meeting-referral', { questions: ['合同是否有效'] });
    const waiting = await court.get(CHIEF, court.path('/meetings'));
    const [{ owed }] = (waiting.body as { awaited: [{ owed: { duty: string } }] }).awaited;
    await court.does(CHIEF, '/meetings/convene', meeting(owed.duty));
    clock.set('2026-03-09T16:00:00.000Z');
    await until(async () => {
      const { body } = await court.get(JUDGE, court.path('/reviews'));
      return (body as { items: [{ at: string }] }).items[0].at === 'signature';
    });
    const { body } = await court.get(JUDGE, court.path('/meetings'));
    expect(body).toMatchObject({
      awaited: [],
      meetings: [{}, { meeting: '2', review: '1', status: 'ended' }],
    });
  });
});

describe('a document under review that the committee decides on', () => {
  it('is drawn up as it decided, signed and issued', async () => {
    const reviewed = new CourtHouse(api, '（2026）黔0102民初502号');
    await reviewed.open(PANEL, '2026-01-05');
    const draft = await reviewed.upload(JUDGE, '判决书.txt', '合同有效……');
    await reviewed.does(JUDGE, '/reviews', {
      document: draft,
      kind: 'judgment',
      features: ['effectiveJudgmentWrong'],
    });
    await reviewed.does(CHIEF, '/reviews/1/committee-request', { reasons: '依法应当由审判委员会讨论决定' });
    const { body } = await reviewed.get(PRESIDENT, reviewed.path('/committee'));
    const [{ owed, mandatory }] = (body as { awaited: [{ owed: { duty: string }; mandatory: boolean }] })
      .awaited;
    expect(mandatory).toBe(true);
    const decline = { duty: owed.duty, decision: 'decline', reasons: '没有必要' };
    expect((await reviewed.post(PRESIDENT, '/committee/referral-decision', decline)).body).toMatchObject({
      code: 'committee-mandatory',
      law: [{ article: '第二百零九条第一款' }, { article: '第三十七条第一款第（三）项' }],
    });
    await reviewed.does(PRESIDENT, '/committee/referral-decision', { ...decline, decision: 'submit' });
    const held = { ...sitting, heldOn: '2026-03-10', materials: [draft] };
    await reviewed.does(PRESIDENT, '/committee/convene', held);
    const record = { speeches: voted(5), reasons: '违反强制性规定', minutes: draft };
    await reviewed.does(PRESIDENT, '/committee/1/decision', record);
    const document = await reviewed.upload(JUDGE, '判决书.txt', '经本院审判委员会讨论决定，合同无效……');
    await reviewed.does(JUDGE, '/reviews/1/conforming-document', { document });
    await reviewed.does(JUDGE, '/reviews/1/signature', { document, signers: PANEL });
    await reviewed.does(JUDGE, '/reviews/1/issue', { document });
    const { body: reviews } = await reviewed.get(JUDGE, reviewed.path('/reviews'));
    expect(reviews).toMatchObject({ items: [{ at: 'issued' }] });
  });
});
