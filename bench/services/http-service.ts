import { mintToken } from '@liuhen/access';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SLICES } from '../../apps/api/src/api.module';
import { startServer } from '../../apps/api/src/server';
import { appUrl } from '../../deploy/migrations/application-role';
import { DEPLOYMENT } from '../workload/our-log';
import { plainInserts } from './plain-inserts';
import type { Service } from './service';

export interface HttpInput {
  /** Of a database that is migrated and whose read models are prepared. */
  readonly ownerUrl: string;
}

export interface HttpAddress {
  readonly url: string;
  /** Of a judge of the intermediate court. */
  readonly token: string;
}

/** The server of the product with its default settings, and the plain route beside its own. */
export async function httpService({ ownerUrl }: HttpInput): Promise<Service<HttpAddress>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'liuhen-bench-api-'));
  const databaseAppUrl = appUrl(ownerUrl);
  const config = {
    host: '127.0.0.1',
    port: 0,
    dataDir,
    documentsDir: join(dataDir, 'documents'),
    documentLimit: 50 * 1024 * 1024,
    databaseAppUrl,
    oidcIssuer: undefined,
    oidcAudience: 'liuhen',
    metricsPort: 0,
    logLevel: 'info' as const,
    logOrigin: DEPLOYMENT.origin,
    logHash: DEPLOYMENT.hash,
    eventStore: 'postgres' as const,
    eventStoreDbUrl: undefined,
  };
  const server = await startServer(config, [...SLICES, plainInserts(databaseAppUrl)]);
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(dataDir, { recursive: true });
  };
  return { answer: { url: server.url, token: await mintToken(dataDir, 'wang-ning') }, close };
}
