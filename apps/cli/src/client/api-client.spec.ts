import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient } from './api-client';
import { exitOf } from './api-problem';

const receipt = { stream: 'case-x', position: 'p1', events: [{}], replayed: false };

describe('the client of the interface', () => {
  let server: Server;
  let answers: ((request: IncomingMessage, response: ServerResponse) => void)[];
  let asked: IncomingMessage[];
  let api: ApiClient;

  beforeEach(async () => {
    [answers, asked] = [[], []];
    server = createServer((request, response) => {
      asked.push(request);
      request.resume().on('end', () => answers.shift()?.(request, response));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    api = new ApiClient({ url: `http://127.0.0.1:${String(port)}`, token: () => Promise.resolve('t') });
  });
  afterEach(() => new Promise((closed) => server.close(closed).closeAllConnections()));

  const json = (status: number, body: object, headers = {}) => {
    answers.push((_, response) => response.writeHead(status, headers).end(JSON.stringify(body)));
  };

  it('sends token, key and position where they belong', async () => {
    json(201, receipt);
    json(200, { items: [] });
    expect(await api.post('/cases', 'k', {})).toEqual(receipt);
    await api.get('/cases', { limit: '1', court: undefined }, 'p1');
    expect(asked.map(({ method, url }) => `${String(method)} ${String(url)}`)).toEqual([
      'POST /api/v1/cases',
      'GET /api/v1/cases?limit=1',
    ]);
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer t', 'idempotency-key': 'k' });
    expect(asked[1]?.headers).toMatchObject({ 'liuhen-position': 'p1' });
  });

  it('gives a file as it is', async () => {
    const file = Buffer.from([0xef, 0xbb, 0xbf, 0x00, 0xff]);
    answers.push((_, response) => response.writeHead(200).end(file));
    expect(Buffer.from(await api.download('/matters/register', { year: '2026' }))).toEqual(file);
    expect(asked[0]?.url).toBe('/api/v1/matters/register?year=2026');
  });

  it('asks again with the same key after the time that the server names', async () => {
    json(503, { code: 'overloaded' }, { 'Retry-After': '0' });
    json(503, { code: 'outcome-unknown' }, { 'Retry-After': '0' });
    json(429, { code: 'too-many-requests' }, { 'Retry-After': '0' });
    json(201, receipt);
    expect(await api.post('/cases', 'k', {})).toEqual(receipt);
    expect(asked.map(({ headers }) => headers['idempotency-key'])).toEqual(['k', 'k', 'k', 'k']);
  });

  it('does not wait where waiting is in vain', async () => {
    json(503, { code: 'read-model-stopped', detail: '已停' }, { 'Retry-After': '60' });
    await expect(api.get('/cases')).rejects.toMatchObject({ message: '已停', retryAfter: 60 });
    json(503, { code: 'overloaded', detail: '忙' }, { 'Retry-After': '3600' });
    await expect(api.get('/cases')).rejects.toMatchObject({ message: '忙' });
  });

  it('says what the server said of a refusal, with article and fields', async () => {
    const law = [{ statute: '法', version: '2023年修正', article: '第一条' }];
    const errors = [{ field: 'parts', detail: '至少一项' }];
    json(422, { code: 'a-rule', detail: '不得', law, errors });
    await expect(api.post('/cases', 'k', {})).rejects.toMatchObject({
      status: 422,
      code: 'a-rule',
      law,
      message: '不得；parts 至少一项',
    });
  });

  it('has a message also where the answer is no problem document', async () => {
    answers.push((_, response) => response.writeHead(502).end('<html>'));
    await expect(api.get('/cases')).rejects.toMatchObject({ message: '服务答复 502', code: '' });
  });

  it('does not take any answer for an acknowledgement', async () => {
    json(201, { welcome: 'nginx' });
    await expect(api.post('/cases', 'k', {})).rejects.toMatchObject({ exit: 'fault' });
  });

  it('tells an address at which nobody answers', async () => {
    const nowhere = new ApiClient({ url: 'http://127.0.0.1:1', token: () => Promise.resolve('t') });
    await expect(nowhere.get('/cases')).rejects.toMatchObject({ exit: 'unreachable' });
  });

  it('tells a connection that broke before the answer', async () => {
    answers.push((request) => request.socket.destroy());
    await expect(api.post('/cases', 'k', {})).rejects.toMatchObject({ exit: 'unreachable' });
  });

  it.each([
    [400, 'invalid-case-number', 'usage'],
    [401, 'unauthenticated', 'refused'],
    [403, 'forbidden', 'refused'],
    [404, 'case-not-found', 'notFound'],
    [404, 'unknown-route', 'refused'],
    [422, 'a-rule', 'refused'],
    [500, 'internal', 'fault'],
    [503, 'overloaded', 'unreachable'],
  ])('ends a command on %d %s as %s', async (status, code, exit) => {
    json(status, { code }, { 'Retry-After': '3600' });
    const problem = await api.get('/cases').catch((error: unknown) => error);
    expect(exitOf(problem as Parameters<typeof exitOf>[0])).toBe(exit);
  });
});
