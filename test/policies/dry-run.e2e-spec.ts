import { SAMPLES } from '../../libs/platform/src/documents/testing/sample-documents';
import { startApi, type RunningApi } from '../api/support/running-api';

/** A judge of 南明区人民法院, its president, a leader of 贵阳市中级人民法院, a judge at 播州区人民法院. */
const JUDGE = 'zhang-ming';
const PRESIDENT = 'chen-lei';
const ABOVE = 'zhou-min';
const ELSEWHERE = 'lv-dong';

const CASE = '（2026）黔0102民初901号';
const CASES = '/api/v1/cases';
const DRY_RUN = '/api/v1/policies/dry-run';
const PDF = SAMPLES['application/pdf'] ?? Buffer.of();

let api: RunningApi;
let keys = 0;
/** What the last submission left, so that queries see it. */
let position = '';

const headersOf = async (person: string) => ({
  ...(await api.as(person)),
  'idempotency-key': `key-${String(++keys)}`,
});

async function post(person: string, url: string, body: object, headers: Record<string, string> = {}) {
  const answer = await api.call(url, {
    method: 'POST',
    headers: { ...(await headersOf(person)), 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function upload(text: string) {
  const answer = await api.call(
    `${CASES}/${encodeURIComponent(CASE)}/documents?name=${encodeURIComponent('文书.pdf')}`,
    {
      method: 'POST',
      headers: { ...(await headersOf(JUDGE)), 'content-type': 'application/pdf' },
      body: Buffer.concat([PDF, Buffer.from(text)]),
    },
  );
  return answer.json() as Promise<object>;
}

async function submit(features: readonly string[]): Promise<void> {
  const document = await upload(features.join());
  const url = `${CASES}/${encodeURIComponent(CASE)}/reviews`;
  const { status, body } = await post(JUDGE, url, { document, kind: 'judgment', features });
  expect(status).toBe(201);
  position = String(body.position);
}

const dayFromNow = (days: number): string =>
  new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

/** Judgments go one level higher than by the rule in force; the court's own clause on simple ones is gone. */
const draft = {
  clauses: [
    {
      clause: 'scope-2',
      text: '第一审判决书由庭长、分管副院长逐级阅核',
      content: {
        when: { kinds: ['judgment'], withoutFeatures: ['simple'] },
        levels: ['divisionChief', 'vicePresident'],
      },
    },
  ],
  from: dayFromNow(-31),
  to: dayFromNow(1),
};

const dryRun = (person: string, changes: object = {}) =>
  post(person, DRY_RUN, { ...draft, ...changes }, { 'liuhen-position': position });

beforeAll(async () => {
  api = await startApi();
  const registration = {
    caseNumber: CASE,
    caseType: 'civil',
    stage: 'firstInstance',
    soleJudge: true,
    handlingJudge: JUDGE,
  };
  expect((await post(JUDGE, CASES, registration)).status).toBe(201);
  for (const features of [[], ['simple'], ['fourType']]) await submit(features);
});
afterAll(() => api.close());

describe('a draft that is tried on what was submitted', () => {
  it('is compared document by document', async () => {
    const { status, body } = await dryRun(PRESIDENT);
    expect(status).toBe(200);
    expect(body).toEqual({
      submissions: 3,
      same: 1,
      added: 2,
      dropped: 0,
      notComparable: 0,
      differing: [
        expect.objectContaining({
          caseNumber: CASE,
          review: '1',
          court: '黔0102',
          required: ['divisionChief'],
          drafted: ['divisionChief', 'vicePresident'],
        }),
        expect.objectContaining({ review: '2', required: [], drafted: ['divisionChief'] }),
      ],
    });
  });

  it('enters nothing', async () => {
    const before = await api.call('/api/v1/policies', { headers: await api.as(PRESIDENT) });
    await dryRun(PRESIDENT);
    const after = await api.call('/api/v1/policies', { headers: await api.as(PRESIDENT) });
    expect(await after.json()).toEqual(await before.json());
  });

  it('of a court above is tried on those that it sees, and changes none that it does not bind', async () => {
    expect((await dryRun(ABOVE)).body).toMatchObject({ submissions: 3, same: 3, differing: [] });
  });

  it('finds nothing outside its period', async () => {
    const past = { from: dayFromNow(-60), to: dayFromNow(-30) };
    expect((await dryRun(PRESIDENT, past)).body).toMatchObject({ submissions: 0 });
  });

  it('is for leaders and trial management, as it shows what is in the inner file', async () => {
    expect(await dryRun(JUDGE)).toMatchObject({ status: 403, body: { code: 'dry-run-not-permitted' } });
    expect(await dryRun(ELSEWHERE)).toMatchObject({ status: 403 });
  });

  it.each([
    ['dry-run-period-reversed', { to: '2020-01-01' }],
    ['dry-run-period-too-long', { from: '2020-01-01' }],
    ['policy-clause-invalid', { clauses: [{ clause: 'scope-2', text: '某种', content: {} }] }],
    ['invalid-request', { clauses: [] }],
  ])('is refused as %s', async (code, changes) => {
    expect((await dryRun(PRESIDENT, changes)).body).toMatchObject({ code });
  });
});
