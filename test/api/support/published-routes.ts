import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schemas } from './example-of';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schemas[string] }>> };
}

export interface PublishedRoute extends Operation {
  readonly method: string;
  readonly path: string;
}

const document = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', 'docs', 'openapi.json'), 'utf8'),
) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
};

export const { schemas } = document.components;

/** Every route of the interface. */
export const publishedRoutes: readonly PublishedRoute[] = Object.entries(document.paths).flatMap(
  ([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ ...operation, method, path })),
);

/** @param operation its id in the published document. */
export function routeOf(operation: string): PublishedRoute {
  const route = publishedRoutes.find(({ operationId }) => operationId === operation);
  if (!route) throw new Error(`no route ${operation}`);
  return route;
}
