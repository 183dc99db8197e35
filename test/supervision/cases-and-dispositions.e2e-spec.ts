import request from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';

const FIRST = '（2025）黔0102民初101号';
const APPEAL = '（2025）黔01民终201号';
const NEW_TRIAL = '（2025）黔0102民初102号';
const AGAIN = '（2026）黔01民终202号';

/** Judges at 南明区人民法院, 贵阳市中级人民法院 and 播州区人民法院 among the demonstration people. */
const NANMING = 'jiang-xue';
const GUIYANG = 'wang-ning';
const BOZHOU = 'lv-dong';

let api: RunningApi;
let keys = 0;

/** No worker runs: nothing here may depend on a read model. */
beforeAll(async () => {
  api = await startApi({ worker: false });
});
afterAll(() => api.close());

const path = (caseNumber: string, rest = '') => `/api/v1/cases/${encodeURIComponent(caseNumber)}${rest}`;

async function post(
  person: string,
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
) {
  const identity = await api.as(person);
  return request(api.server.url)
    .post(url)
    .set({ ...identity, 'Idempotency-Key': `key-${String(++keys)}`, ...headers })
    .send(body);
}

const get = async (person: string, url: string) =>
  request(api.server.url)
    .get(url)
    .set(await api.as(person));

const filing = (caseNumber: string, stage: string, origins: readonly object[] = []) => ({
  caseNumber,
  caseType: 'civil',
  stage,
  filedOn: `${caseNumber.slice(1, 5)}-01-05`,
  origins,
});
const remand = (status: string, decidedOn?: string) => ({
  status,
  decidedOn,
  appealAgainst: 'judgment',
  document: '裁定书',
  reasons: '原判决认定的借款本金缺乏证据，须重新举证质证',
  parts: [
    {
      outcome: 'remand',
      grounds: ['civil-basic-facts-unclear'],
      unclearFacts: ['借款本金的数额'],
      findableHere: false,
      whyNotFindable: '须重新司法鉴定',
    },
  ],
});

describe('a case', () => {
  it('is registered in the judge’s own court', async () => {
    const answer = await post(NANMING, '/api/v1/cases', filing(FIRST, 'firstInstance'));
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ etag: '"0"' });
    expect((await get(NANMING, path(FIRST))).body).toMatchObject({
      caseId: FIRST,
      court: { code: '黔0102' },
      revision: 0,
    });
  });

  it('is found under every printing of its number', async () => {
    const answer = await get(NANMING, path('(2025) 黔0102民初 0101号'));
    expect(answer.body).toMatchObject({ caseId: FIRST });
  });

  it('is not registered twice, nor in another court', async () => {
    const again = await post(NANMING, '/api/v1/cases', filing(FIRST, 'firstInstance'));
    expect([again.status, again.body]).toMatchObject([
      409,
      { code: 'already-registered', field: 'caseNumber' },
    ]);
    const elsewhere = await post(BOZHOU, '/api/v1/cases', filing('（2025）黔0102民初103号', 'firstInstance'));
    expect(elsewhere.body).toMatchObject({ code: 'case-of-other-court' });
  });

  it('does not exist for a court that is neither its own nor above it', async () => {
    expect((await get(BOZHOU, path(FIRST))).body).toMatchObject({ status: 404, code: 'case-not-found' });
    expect((await get(GUIYANG, path(FIRST))).status).toBe(200);
    expect((await get('inspector', path(FIRST))).status).toBe(200);
  });

  it('is not acted on by a court above it', async () => {
    const answer = await post(GUIYANG, path(FIRST, '/dispositions'), {
      disposition: 'upheld',
      decidedOn: '2025-03-01',
    });
    expect(answer.body).toMatchObject({ status: 403, code: 'not-own-court' });
  });

  it('gives both of two people who race on it a right answer', async () => {
    const disposition = { disposition: 'upheld', document: '判决书', decidedOn: '2025-03-01' };
    const racing = ['jiang-xue', 'zhang-ming'].map((person) =>
      post(person, path(FIRST, '/dispositions'), disposition, { 'If-Match': '"0"' }),
    );
    const answers = await Promise.all(racing);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    const without = await Promise.all(
      ['jiang-xue', 'zhang-ming'].map((person) => post(person, path(FIRST, '/dispositions'), disposition)),
    );
    expect(without.map(({ status }) => status)).toEqual([201, 201]);
    expect((await get(NANMING, path(FIRST))).body).toMatchObject({ revision: 3 });
  });

  it('answers the same command with the same events, and another body under its key with a refusal', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const body = { disposition: 'other', printed: '补正笔误', decidedOn: '2025-03-05' };
    const first = await post(NANMING, path(FIRST, '/dispositions'), body, key);
    const second = await post(NANMING, path(FIRST, '/dispositions'), body, key);
    expect(second.body).toMatchObject({ replayed: true, events: (first.body as { events: object }).events });
    const other = await post(NANMING, path(FIRST, '/dispositions'), { ...body, printed: '另一补正' }, key);
    expect(other.body).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
      field: 'Idempotency-Key',
    });
  });
});

/** One after the other. */
describe('a second remand, while every read model stands still', () => {
  it('follows a first one that was recorded', async () => {
    await post(
      GUIYANG,
      '/api/v1/cases',
      filing(APPEAL, 'secondInstance', [{ origin: FIRST, kind: 'appeal' }]),
    );
    const first = await post(
      GUIYANG,
      path(APPEAL, '/appellate-dispositions'),
      remand('served', '2025-06-01'),
    );
    expect(first.status).toBe(201);
    await post(
      NANMING,
      '/api/v1/cases',
      filing(NEW_TRIAL, 'newTrialFirstInstance', [{ origin: APPEAL, kind: 'remand' }]),
    );
    const again = filing(AGAIN, 'secondInstance', [{ origin: NEW_TRIAL, kind: 'appeal' }]);
    expect((await post(GUIYANG, '/api/v1/cases', again)).status).toBe(201);
  });

  it('is refused as a draft with the article', async () => {
    const answer = await post(GUIYANG, path(AGAIN, '/appellate-dispositions'), remand('draft'));
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'second-remand-civil',
      law: [{ statute: '中华人民共和国民事诉讼法', version: '2023年修正', article: '第一百七十七条第二款' }],
    });
    expect((await get(GUIYANG, path(AGAIN))).body).toMatchObject({ revision: 1 });
  });

  it('is recorded once signed, flagged with the same code, and shows what it relied on', async () => {
    const answer = await post(
      GUIYANG,
      path(AGAIN, '/appellate-dispositions'),
      remand('signed', '2026-02-01'),
    );
    expect(answer.status).toBe(201);
    const { body } = await get(GUIYANG, path(AGAIN, '/history'));
    const line = (body as { events: readonly { line: string }[] }).events.at(-1)?.line;
    expect(line).toContain('违反法律');
    expect(line).toContain('发回重审');
  });
});
