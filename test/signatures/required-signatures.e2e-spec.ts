import { chinaDateOf } from '@liuhen/kernel';
import { systemClock } from '@liuhen/platform';
import request from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';
import { CourtHouse } from '../supervision/support/court-house';
import { SigningTerminal } from './support/signing-terminal';

const CASE = '（2026）黔0102民初471号';
/** 审管办主任, and two who approve: 院长, 副院长. */
const [DIRECTOR, ...APPROVERS] = ['cao-yue', 'chen-lei', 'chu-yun'] as const;
const [JUDGE, CHIEF] = ['jiang-xue', 'wei-hua'] as const;
const SECURITY = 'an-jing';
const today = chinaDateOf(systemClock.now());

let api: RunningApi;
let court: CourtHouse;
let keys = 0;

beforeAll(async () => {
  api = await startApi({ worker: false });
  court = new CourtHouse(api, CASE);
  await court.open([JUDGE, 'zhang-ming', 'he-qian'], '2026-01-05');
  const document = await court.upload(JUDGE, '判决书.txt', '判决如下');
  await court.does(JUDGE, '/reviews', { document, kind: 'judgment' });
});
afterAll(() => api.close());

async function must(person: string, path: string, body: object): Promise<void> {
  const answer = await request(api.server.url)
    .post(`/api/v1/${path}`)
    .set({ ...(await api.as(person)), 'Idempotency-Key': `rule-${String(++keys)}` })
    .send(body);
  if (answer.status !== 201) throw new Error(answer.text);
}

async function layDown(): Promise<void> {
  await must(DIRECTOR, 'policies', {
    policy: 'administration',
    version: 'administration-黔0102-2026-09',
    title: '南明区人民法院管理事项规则',
    from: today,
    clauses: [{ clause: 'signatures', text: '二次认证的操作须由本人签名', content: { required: true } }],
    source: { document: '南明法〔2026〕9号', note: '院党组会议通过', confirmed: true },
    reason: '启用签名',
  });
  for (const approver of APPROVERS) {
    const waiting = await request(api.server.url)
      .get('/api/v1/policies/proposals?mine=true')
      .set(await api.as(approver));
    const { items } = waiting.body as { readonly items: readonly { readonly proposal: string }[] };
    const proposal = encodeURIComponent(items[0]?.proposal ?? '');
    await must(approver, `policies/proposals/${proposal}/answers`, { answer: 'approve', reason: '同意' });
  }
}

/** In order: each test stands on those before it. */
describe('a court whose rule asks for signatures', () => {
  beforeAll(layDown);

  it('takes no opinion without', async () => {
    const answer = await court.post(CHIEF, '/reviews/1/concurrence', {});
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'signature-required', field: 'Command-Signature' },
    });
  });

  it('still lets people come to have keys, and takes what they sign', async () => {
    const terminal = new SigningTerminal(api, CHIEF, '黔0102.division-chief.civil-1', 'sm2');
    await terminal.register(today, SECURITY);
    await terminal.revoke(today, 'chen-lei', SECURITY);
    const another = new SigningTerminal(api, CHIEF, '黔0102.division-chief.civil-1', 'ed25519');
    await another.register(today, SECURITY);
    expect((await another.send(CASE, court.path('/reviews/1/concurrence'), {})).status).toBe(201);
  });

  it('asks for none where one factor is enough', async () => {
    const document = await court.upload(JUDGE, '判决书.txt', '判决如下，又一份');
    expect((await court.post(JUDGE, '/reviews', { document, kind: 'judgment' })).status).toBe(201);
  });
});
