import type { EmbeddedSignIn } from '@liuhen/sign-in';
import type { EdgeConfig } from '@liuhen/platform';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, type ApiParts } from './api.module';
import { httpAdapter } from './http/adapter';
import { addAccounting } from './http/accounting';
import { addRateLimits } from './http/rate-limits';
import { RouteTable } from './http/route-table';
import { openApiDocument } from './openapi/document';
import { PublishedDocument } from './openapi/openapi.controller';
import { withPrefix } from './with-prefix';

export interface CreatedApp {
  readonly app: NestFastifyApplication;
  readonly routes: RouteTable;
}

/**
 * The application, ready to listen.
 *
 * @param signIn where this server signs people in itself.
 */
export async function createApp(
  parts: ApiParts,
  edge: Partial<EdgeConfig>,
  slices?: readonly Type[],
  signIn?: EmbeddedSignIn,
): Promise<CreatedApp> {
  const adapter = httpAdapter(edge);
  const personLimit = await addRateLimits(adapter.getInstance(), edge);
  addAccounting(adapter.getInstance(), parts.metrics);
  const routes = new RouteTable(adapter.getInstance());
  signIn?.mount(adapter.getInstance());
  const app = withPrefix(
    await NestFactory.create<NestFastifyApplication>(ApiModule.with(parts, slices), adapter, {
      abortOnError: false,
      bodyParser: false,
    }),
  );
  app.useGlobalInterceptors(personLimit);
  app.get(PublishedDocument).document = openApiDocument(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, routes };
}
