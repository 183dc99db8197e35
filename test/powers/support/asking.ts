import { exampleOf, type Known } from '../../api/support/example-of';
import { schemas, type PublishedRoute } from '../../api/support/published-routes';
import type { RunningApi } from '../../api/support/running-api';
import { holders, nameOf, type Holder } from './demonstration';

/** What stands in paths in place of their parameters; `1` where nothing is given. */
export type Places = Readonly<Record<string, string>>;

/** What a reading must be asked with, by its name. */
const QUERIES: Readonly<Record<string, string>> = {
  compareMoments: '?by=recorded&from=2020-01-01&to=2099-01-01',
  compareMatter: '?by=recorded&from=2020-01-01&to=2099-01-01',
  showMatterRegister: '?year=2026&format=csv',
};

/** Everybody asks for the same, one after the other. */
export class Asking {
  #keys = 0;

  constructor(
    private readonly api: RunningApi,
    private readonly places: Places,
  ) {}

  /** Status and code with which a person in a post is answered. */
  async answerTo(route: PublishedRoute, { person, post }: Holder, known: Known = {}): Promise<string> {
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(this.places[name] ?? '1').replaceAll('%2F', '/'),
    );
    const isRead = route.method === 'get';
    const headers = {
      ...(await this.api.as(person)),
      'liuhen-post': encodeURIComponent(post),
      ...(isRead
        ? {}
        : { 'content-type': 'application/json', 'idempotency-key': `powers-${String(++this.#keys)}` }),
    };
    const schema = route.requestBody?.content['application/json']?.schema ?? {};
    const body = isRead ? null : JSON.stringify(exampleOf(schema, schemas, known) ?? {});
    const query = QUERIES[route.operationId] ?? '';
    const answer = await this.api.call(`${path}${query}`, {
      method: route.method.toUpperCase(),
      headers,
      body,
    });
    const text = await answer.text();
    const { code = '', detail = '' } = answer.ok
      ? {}
      : (JSON.parse(text) as { code?: string; detail?: string });
    if (answer.status === 400 || answer.status >= 500) throw new Error(`${route.operationId}: ${detail}`);
    return `${String(answer.status)} ${code}`;
  }

  /** What each of them is answered, by name; whatever is not about who they are is `lets act`. */
  async answersTo(
    route: PublishedRoute,
    ofPower: readonly string[],
    known?: Known,
  ): Promise<Readonly<Record<string, string>>> {
    const answers: Record<string, string> = {};
    for (const holder of holders) {
      const answer = await this.answerTo(route, holder, known);
      answers[nameOf(holder)] = ofPower.includes(answer) ? answer : 'lets act';
    }
    return answers;
  }
}

export const expected = (verdict: (holder: Holder) => string): Record<string, string> =>
  Object.fromEntries(holders.map((holder) => [nameOf(holder), verdict(holder)]));
