import type { HttpInput } from './http-service';
import { startProduct } from './product-server';
import type { Service } from './service';
import { untracedCases } from './untraced-cases';

export interface ReadingAddress {
  readonly url: string;
  /** Of people who may read the case. */
  readonly tokens: readonly string[];
}

/** Of the court that hears the case, and of those above it. */
const READERS = [
  ...['wang-ning', 'zhou-min', 'wu-tao', 'feng-yan', 'inspector', 'qian-yu', 'sun-jing', 'song-yi'],
];

/** The server of the product, and a route beside its own that reads a case without a trace. */
export async function readingService({ ownerUrl }: HttpInput): Promise<Service<ReadingAddress>> {
  const server = await startProduct(ownerUrl, untracedCases);
  const tokens = await Promise.all(READERS.map((person) => server.tokenOf(person)));
  return { answer: { url: server.url, tokens }, close: () => server.close() };
}
