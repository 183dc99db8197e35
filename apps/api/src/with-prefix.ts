import type { INestApplication } from '@nestjs/common';

/** Addresses that are not the interface's own, and have no version. */
const WITHOUT_VERSION = ['health/*path', 'api/openapi.json', 'api/docs', 'api/docs/*path'];

/** Every route is under `/api/v1` but those that have no version. */
export function withPrefix<App extends INestApplication>(app: App): App {
  app.setGlobalPrefix('api/v1', { exclude: WITHOUT_VERSION });
  return app;
}
