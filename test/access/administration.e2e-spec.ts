import request from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';

const POST = '黔.system-administrator';
const REASON = '增员';

let api: RunningApi;
let today: string;

beforeAll(async () => {
  api = await startApi({ worker: false });
  today = ((await get('zhang-ming', 'posts')).body as { readonly on: string }).on;
});
afterAll(() => api.close());

async function get(person: string, path: string, post?: string) {
  const acting = post === undefined ? {} : { 'Liuhen-Post': encodeURIComponent(post) };
  return request(api.server.url)
    .get(`/api/v1/${path}`)
    .set({ ...(await api.as(person)), ...acting });
}

interface Told {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly line: string;
  readonly subject: string | null;
}
interface ToldPage {
  readonly items: readonly Told[];
  readonly next: string | null;
}

/** All pages. */
async function replayed(person: string, limit: number, post?: string): Promise<readonly Told[]> {
  const items: Told[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await get(person, `administration/history?limit=${String(limit)}${cursor}`, post);
    const page = body as ToldPage;
    items.push(...page.items);
    cursor = page.next === null ? null : `&cursor=${page.next}`;
  }
  return items;
}

describe('the administration log', () => {
  it('is read by who audits the administrators, in order and whole, whatever the size of a page', async () => {
    const all = await replayed('cha-ming', 200);
    expect(all.length).toBeGreaterThan(200);
    expect(await replayed('cha-ming', 37)).toEqual(all);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('tells who did what of which post, and why', async () => {
    const person = { person: 'bai-lu', name: '白鹭', from: today, reason: REASON };
    const path = `/api/v1/posts/${encodeURIComponent(POST)}/appointment-proposals`;
    const answer = await request(api.server.url)
      .post(path)
      .set({ ...(await api.as('an-jing')), 'Idempotency-Key': 'appoint-1' })
      .send(person);
    expect(answer.status).toBe(201);
    expect((await replayed('cha-ming', 200)).at(-1)).toMatchObject({
      type: 'ChangeProposed',
      line: expect.stringMatching(/安全管理员.*提请.*任职：白鹭.*理由：增员/) as string,
      subject: expect.stringContaining('系统管理员') as string,
    });
  });

  it('reaches as far as the court of whoever reads it', async () => {
    const own = await replayed('chen-lei', 200, '黔0102.president');
    const all = await replayed('zhao-hong', 200, '黔.president');
    expect(all).toEqual(await replayed('cha-ming', 200));
    expect(own.map(({ stream }) => stream)).toEqual(
      expect.arrayContaining(['post-黔0102.president', 'court-黔0102']),
    );
    expect(own.filter(({ stream }) => /^post-黔(?!0102)/.test(stream))).toEqual([]);
    expect(own).toEqual(all.filter(({ id }) => own.some((one) => one.id === id)));
  });

  it.each(['shi-lei', 'an-jing', 'zhang-ming', 'song-yi', 'ma-chao'])('is not for %s', async (person) => {
    const { status, body } = await get(person, 'administration/history');
    expect([status, (body as { code: string }).code]).toEqual([403, 'administration-not-permitted']);
  });

  it('takes no cursor but its own', async () => {
    for (const cursor of ['x', Buffer.from('["business:1"]').toString('base64url')])
      expect((await get('cha-ming', `administration/history?cursor=${cursor}`)).status).toBe(400);
  });
});
