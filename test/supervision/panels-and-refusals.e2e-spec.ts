import request from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';

const CASE = '（2026）黔0102民初301号';
const HANDLING = 'jiang-xue';
const COLLEAGUE = 'zhang-ming';
const CHIEF = 'wei-hua';
const UPPER = 'wang-ning';

let api: RunningApi;
let keys = 0;
const written: string[] = [];

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  api = await startApi({ config: { logLevel: 'info' } });
});
afterAll(async () => {
  await api.close();
  jest.restoreAllMocks();
});

const path = (rest = '') => `/api/v1/cases/${encodeURIComponent(CASE)}${rest}`;

async function post(person: string, url: string, body: object) {
  const identity = await api.as(person);
  return request(api.server.url)
    .post(url)
    .set({ ...identity, 'Idempotency-Key': `key-${String(++keys)}` })
    .send(body);
}

const get = async (person: string, url: string) =>
  request(api.server.url)
    .get(url)
    .set(await api.as(person));

const formPanel = (person: string, changes: object = {}) =>
  post(person, path('/panel'), {
    panel: ['jiang-xue', 'zhang-ming', 'he-qian'],
    handlingJudge: 'jiang-xue',
    presidingJudge: 'zhang-ming',
    ...changes,
  });

/** In order: each test stands on those before it. */
describe('the panel of a case', () => {
  it('is formed after the case was registered without one', async () => {
    const registered = await post(HANDLING, '/api/v1/cases', {
      caseNumber: CASE,
      caseType: 'civil',
      stage: 'firstInstance',
      filedOn: '2026-01-05',
    });
    expect(registered.status).toBe(201);
    expect((await get(HANDLING, path())).body).toMatchObject({ panel: [], presidingJudge: null });
    expect((await formPanel(HANDLING)).status).toBe(201);
    expect((await get(HANDLING, path())).body).toMatchObject({
      panel: ['jiang-xue', 'zhang-ming', 'he-qian'],
      handlingJudge: 'jiang-xue',
      presidingJudge: 'zhang-ming',
      soleJudge: false,
      revision: 1,
    });
  });

  it('is changed for a reason only, by who may', async () => {
    const changed = { panel: ['jiang-xue', 'zhang-ming', 'kong-wei'] };
    expect((await formPanel(HANDLING, changed)).body).toMatchObject({
      status: 422,
      code: 'panel-change-reason-missing',
      field: 'reason',
      law: [{ statute: '最高人民法院关于人民法院合议庭工作的若干规定', article: '第三条' }],
    });
    const reason = '原成员回避，庭长决定更换';
    expect((await formPanel(COLLEAGUE, { ...changed, reason })).body).toMatchObject({
      status: 403,
      code: 'panel-change-not-permitted',
    });
    expect((await formPanel(UPPER, { ...changed, reason })).body).toMatchObject({ code: 'not-own-court' });
    expect((await formPanel(CHIEF, { ...changed, reason })).status).toBe(201);
    const { body } = await get(HANDLING, path('/history'));
    const line = (body as { events: readonly { line: string }[] }).events.at(-1)?.line;
    expect(line).toContain(reason);
  });

  it.each([
    ['handlingJudge', { handlingJudge: 7 }],
    ['panel', { panel: 'jiang-xue' }],
    ['soleJudge', { soleJudge: '是' }],
    ['formedOn', { formedOn: '2026-02-30' }],
  ])('is refused with the field where %s has another form', async (field, changes) => {
    expect((await formPanel(HANDLING, changes)).body).toMatchObject({ status: 400, errors: [{ field }] });
  });
});

describe('a refused command', () => {
  it('is logged with its code and actor, and without what was asked, and counted', async () => {
    written.length = 0;
    const answer = await formPanel(HANDLING, { panel: ['jiang-xue', 'zhang-ming'], reason: '不入日志' });
    expect(answer.body).toMatchObject({ code: 'panel-not-odd' });
    const refused = written.map(logged).filter(({ context }) => context === 'RefusedCommand');
    expect(refused.map(({ message }) => message)).toEqual([
      {
        message: '操作被拒',
        code: 'panel-not-odd',
        correlation: answer.headers['correlation-id'],
        route: 'POST /api/v1/cases/:caseNumber/panel',
        person: HANDLING,
        post: '黔0102.handling-judge.civil-1',
        court: '黔0102',
        party: 'judge',
        delegation: null,
      },
    ]);
    expect(written.join('')).not.toMatch(/不入日志|301号/);
    expect(await metrics()).toContain('liuhen_refused_commands_total{code="panel-not-odd",party="judge"} 1');
  });

  it('is not what a refused look is', async () => {
    expect((await get('lv-dong', path())).body).toMatchObject({ code: 'case-not-found' });
    expect(await metrics()).not.toContain('code="case-not-found"');
  });
});

const metrics = async (): Promise<string> => (await fetch(api.server.metricsUrl)).text();

const logged = (line: string) =>
  JSON.parse(line) as { readonly context?: string; readonly message: Readonly<Record<string, unknown>> };
