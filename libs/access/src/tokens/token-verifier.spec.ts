import { Problem } from '@liuhen/platform';
import { base64url, SignJWT } from 'jose';
import { issuerKey, TestIssuer, type IssuerKey } from '../testing';
import { TokenVerifier } from './token-verifier';

describe('the verification of a token', () => {
  let issuer: TestIssuer;
  let key: IssuerKey;

  beforeAll(async () => {
    key = await issuerKey('first');
  });
  beforeEach(async () => {
    issuer = await new TestIssuer().start();
    issuer.published = [key];
  });
  afterEach(() => issuer.stop());

  const verifier = () =>
    new TokenVerifier({ issuer: () => issuer.url, audience: 'liuhen', keysCooldownMs: 0 });
  const codeOf = (verifying: Promise<unknown>): Promise<unknown> =>
    verifying.then(
      () => 'verified',
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );
  const verify = async (token: Promise<string> | string): Promise<unknown> =>
    codeOf(verifier().verify(await token));
  const now = () => Math.floor(Date.now() / 1000);

  it('tells the person, how and when they signed in, and until when', async () => {
    const exp = now() + 60;
    const claims = { exp, acr: 'two-factors', auth_time: exp - 90 };
    expect(await verifier().verify(await issuer.token(key, claims))).toEqual({
      person: 'zhang-ming',
      expiresAt: exp,
      acr: 'two-factors',
      authTime: exp - 90,
    });
  });

  it.each([{}, { acr: 1, auth_time: 'today' }])('does not guess how they signed in: %j', async (claims) => {
    expect(await verifier().verify(await issuer.token(key, claims))).toMatchObject({
      acr: undefined,
      authTime: undefined,
    });
  });

  it.each(['EdDSA', 'ES256', 'ES384', 'RS256', 'PS256'])('knows signatures of %s', async (algorithm) => {
    const other = await issuerKey('other', algorithm);
    issuer.published = [other];
    expect(await verify(issuer.token(other))).toBe('verified');
  });

  it.each([
    ['is over', { exp: Math.floor(Date.now() / 1000) - 10 }],
    ['has no end', { exp: undefined }],
    ['has not begun', { nbf: Math.floor(Date.now() / 1000) + 60 }],
    ['is meant for another', { aud: 'another' }],
    ['is meant for nobody', { aud: undefined }],
    ['comes from another', { iss: 'https://sso.example' }],
    ['names nobody', { sub: undefined }],
    ['has an empty name', { sub: '' }],
  ])('refuses a token that %s', async (_, changes) => {
    expect(await verify(issuer.token(key, changes))).toBe('invalid-token');
  });

  it('refuses a token whose claims were changed after signing', async () => {
    const [header, , signature] = (await issuer.token(key)).split('.');
    const claims = base64url.encode(
      JSON.stringify({ iss: issuer.url, aud: 'liuhen', sub: 'chen-lei', exp: now() + 60 }),
    );
    expect(await verify(`${String(header)}.${claims}.${String(signature)}`)).toBe('invalid-token');
  });

  it('refuses a token that somebody else signed under the same key id', async () => {
    expect(await verify(issuer.token(await issuerKey('first')))).toBe('invalid-token');
  });

  it('refuses a token without signature', async () => {
    const [, claims] = (await issuer.token(key)).split('.');
    const none = base64url.encode(JSON.stringify({ alg: 'none' }));
    expect(await verify(`${none}.${String(claims)}.`)).toBe('invalid-token');
  });

  it('refuses a token that was signed with the public key as a shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(key.publicJwk));
    const token = new SignJWT({ iss: issuer.url, aud: 'liuhen', sub: 'chen-lei', exp: now() + 60 })
      .setProtectedHeader({ alg: 'HS256', kid: key.id })
      .sign(secret);
    expect(await verify(token)).toBe('invalid-token');
  });

  it.each(['', '.', '..', 'a.b.c', 'ÿ.ÿ.ÿ', '{}'])('refuses %j, which is no token', async (token) => {
    expect(await verify(token)).toBe('invalid-token');
  });

  it('follows a change of keys, and then refuses what the withdrawn key signed', async () => {
    const verifying = verifier();
    const old = await issuer.token(key);
    expect(await codeOf(verifying.verify(old))).toBe('verified');
    const next = await issuerKey('next');
    issuer.published = [next];
    expect(await codeOf(verifying.verify(await issuer.token(next)))).toBe('verified');
    expect(await codeOf(verifying.verify(old))).toBe('invalid-token');
  });

  it('asks for the keys once, however many tokens come', async () => {
    const verifying = verifier();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => issuer.token(key)));
    await Promise.all(tokens.map((token) => verifying.verify(token)));
    expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('does not ask for the keys with every unknown key id', async () => {
    const verifying = new TokenVerifier({ issuer: () => issuer.url, audience: 'liuhen' });
    await verifying.verify(await issuer.token(key));
    const unknown = await issuer.token(await issuerKey('unknown'));
    for (let i = 0; i < 5; i++) expect(await codeOf(verifying.verify(unknown))).toBe('invalid-token');
    expect(issuer.asked.filter((path) => path === '/keys')).toHaveLength(1);
  });

  it('says that the provider is away rather than that the token is bad, and recovers', async () => {
    const verifying = verifier();
    issuer.status = 503;
    expect(await codeOf(verifying.verify(await issuer.token(key)))).toBe('identity-provider-unavailable');
    issuer.status = 200;
    expect(await codeOf(verifying.verify(await issuer.token(key)))).toBe('verified');
  });

  it('does not trust a discovery document that names another issuer', async () => {
    issuer.namesItself = 'https://sso.example';
    expect(await verify(issuer.token(key))).toBe('identity-provider-unavailable');
  });
});
