import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiModule, type ApiParts } from '../api.module';
import { httpAdapter } from '../http/adapter';
import { withPrefix } from '../with-prefix';
import { openApiDocument } from './document';

/** In preview Nest looks at the classes and makes nothing of them, so that nothing needs to be opened. */
const NOTHING_OPENED = { waits: () => undefined } as unknown as ApiParts;

/** The description of the interface, without a database. */
export async function describeApi(): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with(NOTHING_OPENED),
    httpAdapter(),
    {
      preview: true,
      logger: false,
      abortOnError: false,
    },
  );
  return openApiDocument(withPrefix(app));
}
