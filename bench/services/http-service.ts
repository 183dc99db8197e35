import { plainInserts } from './plain-inserts';
import { startProduct } from './product-server';
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

/** The server of the product, and a route beside its own that only inserts. */
export async function httpService({ ownerUrl }: HttpInput): Promise<Service<HttpAddress>> {
  const server = await startProduct(ownerUrl, plainInserts);
  return {
    answer: { url: server.url, token: await server.tokenOf('wang-ning') },
    close: () => server.close(),
  };
}
