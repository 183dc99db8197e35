import { Problem } from '@liuhen/platform';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

/** Signature algorithms with a public key; `none` and shared secrets are never accepted. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'RS256', 'PS256'];
/** Clocks of court and identity provider may differ by so much. */
export const CLOCK_TOLERANCE_S = 5;
const FETCH_TIMEOUT_MS = 5_000;
const KEYS_MAX_AGE_MS = 10 * 60_000;
/** Tokens with unknown keys make the server ask for the key set at most this often. */
const KEYS_COOLDOWN_MS = 5_000;

export interface TokenVerifierOptions {
  /** Asked at each discovery, for a server that issues its own tokens learns its address only by listening. */
  readonly issuer: () => string;
  readonly audience: string;
  readonly keysCooldownMs?: number;
}

/** How somebody signed in. */
export interface SignIn {
  /** By what means, as the issuer calls it (`acr`, RFC 9068 §2.2.1); `undefined` where the token does not tell. */
  readonly acr: string | undefined;
  /** When, in seconds since the epoch; `undefined` where the token does not tell. */
  readonly authTime: number | undefined;
}

/** What is taken from a token: who, how they signed in, and until when. Posts and courts come from the directory. */
export interface VerifiedToken extends SignIn {
  readonly person: string;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

/** Verifies bearer tokens against the issuer's published keys (OpenID Connect Discovery 1.0, RFC 7519, RFC 7517). */
export class TokenVerifier {
  #keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(private readonly options: TokenVerifierOptions) {}

  /** @throws Problem `invalid-token` or `identity-provider-unavailable` */
  async verify(token: string): Promise<VerifiedToken> {
    const keys = await this.#publishedKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ALGORITHMS,
        issuer: this.options.issuer(),
        audience: this.options.audience,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_S,
      });
      return verifiedToken(payload);
    } catch (error) {
      throw error instanceof Problem ? error : invalidToken(error);
    }
  }

  /** Discovered once; a failed discovery is tried again with the next token. */
  #publishedKeys(): Promise<JWTVerifyGetKey> {
    this.#keys ??= this.#discover().catch((error: unknown) => {
      this.#keys = undefined;
      throw unavailable(error);
    });
    return this.#keys;
  }

  async #discover(): Promise<JWTVerifyGetKey> {
    const issuer = this.options.issuer();
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
    });
    if (!answer.ok) throw new Error(`discovery answered ${String(answer.status)}`);
    const keys = createRemoteJWKSet(keySetAddress(await answer.json(), issuer), {
      timeoutDuration: FETCH_TIMEOUT_MS,
      cacheMaxAge: KEYS_MAX_AGE_MS,
      cooldownDuration: this.options.keysCooldownMs ?? KEYS_COOLDOWN_MS,
    });
    return (header, input) => keys(header, input).catch(rethrowAsUnavailable);
  }
}

/** The document must name the issuer that was asked (OpenID Connect Discovery 1.0 §4.3). */
function keySetAddress(document: unknown, issuer: string): URL {
  const { issuer: named, jwks_uri: address } = Object(document) as Record<string, unknown>;
  if (named !== issuer) throw new Error('the discovery document names another issuer');
  if (typeof address !== 'string' || new URL(address).protocol !== new URL(issuer).protocol)
    throw new Error('the discovery document has no usable jwks_uri');
  return new URL(address);
}

function verifiedToken({ sub, exp, acr, auth_time: authTime }: JWTPayload): VerifiedToken {
  if (!sub || exp === undefined) throw new Error('empty sub');
  return {
    person: sub,
    expiresAt: exp,
    acr: typeof acr === 'string' ? acr : undefined,
    authTime: typeof authTime === 'number' ? authTime : undefined,
  };
}

/** The key set was read and has no such key: the token's fault. All else is the provider's or the network's. */
function rethrowAsUnavailable(error: unknown): never {
  const token =
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported;
  throw token ? error : unavailable(error);
}

const unavailable = (cause: unknown): Problem => new Problem('identity-provider-unavailable', { cause });

/** RFC 6750 §3. */
const invalidToken = (cause: unknown): Problem =>
  new Problem('invalid-token', {
    cause,
    headers: { 'WWW-Authenticate': 'Bearer realm="liuhen", error="invalid_token"' },
  });
