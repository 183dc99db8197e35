import { createHash, randomBytes } from 'node:crypto';

const CLIENT = 'liuhen-console';

/** A public client of the embedded provider, as RFC 7636 and RFC 8252 would have it, with the cookies of one browser. */
export class Client {
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>();
  readonly #verifier = randomBytes(32).toString('base64url');
  readonly redirect: string;
  readonly #issuer: string;

  constructor(private readonly server: string) {
    this.redirect = `${server}/console/signed-in`;
    this.#issuer = `${server}/oidc`;
  }

  authorizationUrl(more: Readonly<Record<string, string>> = {}): string {
    const challenge = createHash('sha256').update(this.#verifier).digest('base64url');
    const query = new URLSearchParams({
      ...{
        client_id: CLIENT,
        response_type: 'code',
        redirect_uri: this.redirect,
        scope: 'openid profile api',
      },
      ...{ code_challenge: challenge, code_challenge_method: 'S256', state: 'state', nonce: 'nonce' },
      ...more,
    });
    return `${this.#issuer}/auth?${query.toString()}`;
  }

  /** Opens an address as a browser does, as far as the redirect back to the client. */
  async open(
    url: string,
    form?: Readonly<Record<string, string>>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Opened> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.#cookiesFor(new URL(url).pathname), ...more },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    const location = answer.headers.get('location');
    if (location === null) return { url, status: answer.status, text: await answer.text(), answer };
    await answer.body?.cancel();
    const next = new URL(location, url).href;
    return next.startsWith(this.redirect) ? { url: next, status: 0, text: '', answer } : this.open(next);
  }

  tokens(parameters: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${this.#issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: CLIENT, ...parameters }),
    });
  }

  async redeem(code: string): Promise<Tokens> {
    const parameters = { grant_type: 'authorization_code', code, redirect_uri: this.redirect };
    const answer = await this.tokens({ ...parameters, code_verifier: this.#verifier });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as Tokens;
  }

  /** As long as it lives, with its session. */
  refresh(token: string): Promise<Response> {
    return this.tokens({ grant_type: 'refresh_token', refresh_token: token });
  }

  #cookiesFor(path: string): string {
    return [...this.#cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ');
    const [name = ''] = pair.split('=');
    const path = attributes.find((each) => each.startsWith('path='))?.slice('path='.length) ?? '/';
    this.#cookies.set(name, { value: pair.slice(name.length + 1), path });
  }
}

export interface Opened {
  readonly url: string;
  /** 0: it was the redirect back to the client. */
  readonly status: number;
  readonly text: string;
  readonly answer: Response;
}

export interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}
