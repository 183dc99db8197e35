import fastifyOf, { type FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { limitBodyTime } from './body-time';

describe('the time for a body', () => {
  let fastify: FastifyInstance;
  let answered: string[];

  beforeEach(async () => {
    answered = [];
    fastify = fastifyOf();
    limitBodyTime(fastify, 50, ({ code = '' }, socket) => {
      answered.push(code);
      socket.end('HTTP/1.1 408 too slow\r\n\r\n');
    });
    fastify.addContentTypeParser('*', (_request, _body, done) => done(null));
    fastify.post('/whole', async () => 'whole');
    fastify.post('/streamed', { config: { streamsBody: true } }, async ({ raw }) => {
      await once(raw.resume(), 'end');
      return 'streamed';
    });
    await fastify.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(() => fastify.close());

  const opened = async (path: string, type: string): Promise<Socket> => {
    const socket = connect((fastify.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 4\r\n\r\n"a`);
    await once(socket, 'connect');
    return socket;
  };
  const answerOn = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0]);

  it('ends what does not come whole', async () => {
    const socket = await opened('/whole', 'application/json');
    expect(await answerOn(socket)).toContain('408');
    expect(answered).toEqual(['ERR_HTTP_REQUEST_TIMEOUT']);
    socket.destroy();
  });

  it('does not end what has come, however long the connection stays open', async () => {
    const socket = await opened('/whole', 'application/json');
    socket.write('b"');
    expect(await answerOn(socket)).toContain('whole');
    const slow = await opened('/whole', 'application/json');
    expect(await answerOn(slow)).toContain('408');
    expect([socket.destroyed, answered.length]).toEqual([false, 1]);
    for (const one of [socket, slow]) one.destroy();
  });

  it('is not limited where the route reads the body as it comes', async () => {
    const streamed = await opened('/streamed', 'application/pdf');
    const slow = await opened('/whole', 'application/json');
    expect(await answerOn(slow)).toContain('408');
    streamed.write('b"');
    expect(await answerOn(streamed)).toContain('streamed');
    expect(answered).toHaveLength(1);
    for (const one of [streamed, slow]) one.destroy();
  });
});
