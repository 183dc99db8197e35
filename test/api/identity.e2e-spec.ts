import { issuerKey, TestIssuer, type IssuerKey } from '../../libs/access/src/testing';
import { PadModule } from './support/notes';
import { problemIn, startApi, type RunningApi } from './support/running-api';

const CASES = '/api/v1/pads';

describe('the identity behind a request, from the local issuer', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ slices: [PadModule], worker: false });
  });
  afterAll(() => api.close());

  const courtOf = async (headers: Record<string, string>): Promise<unknown> => {
    const answer = await api.call(`${CASES}?limit=1`, { headers });
    if (answer.status !== 200) return (await problemIn(answer)).code;
    return ((await answer.json()) as { items: { court: string }[] }).items[0]?.court;
  };

  it('is the person of the token in their only post', async () => {
    expect(await courtOf(await api.as('zhang-ming'))).toBe('黔0102');
    expect(await courtOf(await api.as('zhou-min'))).toBe('黔01');
  });

  it.each([
    ['no header', undefined],
    ['no token', 'Bearer'],
    ['another scheme', 'Basic emhhbmc6bWluZw=='],
    ['a token with a space', 'Bearer a b'],
  ])('is asked for where there is %s', async (_, authorization) => {
    const answer = await api.call(CASES, { headers: authorization === undefined ? {} : { authorization } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="liuhen"');
    expect(await problemIn(answer)).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('is refused where the token is bad, with the challenge of RFC 6750', async () => {
    const answer = await api.call(CASES, { headers: { authorization: 'Bearer a.b.c' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="liuhen", error="invalid_token"');
    expect(await problemIn(answer)).toMatchObject({ status: 401, code: 'invalid-token' });
  });

  it('is unknown where the directory does not know the person', async () => {
    expect(await courtOf(await api.as('nobody'))).toBe('unknown-person');
  });

  it('must say in which post it acts where there are several, and gets them listed', async () => {
    const answer = await api.call(CASES, { headers: await api.as('zhao-hong') });
    expect(await problemIn(answer)).toMatchObject({
      status: 400,
      code: 'post-required',
      detail: expect.stringContaining(encodeURIComponent('黔.president')) as unknown,
    });
  });

  it.each([
    ['a post of its own', '黔.president', '黔'],
    ['somebody else’s', '黔01.president', 'post-not-held'],
    ['one that does not exist', '黔.emperor', 'post-not-held'],
  ])('is taken in the post that it names: %s', async (_, post, expected) => {
    expect(await courtOf({ ...(await api.as('zhao-hong')), 'liuhen-post': encodeURIComponent(post) })).toBe(
      expected,
    );
  });

  it('is refused where the post is badly encoded', async () => {
    expect(await courtOf({ ...(await api.as('zhao-hong')), 'liuhen-post': '%ff' })).toBe('post-not-held');
  });

  it('is needed on every route but health, documentation and keys', async () => {
    const open: string[] = [];
    for (const { method, path } of api.server.routes) {
      if (method === 'HEAD') continue;
      const answer = await api.call(path.replace(/:\w+/g, 'x'), { method });
      if (answer.status !== 401) open.push(`${method} ${path}`);
      await answer.body?.cancel();
    }
    expect(open.sort()).toEqual([
      'GET /api/docs',
      'GET /api/docs/:asset',
      'GET /api/docs/start.js',
      'GET /api/openapi.json',
      'GET /health/live',
      'GET /health/ready',
      'GET /oidc/*',
      'OPTIONS /oidc/*',
      'POST /oidc/*',
    ]);
  });
});

describe('the identity behind a request, from the court’s own provider', () => {
  let issuer: TestIssuer;
  let key: IssuerKey;
  let api: RunningApi;

  beforeAll(async () => {
    key = await issuerKey('provider');
    issuer = await new TestIssuer().start();
    issuer.published = [key];
    api = await startApi({
      slices: [PadModule],
      worker: false,
      config: { oidcIssuer: issuer.url, oidcAudience: 'court' },
    });
  });
  afterAll(async () => {
    await api.close();
    await issuer.stop();
  });

  const codeWith = async (token: Promise<string>): Promise<unknown> =>
    (await problemIn(await api.call(CASES, { headers: { authorization: `Bearer ${await token}` } }))).code;

  it('is verified by that provider; invented people do not exist there', async () => {
    expect(await codeWith(issuer.token(key, { aud: 'court' }))).toBe('unknown-person');
    expect(await codeWith(issuer.token(key))).toBe('invalid-token');
  });

  it('is never the local issuer’s, which does not exist there', async () => {
    expect((await api.call('/oidc/jwks')).status).toBe(404);
    await expect(api.as('zhang-ming')).rejects.toThrow('liuhen start');
  });
});
