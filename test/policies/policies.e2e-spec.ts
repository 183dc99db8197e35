import { policyKinds } from '@liuhen/supervision';
import request from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';

/** 院长 of 南明区人民法院 and of 贵阳市中级人民法院, 审管办主任 of the latter, a judge, and a judge at 播州区人民法院. */
const NANMING_PRESIDENT = 'chen-lei';
const GUIYANG_DIRECTOR = 'feng-yan';
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
  ...changes,
});

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
  it('is laid down by the president or the director of trial management, for their own court', async () => {
    expect((await post(NANMING_JUDGE, POLICIES, draft())).body).toMatchObject({
      status: 403,
      code: 'policy-not-permitted',
    });
    expect((await post(GUIYANG_DIRECTOR, POLICIES, draft())).body).toMatchObject({
      status: 422,
      code: 'policy-version-misnamed',
      field: 'version',
    });
    const answer = await post(GUIYANG_DIRECTOR, POLICIES, draft({ version: version(1, '黔01') }));
    expect(answer.status).toBe(201);
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
  });

  it('does not reach back', async () => {
    expect((await post(NANMING_PRESIDENT, POLICIES, draft({ from: dayFromNow(-1) }))).body).toMatchObject({
      code: 'policy-retroactive',
    });
  });

  it('holds from its day on, cuts the version before, and is read by whoever laid it down', async () => {
    const answer = await post(NANMING_PRESIDENT, POLICIES, draft(), 'adopt');
    expect(answer.status).toBe(201);
    expect((await post(NANMING_PRESIDENT, POLICIES, draft(), 'adopt')).body).toMatchObject({
      replayed: true,
    });
    expect(versionOf(await reviewRules(NANMING_PRESIDENT), 'objection')).toBe(SEEDED);
    const rule = await reviewRules(NANMING_PRESIDENT, `&on=${dayFromNow(30)}`);
    expect(versionOf(rule, 'objection')).toBe(version(1));
    expect(versionOf(rule, 'scope-1')).toBe(SEEDED);
    expect(rule.versions).toMatchObject([{ ends: dayFromNow(30) }, { version: version(1), ends: null }]);
    expect((await get(NANMING_JUDGE, path(version(1)))).body).toMatchObject({
      adopted: { person: NANMING_PRESIDENT },
      source: { document: '南明法〔2026〕1号', confirmed: true },
      revision: 1,
    });
  });

  it('is withdrawn by its own court only, and the version before goes on', async () => {
    const on = dayFromNow(30);
    expect((await post(GUIYANG_DIRECTOR, path(version(1), '/repeal'), { on })).body).toMatchObject({
      status: 403,
      code: 'policy-not-permitted',
    });
    expect((await post(NANMING_PRESIDENT, path(version(9), '/repeal'), { on })).body).toMatchObject({
      status: 404,
      code: 'policy-version-not-found',
    });
    expect((await post(NANMING_PRESIDENT, path(version(1), '/repeal'), { on })).status).toBe(201);
    const rule = await reviewRules(NANMING_PRESIDENT, `&on=${on}`);
    expect(versionOf(rule, 'scope-1')).toBe('pre-issue-review-黔0102-2025-01');
    expect((await get(NANMING_JUDGE, path(version(1)))).body).toMatchObject({ repealedOn: on, ends: on });
  });

  it('is not mistaken for another one under the same key', async () => {
    const key = 'repeal-once';
    const on = dayFromNow(60);
    await post(NANMING_PRESIDENT, POLICIES, draft({ version: version(2) }));
    expect((await post(NANMING_PRESIDENT, path(version(2), '/repeal'), { on }, key)).status).toBe(201);
    expect((await post(NANMING_PRESIDENT, path(version(1), '/repeal'), { on }, key)).body).toMatchObject({
      code: 'idempotency-key-reused',
    });
  });
});
