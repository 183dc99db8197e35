import { signingKeys, type Directory } from '@liuhen/access';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Provider } from 'oidc-provider';
import { Accounts } from './accounts/accounts';
import type { InstallationSecret } from './accounts/demonstration-secrets';
import { Interaction } from './interaction';
import { ICON, STYLE } from './pages/style';
import { makeProvider } from './provider/provider';
import { ProviderState } from './provider/state';

/** Where it is on the server; the issuer's path. */
export const OIDC_PATH = '/oidc';
const INTERACTION = /^\/interaction\/[\w-]+$/;
const FORM_LIMIT = 4 * 1024;
const METHODS: HTTPMethods[] = ['GET', 'POST', 'OPTIONS'];

/** For pages: nothing but their own style, forms to this server only. */
const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Referrer-Policy': 'same-origin',
};

export interface EmbeddedSignInParts {
  /** Where the keys lie by which tokens are signed. */
  readonly dataDir: string;
  readonly audience: string;
  /** What a sign-in by both factors is called. */
  readonly acr: string;
  readonly directory: Directory;
  readonly secret: InstallationSecret;
  /** Where the server listens; known once it does. */
  readonly server: () => string;
}

/** The OpenID Provider of an installation without one, for its invented people, under {@link OIDC_PATH}. */
export class EmbeddedSignIn {
  readonly #state = new ProviderState();
  readonly #interaction: Interaction;
  readonly #logger = new Logger('SignIn');
  #made: { readonly by: string; readonly provider: Provider } | undefined;

  constructor(private readonly parts: EmbeddedSignInParts) {
    const { directory, secret, acr } = parts;
    const accounts = new Accounts(secret, (person) => directory.postsOf(person).length > 0);
    this.#interaction = new Interaction(accounts, directory, acr);
  }

  /** Adds the routes, whose bodies the provider reads itself. */
  mount(fastify: FastifyInstance): void {
    fastify.route({
      method: METHODS,
      url: `${OIDC_PATH}/*`,
      exposeHeadRoute: false,
      config: { streamsBody: true },
      handler: (request, reply) => this.#handle(request, reply),
    });
  }

  async #handle({ raw: request, ip: address }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const path = new URL(request.url ?? '', 'http://server').pathname.slice(OIDC_PATH.length);
    if (path === '/sign-in.css') return reply.type('text/css; charset=utf-8').send(STYLE);
    if (path === '/icon.svg') return reply.type('image/svg+xml').send(ICON);
    const response = reply.hijack().raw;
    for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...PAGE_HEADERS }))
      if (value !== undefined) response.setHeader(name, value);
    const provider = await this.#provider();
    if (!INTERACTION.test(path)) {
      // What the provider is mounted under is what it finds in the one address and not in the other.
      Object.assign(request, { originalUrl: request.url, url: request.url?.slice(OIDC_PATH.length) });
      return provider.callback()(request, response);
    }
    const form = request.method === 'POST' && isOwnPage(request) ? await formOf(request) : undefined;
    return this.#interaction.serve(provider, { request, response, address, form });
  }

  /** Made anew when the keys have changed; sessions and codes go on. */
  async #provider(): Promise<Provider> {
    const keys = await signingKeys(this.parts.dataDir);
    const by = keys.map(({ id }) => id).join();
    if (this.#made?.by !== by) this.#made = { by, provider: this.#make(keys) };
    return this.#made.provider;
  }

  #make(keys: Awaited<ReturnType<typeof signingKeys>>): Provider {
    const { audience, acr, directory, server } = this.parts;
    const provider = makeProvider({
      ...{ server: server(), issuer: `${server()}${OIDC_PATH}`, audience, acr, keys, state: this.#state },
      nameOf: (person) => (directory.postsOf(person).length > 0 ? directory.personName(person) : undefined),
    });
    provider.on('server_error', (_, error) => this.#logger.error({ message: '登录故障', error }));
    return provider;
  }
}

/** A form that another site sends brings the cookies of a sign-in with it in no browser of today; this is said as well. */
const isOwnPage = ({ headers }: IncomingMessage): boolean =>
  [undefined, 'same-origin'].includes(headers['sec-fetch-site']);

/** What is too long is cut off: it is no form of these pages. */
async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let length = 0;
  const incoming: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of incoming) {
    length += chunk.length;
    if (length <= FORM_LIMIT) chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
