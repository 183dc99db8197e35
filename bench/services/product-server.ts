import { mintToken } from '@liuhen/access';
import type { Type } from '@nestjs/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SLICES } from '../../apps/api/src/api.module';
import { startServer } from '../../apps/api/src/server';
import { appUrl } from '../../deploy/migrations/application-role';
import { DEPLOYMENT } from '../workload/our-log';

/** The server of the product, and tokens for it. */
export interface ProductServer {
  readonly url: string;
  tokenOf(person: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * The server of the product with its default settings, and a plain route beside its own.
 *
 * @param ownerUrl of a database that is migrated and whose read models are prepared.
 */
export async function startProduct(
  ownerUrl: string,
  plain: (databaseUrl: string) => Type,
): Promise<ProductServer> {
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
    oidcStepUpAcr: 'urn:liuhen:acr:second-factor',
    metricsPort: 0,
    logLevel: 'info' as const,
    logOrigin: DEPLOYMENT.origin,
    logHash: DEPLOYMENT.hash,
    eventStore: 'postgres' as const,
    eventStoreDbUrl: undefined,
    ledgerPolicy: undefined,
  };
  const server = await startServer(config, [...SLICES, plain(databaseAppUrl)]);
  return {
    url: server.url,
    tokenOf: (person) => mintToken(dataDir, person),
    close: async () => {
      await server.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
