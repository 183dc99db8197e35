import fc, { type Arbitrary } from 'fast-check';
import { exampleOf } from '../../api/support/example-of';
import { publishedRoutes, schemas, type PublishedRoute } from '../../api/support/published-routes';

/** What is sent as it is; nothing puts it right. */
export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A stream has no end; its own tests read it. */
const routes = publishedRoutes.filter(({ path }) => !path.endsWith('/events/stream'));

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Decomposed, bidirectional, without width, astral, and not well-formed once it is bytes. */
const UNICODE = [
  'é',
  'e\u0301',
  '\u202e1号',
  '\u200b',
  '\ufeff',
  '𠮷',
  '%00',
  '%ed%a0%80',
  '%c0%ae%c0%ae',
  '%',
];
const PATHS = [
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '%252e%252e',
  ';',
  "'--",
  '__proto__',
  'constructor',
  '-1',
];

const inPath = (known: readonly string[]): Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...known).map(encodeURIComponent), weight: 5 },
    fc.constantFrom(...UNICODE, ...PATHS).map(ascii),
    fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .map((text) => encodeURIComponent(text.toWellFormed())),
    fc.integer({ min: 1, max: 9 }).map((n) => 'x'.repeat(n * 100)),
  );

/** Node's client sends ASCII only. */
function ascii(text: string): string {
  return text.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    2 ** 53,
    '',
    [],
    {},
    '2026-02-30',
    '0001-01-01',
    '\u202e',
    'e\u0301',
  ),
  fc.constantFrom(10, 10_000, 100_000).map((length) => 'x'.repeat(length)),
  fc.constantFrom(201, 11_000).map((length) => Array.from({ length }, () => 0)),
);

/** Texts that no serializer would write. */
const TEXTS = [
  '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`,
  '{"text":"\\ud800"}',
  '{"text":"\\u0000"}',
  '{"a":1,"a":2}',
  '{"a":1e999}',
  '{',
  '',
  '\ufeff{}',
  `"${'x'.repeat(1_100_000)}"`,
];

function bodyOf(route: PublishedRoute): Arbitrary<string> {
  const schema = route.requestBody?.content['application/json']?.schema;
  const example = exampleOf(schema ?? {}, schemas, {});
  const names = typeof example === 'object' && example !== null ? Object.keys(example) : [];
  const right = { ...(example as object) };
  const nearly = fc
    .tuple(fc.constantFrom(...names, 'unknown', 'toString', 'length'), value)
    .map(([name, wrong]) => JSON.stringify({ ...right, [name]: wrong }));
  return fc.oneof(
    { arbitrary: nearly, weight: 6 },
    { arbitrary: fc.constant(JSON.stringify(right)), weight: 2 },
    { arbitrary: value.map((one) => JSON.stringify(one)), weight: 1 },
    { arbitrary: fc.constantFrom(...TEXTS), weight: 2 },
  );
}

const query = fc.oneof(
  { arbitrary: fc.constant(''), weight: 3 },
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'limit',
          'cursor',
          'after',
          'types',
          'court',
          'from',
          'to',
          'asOf',
          'until',
          '__proto__',
          'year',
        ),
        fc.constantFrom(
          '0',
          '-1',
          '1e9',
          'NaN',
          '2026-02-30',
          '9'.repeat(30),
          'business:1',
          '黔0102',
          'a[]=1',
          ...UNICODE,
        ),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((pairs) => `?${pairs.map(([name, text]) => `${name}=${ascii(text)}`).join('&')}`),
);

const headerText = fc.string({
  unit: fc
    .integer({ min: 0x21, max: 0xff })
    .filter((code) => code !== 0x7f)
    .map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 30,
});
const TYPES = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'multipart/form-data',
  'x',
  '/',
];
const extraHeaders = fc.record(
  {
    'idempotency-key': fc.oneof(headerText, fc.constant('x'.repeat(129))),
    'liuhen-position': fc.oneof(
      headerText,
      fc.constantFrom('business:1', 'reading:1', 'business:-1', 'business:1,x'),
    ),
    'if-match': fc.oneof(headerText, fc.constantFrom('"0"', 'W/"0"', '*', '0')),
    'liuhen-post': fc.oneof(headerText, fc.constantFrom('%', encodeURIComponent('黔0102.president'))),
    'content-type': fc.constantFrom(...TYPES),
    'correlation-id': headerText,
    'x-http-method-override': fc.constant('DELETE'),
  },
  { requiredKeys: [] },
);

let keys = 0;

/** @param known case numbers, ids and digests that stand in addresses. */
export const hostileRequest = (known: readonly string[]): Arbitrary<HostileRequest> =>
  fc.constantFrom(...routes).chain((route) =>
    fc
      .record({
        method: fc.oneof(
          { arbitrary: fc.constant(route.method.toUpperCase()), weight: 9 },
          fc.constantFrom(...METHODS),
        ),
        parts: fc.array(inPath(known), { minLength: 4, maxLength: 4 }),
        query,
        extra: fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, extraHeaders),
        body: bodyOf(route),
      })
      .map(({ method, parts, query: search, extra, body }) => {
        const left = [...parts];
        const bodiless = ['GET', 'HEAD', 'OPTIONS'].includes(method);
        return {
          method,
          path: `${route.path.replace(/\{\w+\}/g, () => left.pop() ?? '')}${search}`,
          headers: {
            ...(bodiless ? {} : { 'content-type': 'application/json' }),
            'idempotency-key': `fuzz-${String(++keys)}`,
            ...extra,
          },
          body: bodiless ? '' : body,
        };
      }),
  );
