import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SubscriptionItem } from '@liuhen/event-store';
import { sealedChain } from '@liuhen/event-store/testing';
import type { Position, StoredEvent } from '@liuhen/kernel';
import { fastify, type FastifyInstance } from 'fastify';
import { sendEvents } from './send-events';

describe('the writing of an event stream', () => {
  let server: FastifyInstance;
  let taken = 0;
  const stop = new AbortController();

  async function* endless(): AsyncGenerator<SubscriptionItem> {
    const [sealed] = sealedChain(1, { data: { text: 'x'.repeat(10_000) } });
    if (!sealed) throw new Error('no event');
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const event: StoredEvent = { ...sealed, position: `test:${String(++taken)}` as Position };
      yield { kind: 'event', event };
    }
  }

  beforeAll(async () => {
    server = fastify();
    server.get('/', async (_request, reply) => {
      await sendEvents(reply, {
        items: endless(),
        seen: (event) => Promise.resolve(event),
        signal: stop.signal,
      });
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    stop.abort();
    server.server.closeAllConnections();
    await server.close();
  });

  it('takes no more from the log than the client takes from it', async () => {
    const { port } = server.server.address() as AddressInfo;
    const [response] = (await once(get({ port, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
    response.pause();
    const stalledAt = await standstill();
    expect(stalledAt).toBeGreaterThan(0);
    response.resume();
    while (taken <= stalledAt) await once(response, 'data');
    response.destroy();
  });

  /** The number taken when none has been for many turns of the loop: the buffers between the two are full. */
  async function standstill(): Promise<number> {
    for (let seen = -1; seen !== taken;) {
      seen = taken;
      for (let turn = 0; turn < 2_000; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    return taken;
  }
});
