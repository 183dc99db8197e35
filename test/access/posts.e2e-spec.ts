import { openRuntimes } from '@liuhen/platform';
import request from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';

const CHIEF = '黔0102.division-chief.civil-1';
const JUDGE = '黔0102.handling-judge.civil-1';
const VICE = '黔0102.vice-president.civil';
const SEAT = '黔0102.committee-seat';

let api: RunningApi;
let today: string;
let keys = 0;

/** No worker runs: what was entered is known to the next request because its answer waited for it. */
beforeAll(async () => {
  api = await startApi({ worker: false });
  today = ((await get('wei-hua', '/api/v1/posts')).body as PostList).on;
});
afterAll(() => api.close());

interface PostList {
  readonly court: string;
  readonly on: string;
  readonly items: readonly { readonly post: string; readonly answering: object }[];
}

const acting = (post: string) => ({ 'Liuhen-Post': encodeURIComponent(post) });

async function get(person: string, url: string, headers: Readonly<Record<string, string>> = {}) {
  const identity = await api.as(person);
  return request(api.server.url)
    .get(url)
    .set({ ...identity, ...headers });
}

async function enter(
  person: string,
  post: string,
  what: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
) {
  const identity = await api.as(person);
  return request(api.server.url)
    .post(`/api/v1/posts/${encodeURIComponent(post)}/${what}`)
    .set({ ...identity, 'Idempotency-Key': `key-${String(++keys)}`, ...headers })
    .send(body);
}

const postIn = async (post: string): Promise<unknown> => {
  const { items } = (await get('wei-hua', '/api/v1/posts')).body as PostList;
  return items.find((item) => item.post === post);
};

const leave = (person: string) => ({ person, from: today, reason: '因公出差' });
const delegation = (person: string, to: string, toPost: string, approver: string) => ({
  ...{ person, to, toPost, approver },
  from: today,
});
const refused = (status: number, code: string) => ({ status, body: { code } });

describe('the posts of a court', () => {
  it('are listed with who holds them and who answers', async () => {
    expect(await postIn(CHIEF)).toMatchObject({
      title: '民事审判第一庭庭长',
      holders: [{ person: 'wei-hua', name: '卫华' }],
      answering: { post: CHIEF, person: 'wei-hua', name: '卫华', delegation: null, why: 'holder' },
      leaves: [],
      delegations: [],
    });
    expect(await postIn(VICE)).toMatchObject({ oversees: ['民事审判第一庭', '审判管理办公室'] });
  });

  it('are those of one’s own court and of the courts beneath it', async () => {
    const beneath = await get('zhou-min', `/api/v1/posts?court=${encodeURIComponent('黔0102')}`);
    expect(beneath.body).toMatchObject({ court: '黔0102', courtName: '贵州省贵阳市南明区人民法院' });
    for (const court of ['黔01', '黔9999'])
      expect(await get('wei-hua', `/api/v1/posts?court=${encodeURIComponent(court)}`)).toMatchObject(
        refused(404, 'court-not-found'),
      );
  });
});

describe('leave and delegation', () => {
  it('are entered by the person themself, and move who answers', async () => {
    expect((await enter('wei-hua', CHIEF, 'leaves', leave('wei-hua'))).status).toBe(201);
    expect(await postIn(CHIEF)).toMatchObject({
      answering: { post: VICE, person: 'chu-yun', why: 'superior' },
      leaves: [{ person: 'wei-hua', from: today, until: null }],
    });
    const granted = delegation('wei-hua', 'zhang-ming', JUDGE, 'chu-yun');
    expect((await enter('wei-hua', CHIEF, 'delegations', granted)).status).toBe(201);
    expect(await postIn(CHIEF)).toMatchObject({
      answering: { post: CHIEF, person: 'zhang-ming', name: '张明', delegation: '1', why: 'delegate' },
      delegations: [
        { delegation: '1', person: 'wei-hua', to: 'zhang-ming', toName: '张明', approver: 'chu-yun' },
      ],
    });
  });

  it('let the delegate act in the post at once, which the event says', async () => {
    const body = delegation('zhang-ming', 'jiang-xue', JUDGE, 'wei-hua');
    const answer = await enter('zhang-ming', JUDGE, 'delegations', body, acting(CHIEF));
    expect(answer.status).toBe(201);
    const opened = await openRuntimes(api.config, api.config.databaseAppUrl);
    const entered = await opened.stores.administration.readStream(`post-${JUDGE}`);
    await opened.close();
    expect(entered.at(-1)?.header).toMatchObject({
      type: 'DelegationGranted',
      actor: { person: 'zhang-ming', post: CHIEF, party: 'courtLeaders', delegation: '1' },
    });
  });

  it('are not handed on', async () => {
    const body = delegation('wei-hua', 'jiang-xue', JUDGE, 'chu-yun');
    expect(await enter('zhang-ming', CHIEF, 'delegations', body, acting(CHIEF))).toMatchObject(
      refused(403, 'post-keeping-not-permitted'),
    );
  });

  it('end at once, and with them the power', async () => {
    const ended = await enter('wei-hua', CHIEF, 'delegation-ends', { delegation: '1', on: today });
    expect(ended.status).toBe(201);
    expect(await get('zhang-ming', '/api/v1/posts', acting(CHIEF))).toMatchObject(
      refused(403, 'post-not-held'),
    );
    expect((await enter('wei-hua', CHIEF, 'leave-ends', { person: 'wei-hua', on: today })).status).toBe(201);
    expect(await postIn(CHIEF)).toMatchObject({
      answering: { person: 'wei-hua', why: 'holder' },
      leaves: [],
    });
  });
});

describe('appointments and departures', () => {
  const newcomer = { person: 'bai-lu', name: '白鹭', from: '2026-01-01' };

  it('are entered by those who keep the register, and hold for the next request', async () => {
    expect((await enter('lu-ping', SEAT, 'appointments', newcomer)).status).toBe(201);
    expect((await get('bai-lu', '/api/v1/posts')).body).toMatchObject({ court: '黔0102' });
    expect((await enter('cao-yue', SEAT, 'departures', { person: 'bai-lu', on: today })).status).toBe(201);
    expect(await get('bai-lu', '/api/v1/posts')).toMatchObject(refused(403, 'no-post'));
  });

  it('are answered again for the same key', async () => {
    const again = { 'Idempotency-Key': 'oversight-once' };
    const body = { divisions: ['民事审判第一庭'], from: today, reason: '分工调整' };
    const first = await enter('chen-lei', VICE, 'oversight-proposals', body, again);
    const second = await enter('chen-lei', VICE, 'oversight-proposals', body, again);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toMatchObject({
      replayed: true,
      position: (first.body as { position: string }).position,
    });
    expect(await postIn(VICE)).toMatchObject({ oversees: ['民事审判第一庭', '审判管理办公室'] });
  });

  it.each([
    [
      'a judge for a colleague',
      'zhang-ming',
      JUDGE,
      'leaves',
      () => leave('jiang-xue'),
      403,
      'post-keeping-not-permitted',
    ],
    [
      'a judge of a post',
      'zhang-ming',
      SEAT,
      'appointments',
      () => newcomer,
      403,
      'post-keeping-not-permitted',
    ],
    ['another court', 'zhou-min', SEAT, 'appointments', () => newcomer, 403, 'post-of-other-court'],
    ['a court that does not see it', 'qin-yue', SEAT, 'appointments', () => newcomer, 404, 'post-not-found'],
    [
      'somebody of no post',
      'chen-lei',
      '黔0102.emperor',
      'appointments',
      () => newcomer,
      404,
      'post-not-found',
    ],
    [
      'somebody of themself',
      'lu-ping',
      SEAT,
      'appointments',
      () => ({ ...newcomer, person: 'lu-ping' }),
      403,
      'own-appointment-not-permitted',
    ],
    [
      'an officer who would be the delegate',
      'shen-bo',
      CHIEF,
      'delegations',
      () => delegation('wei-hua', 'shen-bo', '黔0102.trial-management-officer', 'chu-yun'),
      403,
      'delegation-to-oneself-not-permitted',
    ],
    [
      'without an approval from above',
      'wei-hua',
      CHIEF,
      'delegations',
      () => delegation('wei-hua', 'zhang-ming', JUDGE, 'jiang-xue'),
      422,
      'delegation-approver-not-above',
    ],
    [
      'of a system',
      'inspector',
      '黔.case-system',
      'appointments',
      () => newcomer,
      403,
      'system-post-not-permitted',
    ],
  ])('are refused from or for %s', async (_, person, post, what, body, status, code) => {
    expect(await enter(person, post, what, body())).toMatchObject(refused(status, code));
  });

  it('are refused with the fields that are wrong', async () => {
    const answer = await enter('lu-ping', SEAT, 'appointments', { person: 'bai-lu', from: '2026-02-30' });
    expect(answer).toMatchObject(refused(400, 'invalid-request'));
    const { errors } = answer.body as { errors: readonly { field: string }[] };
    expect(errors.map(({ field }) => field).sort()).toEqual(['from', 'name']);
  });
});
