import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';

export interface IssuerKey {
  readonly id: string;
  readonly privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  readonly publicJwk: JWK;
}

export async function issuerKey(id: string, algorithm = 'ES256'): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm);
  return { id, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid: id, alg: algorithm } };
}

/** `undefined` leaves a claim out. */
type Claims = { readonly [Name in keyof JWTPayload]?: JWTPayload[Name] | undefined };

/** An identity provider for tests: publishes keys and can break down. */
export class TestIssuer {
  published: readonly IssuerKey[] = [];
  /** What discovery and key set answer; 200 while it works. */
  status = 200;
  /** Instead of its own name in the discovery document. */
  namesItself: string | undefined;
  readonly asked: string[] = [];
  url = '';

  readonly #server = createServer((request, response) => {
    this.asked.push(request.url ?? '');
    const document =
      request.url === '/keys'
        ? { keys: this.published.map(({ publicJwk }) => publicJwk) }
        : { issuer: this.namesItself ?? this.url, jwks_uri: `${this.url}/keys` };
    response.writeHead(this.status, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  });

  async start(): Promise<this> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    this.url = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await once(this.#server.close(), 'close');
  }

  /** A token as a real one would be, but for the changes. */
  token(key: IssuerKey, changes: Claims = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims: Claims = {
      iss: this.url,
      aud: 'liuhen',
      sub: 'zhang-ming',
      iat: now,
      exp: now + 60,
      ...changes,
    };
    return new SignJWT(claims as JWTPayload)
      .setProtectedHeader({ alg: key.publicJwk.alg ?? '', kid: key.id })
      .sign(key.privateKey);
  }
}
