import { connect } from 'node:net';
import { once } from 'node:events';
import { PadModule } from './support/notes';
import { problemIn, startApi, type RunningApi } from './support/running-api';

describe('an answer to a request that cannot be served', () => {
  let api: RunningApi;
  let judge: { readonly authorization: string };
  let keys = 0;

  beforeAll(async () => {
    api = await startApi({ slices: [PadModule], worker: false });
    judge = await api.as('zhang-ming');
  });
  afterAll(() => api.close());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    api.call(`/api/v1${path}`, {
      method: 'POST',
      headers: {
        ...judge,
        'content-type': 'application/json',
        'idempotency-key': `k${String(++keys)}`,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    api.call(path, { headers: { ...judge, ...headers } });

  it('names every wrong field by its path, in Chinese, once each', async () => {
    const body = {
      text: 5,
      author: { name: ' ', age: 17.5 },
      copies: [{ name: '甲' }, { name: '', x: 1 }],
      extra: true,
    };
    expect(await problemIn(await post('/pads/a/notes', body))).toMatchObject({
      status: 400,
      code: 'invalid-request',
      detail: '请求有 6 处不符合要求',
      errors: expect.arrayContaining([
        { field: 'extra', detail: '不认识这个字段' },
        { field: 'text', detail: '须为文字' },
        { field: 'author.name', detail: '不能为空' },
        { field: 'author.age', detail: '须为整数' },
        { field: 'copies[1].x', detail: '不认识这个字段' },
        { field: 'copies[1].name', detail: '不能为空' },
      ]) as unknown,
    });
  });

  it.each([
    ['null', null, '缺少'],
    ['a list', [], ''],
    ['a text', '"x"', ''],
    ['a number', 5, ''],
    ['nothing', {}, '缺少'],
  ])('takes %s for a bad body', async (_, body, detail) => {
    const problem = await problemIn(await post('/pads/a/notes', body));
    expect(problem).toMatchObject({
      status: 400,
      code: expect.stringMatching(/^(?:invalid-request|malformed-body)$/),
    });
    expect(JSON.stringify(problem)).toContain(detail);
  });

  it.each([
    ['broken JSON', '{"text":', 'malformed-body', 400],
    ['an empty body', '', 'malformed-body', 400],
    ['a poisoned prototype', '{"__proto__":{"admin":true},"text":"x"}', 'malformed-body', 400],
    ['a null character', '{"text":"a\\u0000b"}', 'malformed-body', 400],
    ['a lone surrogate', '{"text":"\\ud800"}', 'malformed-body', 400],
    [
      'a depth that overflows',
      `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'malformed-body',
      400,
    ],
    ['a body beyond 1 MiB', JSON.stringify({ text: 'x'.repeat(1024 * 1024) }), 'body-too-large', 413],
  ])('refuses %s', async (_, text, code, status) => {
    expect(await problemIn(await post('/pads/a/notes', text))).toMatchObject({ status, code });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])(
    'does not take %s',
    async (type) => {
      expect(await problemIn(await post('/pads/a/notes', 'text=x', { 'content-type': type }))).toMatchObject({
        status: 415,
        code: 'unsupported-media-type',
      });
    },
  );

  it.each([
    ['no key', undefined],
    ['an empty key', ''],
    ['a key with a space', 'a b'],
    ['a key of 129 characters', 'k'.repeat(129)],
  ])('wants an idempotency key and does not take %s', async (_, key) => {
    const headers: Record<string, string> = { ...judge, 'content-type': 'application/json' };
    if (key !== undefined) headers['idempotency-key'] = key;
    const answer = await api.call('/api/v1/pads/a/notes', { method: 'POST', headers, body: '{"text":"x"}' });
    expect(await problemIn(answer)).toMatchObject({
      status: 400,
      code: 'idempotency-key-required',
      field: 'Idempotency-Key',
    });
  });

  it.each(['5', 'W/"5"', '*', '"x"', '""'])('does not take the If-Match %s', async (etag) => {
    expect(await problemIn(await post('/pads/a/notes', { text: 'x' }, { 'if-match': etag }))).toMatchObject({
      status: 400,
      code: 'invalid-if-match',
    });
  });

  it('gives a refusal the status of its kind, its articles and its field', async () => {
    for (const text of ['一', '二', '三'])
      expect((await post('/pads/full/notes', { text })).status).toBe(201);
    expect(await problemIn(await post('/pads/full/notes', { text: '四' }))).toMatchObject({
      status: 422,
      code: 'pad-full',
      detail: '便笺已满',
      field: 'text',
      law: [{ statute: '测试法', version: '2026年', article: '第三条' }],
    });
    await post('/pads/two/notes', { text: '一' });
    expect(await problemIn(await post('/pads/two/notes', { text: '一' }))).toMatchObject({
      status: 409,
      code: 'already-written',
    });
    expect(await problemIn(await get('/api/v1/pads/none'))).toMatchObject({
      status: 404,
      code: 'pad-not-found',
    });
  });

  it('refuses an edit of what has moved on, and takes one of what was seen', async () => {
    const first = await post('/pads/etag/notes', { text: '一' });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toBe('"0"');
    expect((await get('/api/v1/pads/etag')).headers.get('etag')).toBe(etag);
    expect((await post('/pads/etag/notes', { text: '二' }, { 'if-match': etag })).status).toBe(201);
    expect(
      await problemIn(await post('/pads/etag/notes', { text: '三' }, { 'if-match': etag })),
    ).toMatchObject({
      status: 412,
      code: 'stale-revision',
      field: 'If-Match',
    });
  });

  it('answers a repeated command from its first events, and refuses its key for another', async () => {
    const headers = { 'idempotency-key': 'once' };
    const first = await post('/pads/again/notes', { text: '一' }, headers);
    const second = await post('/pads/again/notes', { text: '一' }, headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    const { replayed: fresh, ...receipt } = (await first.json()) as Record<string, unknown>;
    expect(fresh).toBe(false);
    expect(await second.json()).toEqual({ ...receipt, replayed: true });
    expect(second.headers.get('liuhen-position')).toBe(first.headers.get('liuhen-position'));
    expect(await problemIn(await post('/pads/again/notes', { text: '二' }, headers))).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
  });

  it.each([
    ['/nowhere', 404, 'unknown-route'],
    ['/api/v1/nowhere', 404, 'unknown-route'],
    ['/api/v1/pads/', 404, 'unknown-route'],
    ['/api/v1/pads/%', 400, 'malformed-path'],
    ['/api/v1/pads/%ff', 400, 'malformed-path'],
    ['/api/v1/pads/%00', 400, 'malformed-path'],
    ['/api/v1/pads?cursor=%00', 400, 'malformed-path'],
    [`/api/v1/pads/${'x'.repeat(600)}`, 414, 'path-too-long'],
    ['/api/v1/pads?limit=0', 400, 'invalid-request'],
    ['/api/v1/pads?limit=201', 400, 'invalid-request'],
    ['/api/v1/pads?limit=0x10', 400, 'invalid-request'],
    ['/api/v1/pads?limit=', 400, 'invalid-request'],
    ['/api/v1/pads?limit=1&limit=2', 400, 'invalid-request'],
    ['/api/v1/pads?page=2', 400, 'invalid-request'],
    ['/api/v1/pads?cursor=WyJ4Il0', 400, 'invalid-cursor'],
    ['/api/v1/events?after=reading:1', 400, 'invalid-position'],
    ['/api/v1/events?after=7', 400, 'invalid-position'],
    ['/api/v1/events?types=a%20b', 400, 'invalid-request'],
    ['/api/docs/package.json', 404, 'unknown-route'],
    ['/api/docs/..%2f..%2fpackage.json', 404, 'unknown-route'],
  ])('answers GET %s with %i %s', async (path, status, code) => {
    expect(await problemIn(await get(path))).toMatchObject({ status, code });
  });

  it('pages by cursor', async () => {
    const pages: unknown[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await (await get(`/api/v1/pads?limit=2${next && `&cursor=${next}`}`)).json();
      ({ next } = page as { next: string | null });
      pages.push((page as { items: { n: number }[] }).items.map(({ n }) => n));
    }
    expect(pages).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('says which methods an address has', async () => {
    const answer = await api.call('/api/v1/pads/a/notes', { method: 'DELETE', headers: judge });
    expect(await problemIn(answer)).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('tells nothing of a fault but an id', async () => {
    const answer = await post('/pads/faults', '{}');
    const text = await answer.clone().text();
    expect(await problemIn(answer)).toMatchObject({ status: 500, code: 'internal' });
    expect(text).not.toMatch(/hunter2|secret|Error|\.ts/);
  });

  it('repeats the correlation that it was given, and makes one where it was given none or a bad one', async () => {
    const given = await get('/api/v1/pads', { 'correlation-id': 'talk-1' });
    expect(given.headers.get('correlation-id')).toBe('talk-1');
    const bad = await get('/api/v1/pads', { 'correlation-id': 'a b' });
    expect(bad.headers.get('correlation-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    const written = await post('/pads/talk/notes', { text: '一' }, { 'correlation-id': 'talk-2' });
    expect(written.status).toBe(201);
    const { items } = (await (await get('/api/v1/events?types=NoteWritten&limit=200')).json()) as {
      items: { subject: string; data: { header: { correlation: string } } }[];
    };
    expect(items.find(({ subject }) => subject === 'pad-talk')?.data.header.correlation).toBe('talk-2');
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['a header without end', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'a body of two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx',
      400,
    ],
  ])('answers %s', async (_, bytes, status) => {
    const socket = connect(Number(new URL(api.server.url).port), '127.0.0.1');
    socket.end(bytes);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(socket, 'close');
    const text = Buffer.concat(chunks).toString();
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
    expect(text).toContain('application/problem+json');
  });
});
