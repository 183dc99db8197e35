import { startApi, type RunningApi } from '../api/support/running-api';

const STRICT = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
const YEAR_S = 31_536_000;

describe('the headers of an answer', () => {
  let api: RunningApi;
  let judge: Record<string, string>;
  beforeAll(async () => {
    api = await startApi({ worker: false, config: { hstsSeconds: YEAR_S } });
    judge = await api.as('zhang-ming');
  });
  afterAll(() => api.close());

  const headersOf = async (path: string, init?: RequestInit): Promise<Record<string, string>> =>
    Object.fromEntries((await api.call(path, init)).headers);

  it.each([
    ['data', '/api/v1/cases'],
    ['a refusal', '/api/v1/cases/x'],
    ['no route', '/nowhere'],
    ['a broken path', '/api/v1/cases/%ff'],
    ['a path that is too long', `/api/v1/cases/${'x'.repeat(600)}`],
    ['the health', '/health/live'],
    ['the description', '/api/openapi.json'],
  ])('are strict for %s', async (_, path) => {
    expect(await headersOf(path, { headers: judge })).toMatchObject(STRICT);
  });

  it('are strict without identity, for a wrong method and for a wrong body', async () => {
    expect(await headersOf('/api/v1/cases')).toMatchObject(STRICT);
    expect(await headersOf('/api/v1/cases', { method: 'DELETE', headers: judge })).toMatchObject(STRICT);
    const post = { method: 'POST', headers: { ...judge, 'content-type': 'text/xml' }, body: '<a/>' };
    expect(await headersOf('/api/v1/cases', post)).toMatchObject(STRICT);
  });

  it('ask for TLS where there is some', async () => {
    expect(await headersOf('/nowhere')).toMatchObject({
      'strict-transport-security': `max-age=${String(YEAR_S)}; includeSubDomains`,
    });
    const plain = await startApi({ worker: false });
    expect((await plain.call('/nowhere')).headers.has('strict-transport-security')).toBe(false);
    await plain.close();
  });

  it('tell nothing of what serves, and allow no other origin', async () => {
    const headers = await headersOf('/api/v1/cases', {
      headers: { ...judge, origin: 'https://evil.example' },
    });
    for (const telling of ['server', 'x-powered-by', 'access-control-allow-origin', 'set-cookie'])
      expect(headers).not.toHaveProperty([telling]);
  });

  it('let the documentation load its own files and nothing else', async () => {
    const page = await headersOf('/api/docs');
    expect(page['content-security-policy']).toMatch(/^default-src 'self';.*frame-ancestors 'none'/);
    expect(page['content-security-policy']).not.toContain('unsafe');
    expect(await headersOf('/api/docs/swagger-ui-bundle.js')).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-type': 'text/javascript; charset=utf-8',
    });
  });
});
