import type { LocalKey } from '@liuhen/access';
import { randomBytes } from 'node:crypto';
import {
  Provider,
  type Configuration,
  type KoaContextWithOIDC,
  type RefreshToken,
  type Session,
} from 'oidc-provider';
import { errorPage, signedOutPage, signOutPage } from '../pages/pages';
import type { ProviderState } from './state';

const CONSOLE_CLIENT = 'liuhen-console';
/** Where the console is told the code; relative to the server. */
const SIGNED_IN_PATH = '/console/signed-in';
const SIGNED_OUT_PATH = '/console/';
/** The scope that asks for a token of the interface. */
const API_SCOPE = 'api';

const API = 'urn:liuhen:api';
const ACCESS_TOKEN_S = 10 * 60;
const INTERACTION_S = 10 * 60;
/** A session ends when nothing was asked of it for so long (GB/T 22239-2019, 8.1.4.1 b: 连接超时自动退出)… */
const IDLE_S = 30 * 60;
/** …and with the working day in any case. */
const ABSOLUTE_S = 12 * 60 * 60;

export interface ProviderParts {
  /** Where the server listens. */
  readonly server: string;
  readonly issuer: string;
  readonly audience: string;
  /** What a sign-in by both factors is called. */
  readonly acr: string;
  /** The first one signs; all are published. */
  readonly keys: readonly LocalKey[];
  readonly state: ProviderState;
  readonly nameOf: (person: string) => string | undefined;
}

/** For as long as the process lives, whatever keys sign tokens. */
const cookieKeys = [randomBytes(32).toString('hex')];

/** OpenID Provider for one client, the console: authorization code with PKCE, tokens as RFC 9068 has them. */
export function makeProvider(parts: ProviderParts): Provider {
  const provider: Provider = new Provider(parts.issuer, {
    ...clientsAndKeys(parts),
    ...lives,
    ...pages,
    acrValues: [parts.acr],
    scopes: ['openid', 'profile'],
    claims: { profile: ['name'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: { ...pages.features, ...tokensOfTheInterface(parts.audience) },
    findAccount: (_, person) => {
      const name = parts.nameOf(person);
      return name === undefined ? undefined : { accountId: person, claims: () => ({ sub: person, name }) };
    },
    loadExistingGrant: (ctx) => grantOf(provider, ctx),
    extraTokenClaims: async ({ oidc: { entities } }, token) => {
      const { acr, authTime } = entities.AuthorizationCode ?? entities.RefreshToken ?? {};
      if ('sessionUid' in token) await keepAlive(provider, token.sessionUid);
      return { acr, auth_time: authTime };
    },
  });
  return provider;
}

const clientsAndKeys = ({ server, keys, state }: ProviderParts): Configuration => ({
  adapter: state.adapter,
  clients: [
    {
      client_id: CONSOLE_CLIENT,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [`${server}${SIGNED_IN_PATH}`],
      post_logout_redirect_uris: [`${server}${SIGNED_OUT_PATH}`],
      id_token_signed_response_alg: 'ES256',
      require_auth_time: true,
    },
  ],
  jwks: {
    keys: keys.map(({ id, privateKey }) => ({
      ...privateKey.export({ format: 'jwk' }),
      ...{ kid: id, alg: 'ES256', use: 'sig', kty: 'EC' },
    })),
  },
  cookies: {
    keys: cookieKeys,
    long: { signed: true, httpOnly: true, sameSite: 'lax' },
    short: { signed: true, httpOnly: true, sameSite: 'lax' },
  },
});

const epochSeconds = (): number => Math.floor(Date.now() / 1000);

/** What is left, but at least a second: nothing lives for none. */
const idleWithin = (began: number | undefined): number =>
  Math.max(1, Math.min(IDLE_S, (began ?? epochSeconds()) + ABSOLUTE_S - epochSeconds()));

const lives: Configuration = {
  ttl: {
    Interaction: INTERACTION_S,
    AuthorizationCode: 60,
    IdToken: ACCESS_TOKEN_S,
    AccessToken: ACCESS_TOKEN_S,
    Grant: ABSOLUTE_S,
    Session: (_ctx: KoaContextWithOIDC, { loginTs }: Session) => idleWithin(loginTs),
    RefreshToken: (_ctx: KoaContextWithOIDC, { iiat }: RefreshToken) => idleWithin(iiat),
  },
  issueRefreshToken: () => true,
  rotateRefreshToken: true,
  expiresWithSession: () => true,
};

const pages = {
  interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `/oidc/interaction/${uid}` },
  renderError: (
    ctx: KoaContextWithOIDC,
    { error_description: detail }: { error_description?: string | undefined },
  ) => {
    ctx.type = 'html';
    ctx.body = errorPage(
      `登录请求不能办理，请从系统首页重新登录。${detail === undefined ? '' : `（${detail}）`}`,
    );
  },
  features: {
    devInteractions: { enabled: false },
    revocation: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx: KoaContextWithOIDC, form: string) => {
        ctx.body = signOutPage(form);
      },
      postLogoutSuccessSource: (ctx: KoaContextWithOIDC) => {
        ctx.body = signedOutPage();
      },
    },
  },
} satisfies Configuration;

const tokensOfTheInterface = (audience: string): NonNullable<Configuration['features']> => ({
  resourceIndicators: {
    enabled: true,
    defaultResource: () => API,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: API_SCOPE,
      audience,
      accessTokenFormat: 'jwt',
      accessTokenTTL: ACCESS_TOKEN_S,
      jwt: { sign: { alg: 'ES256' } },
    }),
  },
});

/** The console is the court's own: nobody is asked whether it may. */
async function grantOf(provider: Provider, { oidc }: KoaContextWithOIDC) {
  const { session, client } = oidc;
  if (!session?.accountId || !client) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant =
    (known === undefined ? undefined : await provider.Grant.find(known)) ??
    new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(API, API_SCOPE);
  await grant.save();
  return grant;
}

/** Whoever takes a new token is still there. */
async function keepAlive(provider: Provider, uid: string | undefined): Promise<void> {
  const session = uid === undefined ? undefined : await provider.Session.findByUid(uid);
  await session?.save(idleWithin(session.loginTs));
}
