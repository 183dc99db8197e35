import { changeKey } from '@liuhen/access';
import { codesOf, installationSecret, passwordOf } from '@liuhen/sign-in';
import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { problemIn, startApi, type RunningApi } from '../api/support/running-api';
import { until } from '../support/until';
import { Client, type Opened, type Tokens } from './support/client';

const ACR = 'urn:liuhen:acr:second-factor';
const REVIEWS = `/api/v1/cases/${encodeURIComponent('(2025)黔0102民初1号')}/reviews`;

const EVERYTHING_BUT_DATE = [
  ...['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'],
  ...['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
] as FakeableAPI[];

describe('signing in where there is no provider of the court’s own', () => {
  let api: RunningApi;
  let secret: Buffer;
  let issuer: string;

  beforeAll(async () => {
    api = await startApi({ worker: false });
    secret = await installationSecret(api.config.dataDir);
    issuer = `${api.server.url}/oidc`;
  });
  afterAll(() => api.close());

  const passwordForm = (person: string, password = passwordOf(secret, person)) => ({
    ...{ step: 'password', account: person, password },
  });
  const codeForm = (person: string) => ({ step: 'code', code: codesOf(secret, person).generate() });
  /** Each person once in a test: a code is taken once only. */
  const signIn = async (client: Client, person: string, more = {}): Promise<Tokens> => {
    const first = await client.open(client.authorizationUrl(more));
    const second = await client.open(first.url, passwordForm(person));
    return client.redeem(codeIn(await client.open(second.url, codeForm(person))));
  };
  const codeIn = ({ url }: Opened): string => new URL(url).searchParams.get('code') ?? '';
  const ask = (path: string, { access_token: token }: Tokens): Promise<Response> =>
    api.call(path, { headers: { authorization: `Bearer ${token}` } });

  it('is told by the discovery document of the issuer', async () => {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({
      issuer,
      jwks_uri: `${issuer}/jwks`,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      end_session_endpoint: `${issuer}/session/end`,
      acr_values_supported: [ACR],
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
    });
  });

  it('publishes no private key', async () => {
    const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: object[] };
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([
      ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'],
    ]);
  });

  it('goes by password and code to a token that the interface takes, also for what is of most weight', async () => {
    const tokens = await signIn(new Client(api.server.url), 'zhang-ming');
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      ...{ iss: issuer, aud: 'liuhen', sub: 'zhang-ming', acr: ACR, auth_time: expect.any(Number) as number },
    });
    expect(tokens.expires_in).toBe(600);
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      sub: 'zhang-ming',
      aud: 'liuhen-console',
      nonce: 'nonce',
    });
    expect((await ask('/api/v1/worklist', tokens)).status).toBe(200);
    expect((await problemIn(await ask(REVIEWS, tokens))).code).not.toBe('second-factor-required');
  });

  it('shows pages without script, which only this server may receive forms from', async () => {
    const client = new Client(api.server.url);
    const { text, answer } = await client.open(client.authorizationUrl());
    expect(text).toContain('账号和口令');
    expect(text).not.toMatch(/<script|style="|\son\w+=/);
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('asks for both factors, in this order', async () => {
    const client = new Client(api.server.url);
    const { url } = await client.open(client.authorizationUrl());
    expect((await client.open(url, codeForm('chen-lei'))).text).toContain('name="password"');
    const wrong = await client.open(url, passwordForm('chen-lei', 'wrong'));
    expect(wrong).toMatchObject({ status: 401, text: expect.stringContaining('请重新输入') as string });
    expect((await client.open(url, passwordForm('chen-lei'))).text).toContain('name="code"');
    expect(await client.open(url, { step: 'code', code: '12345' })).toMatchObject({ status: 401 });
    expect((await client.open(url, { step: 'restart' })).text).toContain('name="password"');
  });

  it('is of no use in another browser, or when it comes from another site', async () => {
    const client = new Client(api.server.url);
    const { url } = await client.open(client.authorizationUrl());
    expect(await new Client(api.server.url).open(url, passwordForm('chen-lei'))).toMatchObject({
      status: 400,
    });
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await client.open(url, passwordForm('chen-lei'), foreign)).text).toContain('name="password"');
  });

  it('is closed for a quarter of an hour after five failures, also for who is right at last', async () => {
    const client = new Client(api.server.url);
    const { url } = await client.open(client.authorizationUrl());
    for (let i = 0; i < 4; i++) await client.open(url, passwordForm('jiang-xue', 'wrong'));
    expect((await client.open(url, passwordForm('jiang-xue', 'wrong'))).text).toContain('锁定');
    expect((await client.open(url, passwordForm('jiang-xue'))).text).toContain('锁定');
  });

  it('escapes what it repeats', async () => {
    const client = new Client(api.server.url);
    const { text } = await client.open(client.authorizationUrl({ ui_locales: '"><script>' }));
    expect(text).not.toContain('"><script>');
    const answer = await client.open(`${issuer}/auth?client_id=%3Cscript%3E`);
    expect(answer.text).not.toContain('<script>');
    expect(answer.text).toContain('不能登录');
  });

  it('breaks at nothing that is sent to it', async () => {
    const paths = fc.oneof(
      fc.webPath(),
      fc.constantFrom('/auth', '/token', '/interaction/x', '/session/end', '/session/end/confirm', '/me'),
    );
    const bodies = fc.option(fc.webQueryParameters(), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(paths, fc.webQueryParameters(), bodies, async (path, query, body) => {
        const answer = await fetch(`${issuer}${path}?${query}`, {
          redirect: 'manual',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          ...(body !== undefined && { method: 'POST', body }),
        });
        await answer.body?.cancel();
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['for tokens without a code', { response_type: 'token' }],
  ])('is refused %s', async (_, more) => {
    const client = new Client(api.server.url);
    const { url } = await client.open(client.authorizationUrl(more));
    expect(url).toMatch(/[?#&]error=(?:invalid_request|unsupported_response_type)&/);
  });

  it('is refused for another address to return to', async () => {
    const client = new Client(api.server.url);
    const url = client.authorizationUrl({ redirect_uri: 'https://elsewhere.example/' });
    expect(await client.open(url)).toMatchObject({
      status: 400,
      text: expect.stringContaining('不能登录') as string,
    });
  });

  it('goes on without asking while the session lasts, and anew where it must be fresh', async () => {
    const client = new Client(api.server.url);
    await signIn(client, 'wei-hua');
    expect(codeIn(await client.open(client.authorizationUrl()))).not.toBe('');
    const again = await client.open(
      client.authorizationUrl({ prompt: 'login', max_age: '600', acr_values: ACR }),
    );
    expect(again.text).toContain('再次验证身份');
    expect(again.text).not.toContain('value="zhang-ming"');
  });

  it('is prolonged by refresh tokens, each once, which make it no fresher', async () => {
    const client = new Client(api.server.url);
    const tokens = await signIn(client, 'wang-ning');
    const refreshed = (await (await client.refresh(tokens.refresh_token)).json()) as Tokens;
    expect(decodeJwt(refreshed.access_token)).toMatchObject({
      ...{ sub: 'wang-ning', acr: ACR, auth_time: decodeJwt(tokens.access_token).auth_time },
    });
    expect((await client.refresh(tokens.refresh_token)).status).toBe(400);
  });

  it('ends by signing out, for the tokens that would follow too', async () => {
    const client = new Client(api.server.url);
    const tokens = await signIn(client, 'zhao-hong');
    const asked = await client.open(`${issuer}/session/end?id_token_hint=${tokens.id_token}`);
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(asked.text) ?? [];
    const done = await client.open(`${issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(done.text).toContain('已退出');
    expect((await client.open(client.authorizationUrl())).text).toContain('name="password"');
    expect((await client.refresh(tokens.refresh_token)).status).toBe(400);
  });

  it('goes on over a change of keys: what the old one signed is taken as what the new one signs', async () => {
    const client = new Client(api.server.url);
    const old = await signIn(client, 'inspector');
    await changeKey(api.config.dataDir);
    const fresh = (await (await client.refresh(old.refresh_token)).json()) as Tokens;
    const kid = (token: Tokens): unknown => decodeProtectedHeader(token.access_token).kid;
    expect(kid(fresh)).not.toBe(kid(old));
    await until(async () => (await ask('/api/v1/worklist', fresh)).status === 200);
    expect((await ask('/api/v1/worklist', old)).status).toBe(200);
    const minted = await api.call('/api/v1/worklist', { headers: await api.as('zhang-ming') });
    expect(minted.status).toBe(200);
  });

  /** Last, since whoever keeps something for so long keeps it too long when the clock goes back. */
  describe('by the clock', () => {
    const HOUR_MS = 60 * 60_000;
    afterEach(() => jest.useRealTimers());

    /** Nothing but what time it is. */
    const later = (ms: number): void => {
      const at = Date.now() + ms;
      jest.useFakeTimers({ now: at, doNotFake: EVERYTHING_BUT_DATE });
    };
    const asksAnew = async (client: Client): Promise<boolean> =>
      (await client.open(client.authorizationUrl())).text.includes('name="password"');

    it('ends when nothing is asked of it for half an hour', async () => {
      const client = new Client(api.server.url);
      const tokens = await signIn(client, 'luo-jian');
      later(HOUR_MS / 2 - 60_000);
      expect(await asksAnew(client)).toBe(false);
      later(HOUR_MS / 2 + 60_000);
      expect(await asksAnew(client)).toBe(true);
      expect((await client.refresh(tokens.refresh_token)).status).toBe(400);
      expect((await ask('/api/v1/me', tokens)).status).toBe(401);
    });

    it('ends twelve hours after signing in, however busy', async () => {
      const client = new Client(api.server.url);
      await signIn(client, 'tao-ran');
      for (let quarters = 1; quarters < 48; quarters++) {
        later(HOUR_MS / 4);
        expect([quarters, await asksAnew(client)]).toEqual([quarters, false]);
      }
      later(HOUR_MS / 4 + 60_000);
      expect(await asksAnew(client)).toBe(true);
    });
  });
});
