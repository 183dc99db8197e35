import fc from 'fast-check';
import { request as httpRequest } from 'node:http';
import { startApi, type RunningApi } from './support/running-api';

/** Printed by fast-check with a failure, to run the same again: `fc.assert(…, { seed })`. */
const RUNS = 300;

/** What may come in a request line or header; Node's client refuses to send the rest. */
const headerText = fc.string({
  unit: fc
    .integer({ min: 0x20, max: 0xff })
    .filter((code) => code !== 0x7f)
    .map((code) => String.fromCharCode(code)),
  maxLength: 40,
});
const pathText = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  }),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    '%',
    '%f',
    '%ff',
    '%00',
    '..%2f..%2fetc%2fpasswd',
    '%ed%a0%80',
    '；drop',
    "'--",
    '（2024）黔0102民初1号',
  ),
);

describe('a request that makes no sense', () => {
  let api: RunningApi;
  let identity: Record<string, string>;

  beforeAll(async () => {
    api = await startApi({ worker: false });
    identity = await api.as('zhang-ming');
  });
  afterAll(() => api.close());

  interface Answer {
    readonly status: number;
    readonly type: string;
    readonly body: string;
  }

  /** Sends what fetch would put right. */
  const send = (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Buffer,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(api.server.url);
      const request = httpRequest({ hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const type = response.headers['content-type'] ?? '';
          resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(chunks).toString() });
        });
      });
      request.on('error', reject);
      request.end(body);
    });

  /** Right answers are allowed: fuzz may hit them. */
  function expectNoFault({ status, type, body }: Answer): void {
    expect(status).toBeLessThan(500);
    if (status < 400) return;
    expect(type).toBe('application/problem+json; charset=utf-8');
    if (body !== '')
      expect(JSON.parse(body)).toMatchObject({
        status,
        code: expect.stringMatching(/^[a-z]+(?:-[a-z0-9]+)*$/),
      });
  }

  /** What the sign-in answers is for browsers and for OAuth to say. */
  const routes = () =>
    fc.constantFrom(
      ...api.server.routes.filter(
        ({ method, path }) =>
          method !== 'HEAD' && !path.endsWith('/events/stream') && !path.startsWith('/oidc/'),
      ),
    );
  let keys = 0;
  const headersOf = (extra: Record<string, string> = {}): Record<string, string> => ({
    ...identity,
    'idempotency-key': `fuzz-${String(++keys)}`,
    ...extra,
  });

  it('is answered by a problem, whatever its JSON body', async () => {
    const body = fc.oneof(fc.jsonValue({ maxDepth: 4 }), objectNames);
    await fc.assert(
      fc.asyncProperty(routes(), body, async ({ method, path }, value) => {
        const text = JSON.stringify(value);
        const headers = headersOf({ 'content-type': 'application/json' });
        expectNoFault(
          await send(
            method,
            filled(path, '（2024）黔0102民初1号'),
            headers,
            method === 'GET' ? undefined : text,
          ),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('is answered by a problem or served, if it is nearly right', async () => {
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(caseLikeBody, async (value) => {
        const headers = headersOf({ 'content-type': 'application/json' });
        const answer = await send('POST', '/api/v1/cases', headers, JSON.stringify(value));
        expectNoFault(answer);
        statuses.add(answer.status);
      }),
      { numRuns: RUNS },
    );
    expect([...statuses]).toEqual(expect.arrayContaining([201, 400, 422]));
  });

  it('is answered by a problem, whatever its bytes and media type', async () => {
    const type = fc.oneof(
      fc.constantFrom('application/json', 'application/json; charset=utf-16', 'text/plain', ''),
      headerText,
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), type, async (bytes, media) => {
        const headers = headersOf({ 'content-type': media.trim() });
        expectNoFault(await send('POST', '/api/v1/cases', headers, Buffer.from(bytes)));
      }),
      { numRuns: RUNS },
    );
  });

  it('is answered by a problem, whatever its path and query', async () => {
    await fc.assert(
      fc.asyncProperty(routes(), pathText, pathText, async ({ method, path }, part, query) => {
        const address = `${filled(path, part)}?${query.replaceAll('#', '')}`;
        expectNoFault(await send(method, [...address].map(escapeForRequestLine).join(''), headersOf()));
      }),
      { numRuns: RUNS },
    );
  });

  it('is answered by a problem, whatever the values of the query that a route knows', async () => {
    const value = fc.oneof(
      pathText,
      fc.constantFrom('0', '-1', '1e9', 'NaN', '2026-02-30', '9999999999999999999', 'business:0'),
    );
    const name = fc.constantFrom(
      'limit',
      'cursor',
      'after',
      'types',
      'court',
      'caseType',
      'filedFrom',
      'filedTo',
      'from',
      'to',
      'by',
      'asOf',
      'until',
      'family',
      'outcome',
      'finding',
    );
    await fc.assert(
      fc.asyncProperty(
        routes(),
        fc.array(fc.tuple(name, value), { maxLength: 4 }),
        async ({ path }, pairs) => {
          const query = pairs
            .map(([key, text]) => `${key}=${[...text].map(escapeForRequestLine).join('')}`)
            .join('&');
          expectNoFault(
            await send(
              'GET',
              `${filled(path, '（2024）黔0102民初1号')}?${query.replaceAll('#', '')}`,
              headersOf(),
            ),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('is answered by a problem, whatever its headers', async () => {
    const name = fc.constantFrom(
      'authorization',
      'idempotency-key',
      'if-match',
      'liuhen-post',
      'liuhen-position',
      'correlation-id',
      'last-event-id',
      'accept',
      'content-encoding',
      'x-forwarded-for',
    );
    await fc.assert(
      fc.asyncProperty(
        routes(),
        fc.dictionary(name, headerText, { maxKeys: 4 }),
        async ({ method, path }, extra) => {
          const headers = headersOf({ 'content-type': 'application/json', ...extra });
          expectNoFault(
            await send(
              method,
              filled(path, '（2024）黔0102民初1号'),
              headers,
              method === 'GET' ? undefined : '{}',
            ),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });
});

const filled = (template: string, part: string): string =>
  template.replace(/:\w+/g, () => [...part].map(escapeForRequestLine).join('').replace(/[/?#]/g, '_'));

/** Node's client sends ASCII only; what a client must encode is encoded, what it may get wrong stays wrong. */
const escapeForRequestLine = (character: string): string =>
  character > '~' || character <= ' ' ? encodeURIComponent(character) : character;

/** Names that every object has already. */
const objectNames = fc.record(
  {
    constructor: fc.jsonValue(),
    toString: fc.jsonValue(),
    hasOwnProperty: fc.jsonValue(),
    length: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

/** Close to right, so that most come past the outer checks and some are right. */
const caseLikeBody = fc.record(
  {
    caseNumber: fc.oneof(
      fc.integer({ min: 1, max: 9_999_999 }).map((seq) => `（2024）黔0102民初${String(seq)}号`),
      fc.constantFrom('(2024)黔0102民初00001号', '（2024）黔0102民初1-6号', '（2024）黔01民终5号'),
      fc.string({ minLength: 1 }),
    ),
    caseType: fc.constantFrom('civil', 'civil', 'criminal'),
    stage: fc.constantFrom('firstInstance', 'firstInstance', 'retrial'),
    cause: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    filedOn: fc.constantFrom('2024-02-29', '2024-12-31', '9999-12-31', '0001-01-01'),
    panel: fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }), { maxLength: 5 }),
    origins: fc.array(
      fc.record({
        origin: fc.constantFrom('（2023）黔0102民初9号', '未编号·x·1', '未编号·\u202e·1'),
        kind: fc.constantFrom('remanded', 'appealed', 'x'),
      }),
      { maxLength: 2 },
    ),
    source: fc.constantFrom('live', 'offline', 'imported'),
  },
  { requiredKeys: ['caseNumber', 'caseType', 'stage'] },
);
