import { provinceOf } from '../workload/province';
import type { HttpInput } from './http-service';
import { plainSelects } from './plain-selects';
import { startProduct } from './product-server';
import type { Service } from './service';

export interface WorklistAddress {
  readonly url: string;
  /** Of people all over the province. */
  readonly tokens: readonly string[];
}

const PEOPLE = 200;

export interface WorklistServiceInput extends HttpInput {
  /** In the province that the database was filled with. */
  readonly duties: number;
}

/** The server of the product, and a route beside its own that only selects. */
export async function worklistService({
  ownerUrl,
  duties,
}: WorklistServiceInput): Promise<Service<WorklistAddress>> {
  const server = await startProduct(ownerUrl, plainSelects);
  const tokens = await Promise.all(
    provinceOf(duties)
      .people(PEOPLE)
      .map((person) => server.tokenOf(person)),
  );
  return { answer: { url: server.url, tokens }, close: () => server.close() };
}
