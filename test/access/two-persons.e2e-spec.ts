import { generateKeyPairSync } from 'node:crypto';
import request from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';

/** 院长, 政治部, 三员 of 贵州省高级人民法院; 院长, two 副院长 and a judge of 南明区人民法院. */
const HIGH = { president: 'zhao-hong', political: 'xie-lin' };
const [SYSTEM, SECURITY, AUDIT] = ['shi-lei', 'an-jing', 'cha-ming'] as const;
const [PRESIDENT, VICE, OTHER_VICE, JUDGE] = ['chen-lei', 'chu-yun', 'tao-ran', 'zhang-ming'] as const;
const [SYSTEM_POST, VICE_POST] = ['黔.system-administrator', '黔0102.vice-president.civil'] as const;

let api: RunningApi;
let today: string;
let keys = 0;

beforeAll(async () => {
  api = await startApi({ worker: false });
  today = ((await get(JUDGE, 'posts')).body as { readonly on: string }).on;
});
afterAll(() => api.close());

const actingAs = (person: string) =>
  person === HIGH.president ? { 'Liuhen-Post': encodeURIComponent('黔.president') } : {};

async function get(person: string, path: string) {
  return request(api.server.url)
    .get(`/api/v1/${path}`)
    .set({ ...(await api.as(person)), ...actingAs(person) });
}

async function send(person: string, path: string, body: object) {
  return request(api.server.url)
    .post(`/api/v1/${path}`)
    .set({ ...(await api.as(person)), ...actingAs(person), 'Idempotency-Key': `key-${String(++keys)}` })
    .send(body);
}

interface Proposals {
  readonly items: readonly { readonly proposal: string }[];
}

async function waitingFor(person: string, subject: 'posts' | 'keys'): Promise<string> {
  const { items } = (await get(person, `${subject}/proposals?mine=true`)).body as Proposals;
  if (!items[0]) throw new Error('no proposal');
  return items[0].proposal;
}

const answer = (person: string, subject: 'posts' | 'keys', proposal: string) =>
  send(person, `${subject}/proposals/${encodeURIComponent(proposal)}/answers`, {
    answer: 'approve',
    reason: '已核对',
  });

const onPost = (post: string, what: string) => `posts/${encodeURIComponent(post)}/${what}`;
const refused = (status: number, code: string) => ({ status, body: { code } });

describe('an administrator', () => {
  const newcomer = () => ({ person: 'bai-lu', name: '白鹭', from: today, reason: '增员' });

  it('is not appointed by anybody alone', async () => {
    const path = onPost(SYSTEM_POST, 'appointments');
    const { reason: _, ...body } = newcomer();
    for (const person of [HIGH.president, HIGH.political])
      expect(await send(person, path, body)).toMatchObject(refused(422, 'post-change-needs-approval'));
  });

  it('is appointed by two, and acts from then on', async () => {
    const path = onPost(SYSTEM_POST, 'appointment-proposals');
    expect(await send(SYSTEM, path, newcomer())).toMatchObject(refused(403, 'post-proposal-not-permitted'));
    expect((await send(HIGH.political, path, newcomer())).status).toBe(201);
    const proposal = await waitingFor(SECURITY, 'posts');
    for (const person of [HIGH.political, SYSTEM, AUDIT])
      expect(await answer(person, 'posts', proposal)).toMatchObject(
        refused(403, 'post-approval-not-permitted'),
      );
    expect((await get('bai-lu', 'posts')).status).toBe(403);
    expect((await answer(SECURITY, 'posts', proposal)).status).toBe(201);
    expect((await get('bai-lu', 'posts')).body).toMatchObject({ court: '黔' });
  });

  it('holds none of the other posts, and gives nobody a power of their own', async () => {
    const path = onPost(SYSTEM_POST, 'appointment-proposals');
    for (const person of [AUDIT, JUDGE])
      expect(await send(HIGH.political, path, { ...newcomer(), person })).toMatchObject(
        refused(422, 'administrators-separate'),
      );
    expect(await send(SECURITY, path, { ...newcomer(), person: SECURITY })).toMatchObject(
      refused(403, 'own-power-not-permitted'),
    );
    const judge = onPost('黔.handling-judge.civil-1', 'appointments');
    const body = { person: SECURITY, name: '安静', from: today };
    expect(await send(HIGH.political, judge, body)).toMatchObject(refused(422, 'administrators-separate'));
  });

  it.each([SYSTEM, SECURITY, AUDIT])('%s changes no rule', async (person) => {
    const { status } = await send(person, 'policies/pre-issue-review-黔-2024-01/repeal', {
      on: today,
      reason: '试',
    });
    expect(status).toBe(403);
  });
});

describe('what a leader oversees', () => {
  it('is changed by two others', async () => {
    const body = { divisions: ['民事审判第一庭'], from: today, reason: '分工调整' };
    const path = onPost(VICE_POST, 'oversight-proposals');
    expect(await send(VICE, path, body)).toMatchObject(refused(403, 'own-power-not-permitted'));
    expect((await send(PRESIDENT, path, body)).status).toBe(201);
    const proposal = await waitingFor(OTHER_VICE, 'posts');
    expect(await answer(PRESIDENT, 'posts', proposal)).toMatchObject(
      refused(422, 'proposal-approval-not-independent'),
    );
    expect(await answer(VICE, 'posts', proposal)).toMatchObject(refused(403, 'own-power-not-permitted'));
    expect((await answer(OTHER_VICE, 'posts', proposal)).status).toBe(201);
    const { items } = (await get(JUDGE, 'posts')).body as {
      readonly items: readonly { readonly post: string }[];
    };
    expect(items.find(({ post }) => post === VICE_POST)).toMatchObject({ oversees: ['民事审判第一庭'] });
  });
});

describe('the key of a person', () => {
  const jwk = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const registration = () => ({ jwk, from: today, reason: '启用签名' });

  it('is registered by the person and the security administrator of the court above', async () => {
    expect((await send(JUDGE, 'keys/registration-proposals', registration())).status).toBe(201);
    const proposal = await waitingFor(SECURITY, 'keys');
    for (const person of [JUDGE, PRESIDENT, SYSTEM, AUDIT])
      expect(await answer(person, 'keys', proposal)).toMatchObject(
        refused(403, 'key-approval-not-permitted'),
      );
    expect((await get(JUDGE, 'keys')).body).toEqual({ items: [] });
    expect((await answer(SECURITY, 'keys', proposal)).status).toBe(201);
    expect((await get(JUDGE, 'keys')).body).toMatchObject({
      items: [{ person: JUDGE, jwk, algorithm: 'ed25519', from: today, until: null }],
    });
  });

  it('is nobody else’s, and shown to who oversees keys', async () => {
    expect(await send(OTHER_VICE, 'keys/registration-proposals', registration())).toMatchObject(
      refused(422, 'key-already-registered'),
    );
    expect((await get(AUDIT, `keys?person=${JUDGE}`)).body).toMatchObject({ items: [{ person: JUDGE }] });
    for (const person of [VICE, 'wang-ning', HIGH.political])
      expect(await get(person, `keys?person=${JUDGE}`)).toMatchObject(refused(404, 'key-not-found'));
  });

  it('is refused where it gives away the private key', async () => {
    const secret = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    expect(
      await send(JUDGE, 'keys/registration-proposals', { ...registration(), jwk: secret }),
    ).toMatchObject(refused(422, 'key-unreadable'));
  });

  it('is revoked by two', async () => {
    const { items } = (await get(JUDGE, 'keys')).body as {
      readonly items: readonly { readonly thumbprint: string }[];
    };
    const body = { person: JUDGE, thumbprint: items[0]?.thumbprint, on: today, reason: '遗失' };
    expect((await send(SECURITY, 'keys/revocation-proposals', body)).status).toBe(201);
    const proposal = await waitingFor(PRESIDENT, 'keys');
    expect((await answer(PRESIDENT, 'keys', proposal)).status).toBe(201);
    expect((await get(JUDGE, 'keys')).body).toMatchObject({ items: [{ until: today }] });
  });
});
