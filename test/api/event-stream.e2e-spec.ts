import { setTimeout as delay } from 'node:timers/promises';
import { PadModule } from './support/notes';
import { readStream, type Message } from './support/server-sent-events';
import { problemIn, startApi, type RunningApi } from './support/running-api';

/** Ends of streams, not tests, wait so long at most. */
const LONG_ENOUGH_MS = 30_000;

describe('the event feed and stream', () => {
  let api: RunningApi;
  let judge: Record<string, string>;
  let written = 0;

  beforeAll(async () => {
    api = await startApi({ slices: [PadModule], worker: false });
    judge = await api.as('zhang-ming');
  });
  afterAll(() => api.close());

  const write = async (headers = judge): Promise<string> => {
    const n = ++written;
    const answer = await api.call(`/api/v1/pads/${String(n)}/notes`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': `stream-${String(n)}` },
      body: '{"text":"一"}',
    });
    expect(answer.status).toBe(201);
    return answer.headers.get('liuhen-position') ?? '';
  };

  const feed = async (query: string, headers = judge) =>
    (await (await api.call(`/api/v1/events?${query}`, { headers })).json()) as {
      items: { id: string; position: string; type: string }[];
      next: string | null;
      atHead: boolean;
    };

  const stream = (query: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> =>
    api.call(`/api/v1/events/stream?${query}`, { headers: { ...judge, ...headers }, signal });

  /** Messages until there are so many, then the connection is cut. */
  async function take(
    count: number,
    query: string,
    headers: Record<string, string> = {},
  ): Promise<Message[]> {
    const cut = new AbortController();
    const messages: Message[] = [];
    for await (const message of readStream(await stream(query, headers, cut.signal))) {
      if (message.data !== '') messages.push(message);
      if (messages.length === count) break;
    }
    cut.abort();
    return messages;
  }

  it('gives each event in the structured form of CloudEvents 1.0', async () => {
    const position = await write();
    const { items } = await feed('limit=200&types=NoteWritten');
    expect(items.at(-1)).toMatchObject({
      specversion: '1.0',
      source: 'test.invalid/business',
      type: 'NoteWritten',
      subject: `pad-${String(written)}`,
      datacontenttype: 'application/json',
      position,
      leafhash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      data: { header: { v: 1, type: 'NoteWritten' }, payload: { text: '一' } },
    });
  });

  it('pages from place to place until the head', async () => {
    for (let i = 0; i < 5; i++) await write();
    const seen: string[] = [];
    let next = '';
    for (let atHead = false; !atHead;) {
      const page = await feed(`limit=2${next && `&after=${next}`}`);
      seen.push(...page.items.map(({ position }) => position));
      next = page.next ?? '';
      ({ atHead } = page);
    }
    expect(seen).toEqual(Array.from({ length: written }, (_, index) => `business:${String(index + 1)}`));
    expect(await feed(`after=${next}`)).toEqual({ items: [], next, atHead: true });
  });

  it('shows a reader only what their court sees, and moves their place on all the same', async () => {
    const position = await write();
    const stranger = await api.as('qin-yue');
    expect(await feed('limit=200', stranger)).toEqual({ items: [], next: position, atHead: true });
    const above = await feed('limit=200', await api.as('zhou-min'));
    expect(above.items).toHaveLength(written);
  });

  it('resumes without loss and without repetition while others write', async () => {
    const start = await write();
    const [, first] = await Promise.all([
      Promise.all(Array.from({ length: 40 }, () => write())),
      take(10, `after=${start}`),
    ]);
    const rest = await take(30, '', { 'last-event-id': first.at(-1)?.id ?? '' });
    const ids = [...first, ...rest].map(({ id }) => id);
    const begin = Number(start.split(':')[1]);
    expect(ids).toEqual(Array.from({ length: 40 }, (_, index) => `business:${String(begin + index + 1)}`));
  });

  it('prefers Last-Event-ID to the address, as a browser that reconnects sends both', async () => {
    const [first, second] = [await write(), await write()];
    const [message] = await take(1, 'after=business:1', { 'last-event-id': first });
    expect(message?.id).toBe(second);
  });

  it('begins with what is yet to come where it is asked to', async () => {
    const cut = new AbortController();
    const messages = readStream(await stream('after=latest', {}, cut.signal));
    const position = await write();
    for await (const { id, data } of messages) {
      if (data === '') continue;
      expect(id).toBe(position);
      break;
    }
    cut.abort();
  });

  it('moves on the place of a reader who sees nothing', async () => {
    const cut = new AbortController();
    const headers = await api.as('qin-yue');
    const before = await write();
    for await (const { id, data } of readStream(await stream('', headers, cut.signal))) {
      expect(data).toBe('');
      if (id === before) break;
    }
    cut.abort();
  });

  it.each([
    ['a place of another log', 'after=reading:1', 'invalid-position'],
    ['a place that is none', 'after=x', 'invalid-position'],
    ['a type that is none', 'types=;', 'invalid-request'],
  ])('refuses %s as a problem, not as a stream', async (_, query, code) => {
    expect(await problemIn(await stream(query, {}, AbortSignal.timeout(LONG_ENOUGH_MS)))).toMatchObject({
      status: 400,
      code,
    });
  });

  it('answers HEAD and ends', async () => {
    const answer = await api.call('/api/v1/events/stream', { method: 'HEAD', headers: judge });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  });

  it('opens so many for one person and no more, and forgets those that went away', async () => {
    const person = await api.as('chen-lei');
    const cut = new AbortController();
    const open = () => stream('after=latest', person, cut.signal);
    for (let i = 0; i < 6; i++) expect((await open()).status).toBe(200);
    const refused = await open();
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await problemIn(refused)).toMatchObject({ status: 503, code: 'too-many-streams' });
    expect(await openStreams()).toBe(6);
    cut.abort();
    while ((await openStreams()) > 0) await delay(5);
    const again = new AbortController();
    expect((await stream('after=latest', person, again.signal)).status).toBe(200);
    again.abort();
  });

  const openStreams = async (): Promise<number> => {
    const text = await (await fetch(api.server.metricsUrl)).text();
    return Number(/^liuhen_event_streams (\d+)$/m.exec(text)?.[1]);
  };
});

describe('a stream', () => {
  it('ends when the server closes, and the server does not wait for it', async () => {
    const api = await startApi({ slices: [PadModule], worker: false });
    const headers = await api.as('zhang-ming');
    const answer = await api.call('/api/v1/events/stream', { headers });
    const reading = (async () => {
      const messages: Message[] = [];
      for await (const message of readStream(answer)) messages.push(message);
      return messages;
    })();
    const startedAt = performance.now();
    await api.close();
    await expect(reading).resolves.toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
