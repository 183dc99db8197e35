import { policyKinds } from '@liuhen/supervision';
import request from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';

/** 院长, 审管办主任, 副院长 and a judge of 南明区人民法院, 审管办主任 of 贵阳市中级人民法院, a judge at 播州区人民法院. */
const NANMING_PRESIDENT = 'chen-lei';
const GUIYANG_DIRECTOR = 'feng-yan';
const NANMING_DIRECTOR = 'cao-yue';
const NANMING_VICE = 'chu-yun';
const NANMING_JUDGE = 'jiang-xue';
const BOZHOU_JUDGE = 'lv-dong';

const POLICIES = '/api/v1/policies';
const SEEDED = 'pre-issue-review-黔-2024-01';

let api: RunningApi;
let keys = 0;

beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.close());

async function post(person: string, url: string, body: object, key = `key-${String(++keys)}`) {
  const identity = await api.as(person);
  return request(api.server.url)
    .post(url)
    .set({ ...identity, 'Idempotency-Key': key })
    .send(body);
}

async function get(person: string, url: string) {
  return request(api.server.url)
    .get(url)
    .set(await api.as(person));
}

const path = (version: string, rest = '') => `${POLICIES}/${encodeURIComponent(version)}${rest}`;

const dayFromNow = (days: number): string =>
  new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

const version = (n: number, court = '黔0102') => `pre-issue-review-${court}-2099-0${String(n)}`;

const draft = (changes: object = {}) => ({
  policy: 'pre-issue-review',
  version: version(1),
  title: '南明区人民法院案件阅核规则（修订）',
  from: dayFromNow(30),
  clauses: [
    { clause: 'objection', text: '异议应在二个工作日内答复', content: { answerWorkingDays: 2 } },
    {
      clause: 'scope-2',
      text: '第一审判决书由庭长、分管副院长逐级阅核',
      content: { when: { kinds: ['judgment'] }, levels: ['divisionChief', 'vicePresident'] },
    },
  ],
  source: { document: '南明法〔2026〕1号', note: '院党组会议通过', confirmed: true },
  reason: '年度修订',
  ...changes,
});

const answers = (proposal: string) => `${POLICIES}/proposals/${encodeURIComponent(proposal)}/answers`;

const answer = (person: string, proposal: string, says = 'approve') =>
  post(person, answers(proposal), { answer: says, reason: '经研究' });

interface Proposals {
  readonly items: readonly { readonly proposal: string; readonly status: string; readonly text: string }[];
}

async function proposalsOf(person: string, query = ''): Promise<Proposals['items']> {
  return ((await get(person, `${POLICIES}/proposals${query}`)).body as Proposals).items;
}

/** The one that waits for the person now. */
async function waitingFor(person: string): Promise<string> {
  const [first] = await proposalsOf(person, '?mine=true');
  if (!first) throw new Error('no proposal');
  return first.proposal;
}

interface InForce {
  readonly policies: readonly {
    readonly policy: string;
    readonly clauses: readonly {
      readonly clause: string;
      readonly version: string;
      readonly text: string;
      readonly court: { readonly name: string };
    }[];
    readonly versions: readonly { readonly version: string; readonly ends: string | null }[];
  }[];
}

async function reviewRules(person: string, query = '') {
  const { body } = (await get(person, `${POLICIES}?policy=pre-issue-review${query}`)) as { body: InForce };
  const [rule] = body.policies;
  if (!rule) throw new Error('no rule');
  return rule;
}

const versionOf = (rule: InForce['policies'][number], clause: string) =>
  rule.clauses.find((one) => one.clause === clause)?.version;

describe('the rules of a court', () => {
  it('are those of the courts above where it has none of its own', async () => {
    const rule = await reviewRules(NANMING_JUDGE);
    expect(versionOf(rule, 'scope-1')).toBe('pre-issue-review-黔0102-2025-01');
    expect(versionOf(rule, 'scope-2')).toBe(SEEDED);
    expect(rule.clauses.find(({ clause }) => clause === 'limits')).toMatchObject({
      text: expect.stringContaining('三个工作日') as string,
      court: { code: '黔', name: '贵州省高级人民法院' },
      confirmed: false,
    });
    expect(versionOf(await reviewRules(BOZHOU_JUDGE), 'scope-1')).toBe(SEEDED);
  });

  it('are asked for by court, rule and day', async () => {
    const before = await reviewRules(BOZHOU_JUDGE, `&court=${encodeURIComponent('黔0102')}&on=2024-12-31`);
    expect(versionOf(before, 'scope-1')).toBe(SEEDED);
    const all = (await get(BOZHOU_JUDGE, POLICIES)).body as InForce;
    expect(all.policies.map(({ policy }) => policy)).toEqual(policyKinds.map(({ policy }) => policy));
    expect((await get(BOZHOU_JUDGE, `${POLICIES}?on=2020-01-01`)).body).toMatchObject({
      policies: policyKinds.map(() => ({ clauses: [] })),
    });
  });

  it.each([
    [`court=${encodeURIComponent('浙01')}`, 422, 'policy-court-unknown'],
    ['policy=weather', 400, 'invalid-request'],
    ['on=yesterday', 400, 'invalid-request'],
  ])('are not asked for by %s', async (query, status, code) => {
    expect((await get(BOZHOU_JUDGE, `${POLICIES}?${query}`)).body).toMatchObject({ status, code });
  });

  it('are read version by version, with source and who entered them', async () => {
    expect((await get(BOZHOU_JUDGE, path(SEEDED))).body).toMatchObject({
      version: SEEDED,
      court: { name: '贵州省高级人民法院' },
      ends: null,
      source: { confirmed: false },
      adopted: { person: 'supervision-system', name: '留痕系统' },
      revision: 0,
    });
  });

  it.each(['pre-issue-review-黔-2019-01', 'nonsense', '%00'])('%s is no version', async (name) => {
    expect((await get(BOZHOU_JUDGE, path(name))).body).toMatchObject({
      status: 404,
      code: 'policy-version-not-found',
    });
  });
});

/** One after the other. */
describe('a rule of its own', () => {
  it('is asked for by the president or the director of trial management, for their own court', async () => {
    expect((await post(NANMING_JUDGE, POLICIES, draft())).body).toMatchObject({
      status: 403,
      code: 'policy-not-permitted',
    });
    expect((await post(GUIYANG_DIRECTOR, POLICIES, draft())).body).toMatchObject({
      status: 422,
      code: 'policy-version-misnamed',
      field: 'version',
    });
    const { status } = await post(GUIYANG_DIRECTOR, POLICIES, draft({ version: version(1, '黔01') }));
    expect(status).toBe(201);
    expect(await proposalsOf(NANMING_VICE, '?mine=true')).toEqual([]);
  });

  it('is refused with the clause and the reason where it makes no sense', async () => {
    const clauses = [{ clause: 'limits', text: '三日', content: { levelWorkingDays: '3' } }];
    expect((await post(NANMING_PRESIDENT, POLICIES, draft({ clauses }))).body).toMatchObject({
      status: 422,
      code: 'policy-clause-invalid',
      field: 'clauses.limits',
      detail: expect.stringContaining('每一层级的工作日数') as string,
    });
    const strange = [
      { clause: 'scope-2', text: '某种文书', content: { when: { kinds: ['poem'] }, levels: [] } },
      { clause: 'colour', text: '红色', content: {} },
    ];
    expect((await post(NANMING_PRESIDENT, POLICIES, draft({ clauses: strange }))).body).toMatchObject({
      errors: [{ field: 'clauses.scope-2' }, { field: 'clauses.colour' }],
    });
    const twice = [clauses[0], clauses[0]];
    expect((await post(NANMING_PRESIDENT, POLICIES, draft({ clauses: twice }))).body).toMatchObject({
      code: 'policy-clause-repeated',
      field: 'clauses[1].clause',
    });
    expect((await post(NANMING_PRESIDENT, POLICIES, { ...draft(), clauses: [{ clause: 'x' }] })).status).toBe(
      400,
    );
    const { reason: _, ...unreasoned } = draft();
    expect((await post(NANMING_PRESIDENT, POLICIES, unreasoned)).status).toBe(400);
  });

  it('does not reach back', async () => {
    expect((await post(NANMING_PRESIDENT, POLICIES, draft({ from: dayFromNow(-1) }))).body).toMatchObject({
      code: 'policy-retroactive',
    });
  });

  it('is laid down by three, and holds from its day on', async () => {
    expect((await post(NANMING_PRESIDENT, POLICIES, draft(), 'adopt')).status).toBe(201);
    expect((await post(NANMING_PRESIDENT, POLICIES, draft(), 'adopt')).body).toMatchObject({
      replayed: true,
    });
    const proposal = await waitingFor(NANMING_VICE);
    const refused = { status: 422, code: 'proposal-approval-not-independent' };
    expect((await answer(NANMING_PRESIDENT, proposal)).body).toMatchObject(refused);
    expect((await answer(NANMING_JUDGE, proposal)).body).toMatchObject({
      status: 403,
      code: 'policy-approval-not-permitted',
    });
    expect((await answer(NANMING_VICE, proposal)).status).toBe(201);
    expect((await answer(NANMING_VICE, proposal)).body).toMatchObject(refused);
    const day = `&on=${dayFromNow(30)}`;
    expect(versionOf(await reviewRules(NANMING_PRESIDENT, day), 'objection')).toBe(SEEDED);
    expect((await answer(NANMING_DIRECTOR, proposal)).status).toBe(201);
    expect(versionOf(await reviewRules(NANMING_PRESIDENT), 'objection')).toBe(SEEDED);
    const rule = await reviewRules(NANMING_PRESIDENT, day);
    expect(versionOf(rule, 'objection')).toBe(version(1));
    expect(versionOf(rule, 'scope-1')).toBe(SEEDED);
    expect(rule.versions).toMatchObject([{ ends: dayFromNow(30) }, { version: version(1), ends: null }]);
  });

  it('is read with who asked for it and who agreed, and whose place it took', async () => {
    expect((await get(NANMING_JUDGE, path(version(1)))).body).toMatchObject({
      adopted: { person: NANMING_DIRECTOR },
      source: { document: '南明法〔2026〕1号', confirmed: true },
      supersedes: 'pre-issue-review-黔0102-2025-01',
      supersededBy: null,
      proposal: {
        status: 'enacted',
        proposed: { person: NANMING_PRESIDENT, reason: '年度修订' },
        approvals: [{ person: NANMING_VICE, reason: '经研究' }, { person: NANMING_DIRECTOR }],
      },
      revision: 4,
    });
    expect((await get(NANMING_JUDGE, path('pre-issue-review-黔0102-2025-01'))).body).toMatchObject({
      supersedes: null,
      supersededBy: version(1),
      proposal: null,
    });
  });

  it('is withdrawn by its own court only, by three, and the version before goes on', async () => {
    const repeal = { on: dayFromNow(30), reason: '与上级规定不一致' };
    expect((await post(GUIYANG_DIRECTOR, path(version(1), '/repeal'), repeal)).body).toMatchObject({
      status: 403,
      code: 'policy-not-permitted',
    });
    expect((await post(NANMING_PRESIDENT, path(version(9), '/repeal'), repeal)).body).toMatchObject({
      status: 404,
      code: 'policy-version-not-found',
    });
    expect((await post(NANMING_DIRECTOR, path(version(1), '/repeal'), repeal)).status).toBe(201);
    const proposal = await waitingFor(NANMING_PRESIDENT);
    for (const person of [NANMING_PRESIDENT, NANMING_VICE])
      expect((await answer(person, proposal)).status).toBe(201);
    const rule = await reviewRules(NANMING_PRESIDENT, `&on=${repeal.on}`);
    expect(versionOf(rule, 'scope-1')).toBe('pre-issue-review-黔0102-2025-01');
    expect((await get(NANMING_JUDGE, path(version(1)))).body).toMatchObject({
      repealedOn: repeal.on,
      ends: repeal.on,
    });
  });

  it('is not asked for any more once somebody has declined, or withdrawn it', async () => {
    for (const [n, person, says, status] of [
      [3, NANMING_VICE, 'decline', 'declined'],
      [4, NANMING_PRESIDENT, 'withdraw', 'withdrawn'],
    ] as const) {
      expect((await post(NANMING_PRESIDENT, POLICIES, draft({ version: version(n) }))).status).toBe(201);
      const proposal = await waitingFor(NANMING_VICE);
      expect((await answer(person, proposal, says)).status).toBe(201);
      expect((await answer(NANMING_DIRECTOR, proposal)).body).toMatchObject({ code: 'proposal-closed' });
      expect((await proposalsOf(NANMING_JUDGE)).find((one) => one.proposal === proposal)).toMatchObject({
        status,
        text: expect.stringContaining(version(n)) as string,
      });
    }
    expect((await answer(NANMING_VICE, 'policy-nowhere.1')).body).toMatchObject({
      code: 'proposal-not-found',
    });
    expect((await answer(NANMING_VICE, 'post-黔.inspector.1')).body).toMatchObject({ status: 404 });
  });

  it('is not mistaken for another one under the same key', async () => {
    const key = 'repeal-once';
    const seeded = 'pre-issue-review-黔0102-2025-01';
    const body = { on: dayFromNow(60), reason: '清理' };
    expect((await post(NANMING_PRESIDENT, path(seeded, '/repeal'), body, key)).status).toBe(201);
    expect((await post(NANMING_PRESIDENT, path(version(1), '/repeal'), body, key)).body).toMatchObject({
      code: 'idempotency-key-reused',
    });
  });
});

describe('the ranking of courts and persons', () => {
  it('is off unless a rule turns it on, and the reason is shown, marked as still to be checked', async () => {
    const { body } = (await get(NANMING_JUDGE, `${POLICIES}?policy=supervision-matters`)) as {
      body: InForce;
    };
    const clause = body.policies[0]?.clauses.find((one) => one.clause === 'bulletin.ranking');
    expect(clause).toMatchObject({ content: { allowed: false }, confirmed: false });
    expect(clause?.text).toMatch(/不得.*排名排序.*最高人民法院.*待核/);
  });
});
