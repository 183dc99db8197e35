import { inspect } from 'node:util';
import { PadModule } from './support/notes';
import { flakyLine, type FlakyLine } from './support/flaky-line';
import { problemIn, startApi, type RunningApi } from './support/running-api';

describe('while the database is away', () => {
  let line: FlakyLine;
  let api: RunningApi;
  let judge: Record<string, string>;

  beforeAll(async () => {
    api = await startApi({
      worker: false,
      through: async (url) => {
        line = await flakyLine(url);
        return line.url;
      },
    });
    judge = await api.as('zhang-ming');
  });
  afterAll(async () => {
    line.mend();
    await api.close();
    await line.close();
  });
  afterEach(() => line.mend());

  const register = (key: string): Promise<Response> =>
    api.call('/api/v1/cases', {
      method: 'POST',
      headers: { ...judge, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({
        caseNumber: `（2024）黔0102民初${key}号`,
        caseType: 'civil',
        stage: 'firstInstance',
      }),
    });
  const list = (): Promise<Response> => api.call('/api/v1/cases', { headers: judge });

  it('a command is told so, that nothing was recorded, and when to come again', async () => {
    line.cut();
    const answer = await register('1');
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await problemIn(answer)).toMatchObject({ status: 503, code: 'store-unavailable' });
  });

  it('a query is told so', async () => {
    line.cut();
    const answer = await list();
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await problemIn(answer)).toMatchObject({ status: 503, code: 'read-database-unavailable' });
  });

  it('the server lives, is not ready, and goes on measuring', async () => {
    line.cut();
    expect((await api.call('/health/live')).status).toBe(200);
    const ready = await api.call('/health/ready');
    expect(ready.status).toBe(503);
    const text = await ready.text();
    expect(text).toContain('{"name":"read database","status":"down"}');
    expect(text).not.toMatch(/postgres|127\.0\.0\.1|liuhen_app/);
    const metrics = await fetch(api.server.metricsUrl);
    expect([metrics.status, (await metrics.text()).includes('process_cpu')]).toEqual([200, true]);
  });

  it('nothing is lost: the same command is served once it is back', async () => {
    line.cut();
    expect((await register('2')).status).toBe(503);
    line.mend();
    expect((await register('2')).status).toBe(201);
    expect((await list()).status).toBe(200);
    expect((await api.call('/health/ready')).status).toBe(200);
  });
});

it('a server that cannot reach its database does not start, and says why without its password', async () => {
  const line = await flakyLine('postgres://liuhen_app:hunter2@127.0.0.1:1/liuhen');
  line.cut();
  const reason: unknown = await startApi({ slices: [PadModule], config: { databaseAppUrl: line.url } }).then(
    () => undefined,
    (error: unknown) => error,
  );
  await line.close();
  expect(reason).toMatchObject({ name: 'StoreUnavailable' });
  expect(inspect(reason)).not.toContain('hunter2');
});
