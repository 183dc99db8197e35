import { Client } from 'pg';
import { problemIn, startApi, type RunningApi } from './support/running-api';

const numbered = (seq: number): string => `（2024）黔0102民初${String(seq)}号`;
const pathOf = (seq: number): string => `/api/v1/cases/${encodeURIComponent(numbered(seq))}`;

describe('what a client may rely on', () => {
  let api: RunningApi;
  let judge: Record<string, string>;
  let keys = 0;

  beforeAll(async () => {
    api = await startApi();
    judge = await api.as('zhang-ming');
  });
  afterAll(() => api.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
    api.call(path, {
      method: 'POST',
      headers: {
        ...judge,
        'content-type': 'application/json',
        'idempotency-key': `consistency-${String(++keys)}`,
        ...headers,
      },
      body: JSON.stringify(body),
    });
  const register = (seq: number, headers: Record<string, string> = {}): Promise<Response> =>
    post('/api/v1/cases', { caseNumber: numbered(seq), caseType: 'civil', stage: 'firstInstance' }, headers);
  const listed = async (position: string): Promise<string[]> => {
    const answer = await api.call('/api/v1/cases?limit=200', {
      headers: { ...judge, 'liuhen-position': position },
    });
    return ((await answer.json()) as { items: { caseId: string }[] }).items.map(({ caseId }) => caseId);
  };

  it('a query sees what the command did whose position it carries', async () => {
    for (let seq = 1; seq <= 20; seq++) {
      const made = await register(seq);
      expect(await listed(made.headers.get('liuhen-position') ?? '')).toContain(numbered(seq));
    }
  });

  it('a case number is the same in any brackets and widths', async () => {
    await register(100);
    for (const spelling of [
      '（2024）黔0102民初100号',
      '(2024)黔0102民初100号',
      '〔2024〕黔0102民初100号',
      '（2024）黔0102民初00100号',
    ]) {
      const answer = await api.call(`/api/v1/cases/${encodeURIComponent(spelling)}`, { headers: judge });
      expect([spelling, answer.status]).toEqual([spelling, 200]);
    }
  });

  it('a case is not there for a court that may not read it, as one that does not exist', async () => {
    await register(101);
    const stranger = await api.as('qin-yue');
    const answers = await Promise.all([101, 999].map((seq) => api.call(pathOf(seq), { headers: stranger })));
    const [hidden, absent] = await Promise.all(
      answers.map(async (answer) => ({ ...(await problemIn(answer)), instance: '' })),
    );
    expect(hidden).toMatchObject({ status: 404, code: 'case-not-found' });
    expect(hidden).toEqual(absent);
    expect((await api.call(pathOf(101), { headers: await api.as('zhou-min') })).status).toBe(200);
  });

  it('of many who do the same at once one is first, and all others are told so', async () => {
    const people = ['zhang-ming', 'jiang-xue', 'wei-hua', 'chu-yun', 'chen-lei'];
    const identities = await Promise.all(people.map((person) => api.as(person)));
    const answers = await Promise.all(identities.map((identity) => register(200, identity)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const losers = answers.filter(({ status }) => status === 409);
    for (const loser of losers) expect((await problemIn(loser)).code).toBe('already-registered');
  });

  it('many who do different things to one case at once are all served, one after the other', async () => {
    await register(300);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        post(`${pathOf(300)}/links`, { origin: numbered(1_000 + n), kind: 'merged' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    const revisions = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { revision: number }).revision),
    );
    expect(revisions.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });

  it('of two who edit what both have seen one is told that it has moved on', async () => {
    const seen = { 'if-match': (await register(400)).headers.get('etag') ?? '' };
    const link = (n: number) => post(`${pathOf(400)}/links`, { origin: numbered(n), kind: 'merged' }, seen);
    const answers = await Promise.all([link(1_100), link(1_101)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
  });

  it('a command sent ten times at once with one key happens once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => register(500, { 'idempotency-key': 'one' })),
    );
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as {
      events: unknown;
      replayed: boolean;
    }[];
    expect(new Set(bodies.map(({ events }) => JSON.stringify(events))).size).toBe(1);
    expect(bodies.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('a query of what stands still is told so at once, and any other is served', async () => {
    const made = await register(600);
    const owner = new Client(api.database.ownerUrl);
    await owner.connect();
    try {
      await owner.query(
        `update read.builds set stopped_at = now(), error_code = 'poison-event', position = 'business:1',
          token = token + 1 where projection = 'case_register'`,
      );
      const headers = { ...judge, 'liuhen-position': made.headers.get('liuhen-position') ?? '' };
      expect(await problemIn(await api.call('/api/v1/cases', { headers }))).toMatchObject({
        status: 503,
        code: 'read-model-stopped',
      });
      expect((await api.call(pathOf(600), { headers })).status).toBe(200);
      expect((await api.call('/api/v1/cases', { headers: judge })).status).toBe(200);
      const ready = await api.call('/health/ready');
      expect(ready.status).toBe(503);
      expect(await ready.json()).toMatchObject({
        status: 'down',
        checks: expect.arrayContaining([{ name: 'live case_register', status: 'down' }]) as unknown,
      });
    } finally {
      await owner.end();
    }
  });
});

describe('a query that carries a position', () => {
  it('waits two seconds for its read model and then says that it is behind', async () => {
    const api = await startApi({ worker: false });
    try {
      const judge = await api.as('zhang-ming');
      const made = await api.call('/api/v1/cases', {
        method: 'POST',
        headers: { ...judge, 'content-type': 'application/json', 'idempotency-key': 'k' },
        body: JSON.stringify({ caseNumber: numbered(1), caseType: 'civil', stage: 'firstInstance' }),
      });
      const startedAt = performance.now();
      const list = (position: string) =>
        api.call('/api/v1/cases', { headers: { ...judge, 'liuhen-position': position } });
      const answer = await list(made.headers.get('liuhen-position') ?? '');
      expect(performance.now() - startedAt).toBeGreaterThan(1_900);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(await problemIn(answer)).toMatchObject({ status: 503, code: 'read-model-behind' });
      expect((await list('administration:1')).status).toBe(200);
      expect(await problemIn(await list('nonsense'))).toMatchObject({
        status: 400,
        code: 'invalid-position',
      });
    } finally {
      await api.close();
    }
  });
});
