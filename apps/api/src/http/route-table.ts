import { Problem } from '@liuhen/platform';
import type { FastifyInstance } from 'fastify';

export interface Route {
  readonly method: string;
  /** Template, such as `/api/v1/cases/:caseNumber`. */
  readonly path: string;
}

/** The routes as the server really has them; tells an unknown address from a known one asked the wrong way. */
export class RouteTable {
  readonly #routes: (Route & { readonly pattern: RegExp })[] = [];

  /** Must be called before the routes are made. */
  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ method, url: path }) => {
      for (const one of [method].flat()) this.#routes.push({ method: one, path, pattern: patternOf(path) });
    });
    fastify.addHook('onRequest', (request, _reply, done) => {
      const methods = request.is404 ? this.methodsOf(request.url) : [];
      const headers = { Allow: methods.join(', ') };
      done(methods.length > 0 ? new Problem('method-not-allowed', { headers }) : undefined);
    });
  }

  get routes(): readonly Route[] {
    return this.#routes;
  }

  methodsOf(url: string): readonly string[] {
    const [path = ''] = url.split('?');
    return this.#routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  }
}

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
