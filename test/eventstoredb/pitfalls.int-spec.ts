import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  jsonEvent,
  type AppendToStreamOptions,
  type ReadStreamOptions,
} from '@eventstore/db-client';
import { OutcomeUnknown, StoreUnavailable, WrongRevision } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { given, idsOf } from '../../libs/event-store/src/testing/contract/store-under-test';
import { openStores, type OpenedStores } from './open-store';
import { FakeEventStoreDb } from './server';

/**
 * Defects of the client (6.2.1, and issue #523 of KurrentDB-Client-NodeJS) as they meet whoever uses it as its manual
 * says, each followed by the adapter in the same situation. A first half that fails says that a release has mended
 * the defect, and that the precaution may go.
 */

const event = () => jsonEvent({ type: 'SomethingHappened', data: {} });
const credentials = { username: 'nobody', password: 'none' };
const later = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms));

/** Long enough for whatever would ever come; the deadlines below are shorter by far. */
const WAIT_MS = 700;
const DEADLINE_MS = 200;

const outcome = (promise: Promise<unknown>): Promise<string> =>
  Promise.race([
    promise.then(
      () => 'answered',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
    later(WAIT_MS, 'never answered'),
  ]);

const servers: FakeEventStoreDb[] = [];
const clients: EventStoreDBClient[] = [];
const opened: OpenedStores[] = [];

const newServer = async (
  ...options: Parameters<typeof FakeEventStoreDb.start>
): Promise<FakeEventStoreDb> => {
  const server = await FakeEventStoreDb.start(...options);
  servers.push(server);
  return server;
};

async function naive(
  server: FakeEventStoreDb,
  options: AppendToStreamOptions = {},
): Promise<EventStoreDBClient> {
  const client = EventStoreDBClient.connectionString(server.url);
  clients.push(client);
  await client.appendToStream('warm-up', event(), options);
  return client;
}

async function adapter(server: FakeEventStoreDb, url = server.url): Promise<OpenedStores> {
  const stores = await openStores(url, { limits: { silenceMs: DEADLINE_MS } });
  opened.push(stores);
  return stores;
}

afterEach(async () => {
  for (const server of servers) server.faults.clear();
  await Promise.all(opened.splice(0).map(({ close }) => close()));
  for (const server of servers.splice(0)) server.stop();
  clients.length = 0;
});

async function numberOfEvents(
  client: EventStoreDBClient,
  stream: string,
  options: ReadStreamOptions = {},
): Promise<number> {
  let count = 0;
  for await (const { event: read } of client.readStream(stream, options)) if (read) count++;
  return count;
}

/** Runs a scenario that ends its process. */
const naiveProcess = (scenario: string): Promise<{ readonly code: number; readonly stderr: string }> =>
  new Promise((resolve) => {
    const program = join(__dirname, 'naive-client.cjs');
    execFile(process.execPath, [program, scenario], (error, _stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stderr }),
    );
  });

describe('an append to a healthy server', () => {
  it('is rejected when another server dies, if sent the usual way', async () => {
    const [healthy, dying] = [await newServer(), await newServer()];
    const [client, other] = [await naive(healthy), await naive(dying)];
    healthy.faults.failAppends('silent');
    dying.faults.failAppends('silent');
    const pending = [client.appendToStream('a', event()), other.appendToStream('b', event())].map(outcome);
    await Promise.all([healthy.faults.allTaken(), dying.faults.allTaken()]);
    dying.stop();
    expect(await pending[0]).toMatch(/CANCELLED|UNAVAILABLE/);
  });

  it('ends the process when its answer comes after that', async () => {
    const { code, stderr } = await naiveProcess('late answer');
    expect(stderr).toContain('TypeError: undefined is not iterable');
    expect(code).not.toBe(0);
  });

  it('is answered as ever by the adapter, however late', async () => {
    const [healthy, dying] = [await newServer(), await newServer()];
    const [{ store }, other] = [await adapter(healthy), await adapter(dying)];
    const { events } = await given(store, 'case-a', 1);
    healthy.faults.failAppends('late');
    dying.faults.failAppends('silent');
    const lost = other.store.append(requestFor(sealedChain(1, { stream: 'case-b' })), {
      deadlineMs: WAIT_MS,
    });
    const pending = given(store, 'case-a', 1, { after: events[0] });
    await Promise.all([healthy.faults.allTaken(), dying.faults.allTaken()]);
    dying.stop();
    await expect(lost).rejects.toThrow(OutcomeUnknown);
    await expect(pending).resolves.toBeDefined();
    expect(await store.readStream('case-a')).toHaveLength(2);
  });
});

describe('an append to a silent server', () => {
  it('is never answered if sent the usual way, whatever its deadline', async () => {
    const server = await newServer();
    const client = await naive(server);
    server.faults.failAppends('silent');
    expect(await outcome(client.appendToStream('a', event(), { deadline: DEADLINE_MS }))).toBe(
      'never answered',
    );
  });

  it('is given up at its deadline with credentials of its own', async () => {
    const server = await newServer();
    const client = await naive(server);
    server.faults.failAppends('silent');
    const append = client.appendToStream('a', event(), { deadline: DEADLINE_MS, credentials });
    await expect(append).rejects.toMatchObject({ type: 'deadline-exceeded' });
  });

  it('is given up by the adapter at its deadline, and is not said to have failed', async () => {
    const server = await newServer();
    const { store } = await adapter(server);
    const [request] = [requestFor(sealedChain(1))];
    server.faults.failAppends('silent', 'silent', 'silent');
    await expect(store.append(request, { deadlineMs: DEADLINE_MS })).rejects.toThrow(OutcomeUnknown);
    server.faults.clear();
    await expect(store.append(request)).resolves.toMatchObject({ replayed: false });
  });
});

describe('a server that ends the stream of appends', () => {
  it('leaves that one and every later one without an answer, if sent the usual way', async () => {
    const server = await newServer();
    const client = await naive(server);
    server.faults.failAppends('end-ok');
    expect(await outcome(client.appendToStream('a', event()))).toBe('never answered');
    expect(await outcome(client.appendToStream('a', event()))).toBe('never answered');
  });

  it('delays the adapter only', async () => {
    const server = await newServer();
    const { store } = await adapter(server);
    server.faults.failAppends('end-ok');
    await expect(given(store, 'case-a', 1)).resolves.toMatchObject({ result: { replayed: false } });
    await expect(given(store, 'case-b', 1)).resolves.toBeDefined();
  });
});

describe('an append begun as another call fails', () => {
  it('ends the process, with credentials too: it is sent over the channel just closed', async () => {
    const { code, stderr } = await naiveProcess('closed channel');
    expect(stderr).toContain('Channel has been shut down');
    expect(code).not.toBe(0);
  });

  it('goes over the next channel when the adapter begins it', async () => {
    const server = await newServer();
    const { store } = await adapter(server);
    const { calls } = store as unknown as { calls: { client: EventStoreDBClient } };
    const subscription = calls.client.subscribeToAll();
    await new Promise((resolve) => subscription.once('confirmation', () => resolve(undefined)));
    subscription.resume();
    const { events } = await given(store, 'case-a', 1);
    const appended = new Promise((resolve) => {
      subscription.once('error', () => resolve(given(store, 'case-a', 1, { after: events[0] })));
    });
    await server.dropConnections();
    await expect(appended).resolves.toMatchObject({ result: { replayed: false } });
  });
});

describe('a refused append that the client was told not to throw', () => {
  it('says that the stream is at revision 1, wherever it is', async () => {
    const server = await newServer();
    const client = EventStoreDBClient.connectionString(`${server.url}&throwOnAppendFailure=false`);
    await client.appendToStream('a', [event(), event(), event(), event()]);
    const refused = await client.appendToStream('a', event(), { expectedRevision: 0n });
    expect(refused).toMatchObject({ success: false, nextExpectedRevision: 1n });
  });

  it('is refused by the adapter with the true revision', async () => {
    const server = await newServer();
    const { store } = await adapter(server, `${server.url}&throwOnAppendFailure=false`);
    const { events } = await given(store, 'case-a', 1);
    await given(store, 'case-a', 3, { after: events[0] });
    const late = given(store, 'case-a', 1, { after: events[0], seed: 'late' });
    await expect(late).rejects.toMatchObject({ name: 'WrongRevision', actual: 3 });
  });
});

describe('events sent again with the same ids and other content', () => {
  it('are acknowledged by the server, and not stored', async () => {
    const client = await naive(await newServer());
    const [id, type] = ['019a0000-0000-7000-8000-000000000001', 'SomethingHappened'];
    const send = (text: string) =>
      client.appendToStream('a', jsonEvent({ id, type, data: { text } }), {
        expectedRevision: 'no_stream',
        credentials,
      });
    await send('甲');
    await expect(send('乙')).resolves.toMatchObject({ success: true });
  });

  it('are refused by the adapter, also when it learns of them only by reading back', async () => {
    const server = await newServer();
    const { store, another } = await adapter(server);
    const { events } = await given(store, 'case-a', 1);
    const other = await another();
    await other.readStream('case-a');
    const next = await given(store, 'case-a', 1, { after: events[0] });
    const header = { id: next.events[0]?.header.id ?? '' };
    const forged = given(other, 'case-a', 1, { after: events[0], data: { text: '乙' }, header });
    await expect(forged).rejects.toThrow(WrongRevision);
  });
});

describe('the place that the server answers to an append of several events', () => {
  it('is not where readers find the last of them', async () => {
    const client = await naive(await newServer());
    const { position } = await client.appendToStream('a', [event(), event(), event()], { credentials });
    for await (const { event: last } of client.readAll({
      direction: BACKWARDS,
      fromPosition: END,
      maxCount: 1,
    }))
      expect(last?.position).not.toEqual(position);
  });

  it('is where they find it, as the adapter says', async () => {
    const { store } = await adapter(await newServer());
    const { result } = await given(store, 'case-a', 3);
    expect(result.position).toBe((await store.readPage({ limit: 10 })).events.at(-1)?.position);
  });
});

describe('a read that a server does not answer', () => {
  it('waits for ever, whatever its deadline', async () => {
    const server = await newServer();
    const client = await naive(server);
    server.faults.silentReads = true;
    const reading = numberOfEvents(client, 'warm-up', { deadline: DEADLINE_MS });
    expect(await outcome(reading)).toBe('never answered');
  });

  it('is given up by the adapter', async () => {
    const server = await newServer();
    const { store } = await adapter(server);
    server.faults.silentReads = true;
    await expect(store.readStream('case-a')).rejects.toThrow(StoreUnavailable);
    await expect(store.readPage({ limit: 1 })).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
  });
});

describe('a read that is broken off', () => {
  it('keeps the client from being disposed of', async () => {
    const client = await naive(await newServer());
    await client.appendToStream('a', [event(), event(), event()], { credentials });
    const broken = client.readStream('a')[Symbol.asyncIterator]();
    await broken.next();
    await broken.return?.();
    expect(await numberOfEvents(client, 'a')).toBe(3);
    expect(await outcome(client.dispose())).toBe('never answered');
  });

  it('keeps the adapter from nothing', async () => {
    const { store } = await adapter(await newServer());
    const { events } = await given(store, 'case-a', 3);
    const { events: first } = await store.readPage({ limit: 1 });
    expect(idsOf(first)).toEqual(idsOf(events.slice(0, 1)));
    expect(await store.readStream('case-a')).toHaveLength(3);
    expect(await outcome(store.close())).toBe('answered');
  });
});

describe('an event that is delivered twice', () => {
  it('is given twice', async () => {
    const server = await newServer();
    const client = await naive(server);
    server.faults.duplicates = true;
    const revisions: bigint[] = [];
    for await (const { event: read } of client.readStream('warm-up')) revisions.push(read?.revision ?? -1n);
    expect(revisions).toEqual([0n, 0n]);
  });

  it('is given once by the adapter', async () => {
    const server = await newServer();
    const { store } = await adapter(server);
    const { events } = await given(store, 'case-a', 3);
    server.faults.duplicates = true;
    expect(idsOf(await store.readStream('case-a'))).toEqual(idsOf(events));
    expect(idsOf((await store.readPage({ limit: 10 })).events)).toEqual(idsOf(events));
  });
});

describe('a checkpoint that cannot be written down', () => {
  it('ends the process', async () => {
    const { code, stderr } = await naiveProcess('throwing checkpoint');
    expect(stderr).toContain('the database is away');
    expect(code).not.toBe(0);
  });

  it('fails who was to write it down, and nobody else, with the adapter', async () => {
    const { store } = await adapter(await newServer());
    await given(store, 'case-a', 1);
    const writing = async (): Promise<void> => {
      const { signal } = new AbortController();
      for await (const { kind } of store.subscribe({ types: ['Never'], signal }))
        if (kind === 'checkpoint') throw new Error('the database is away');
    };
    await expect(writing()).rejects.toThrow('the database is away');
    await expect(given(store, 'case-b', 1)).resolves.toBeDefined();
  });
});

describe('a subscription that the server ends', () => {
  it('looks as if there were nothing more', async () => {
    const server = await newServer();
    const client = await naive(server);
    const subscription = client.subscribeToAll({ fromPosition: END });
    subscription.once('confirmation', () => server.endSubscriptions());
    const seen: unknown[] = [];
    for await (const { event: read } of subscription) seen.push(read);
    await client.appendToStream('a', event());
    expect(seen).toEqual([]);
  });

  it('goes on with the adapter', async () => {
    const server = await newServer();
    const { store, another } = await adapter(server);
    const other = await another();
    const { signal } = new AbortController();
    let appended: readonly string[] = [];
    for await (const item of store.subscribe({ signal })) {
      if (item.kind === 'event') {
        expect([item.event.header.id]).toEqual(appended);
        break;
      }
      await server.reaches(1);
      server.endSubscriptions();
      appended = idsOf((await given(other, 'case-a', 1)).events);
    }
    expect(appended).toHaveLength(1);
  });
});

describe('a server that is not there', () => {
  it('is told by the client as an error of no kind', async () => {
    const client = EventStoreDBClient.connectionString('esdb://127.0.0.1:1?tls=false');
    const error: unknown = await client.appendToStream('a', event()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 14 });
    expect(error).not.toHaveProperty('type');
  });

  it('is told by the adapter as every engine tells it', async () => {
    const server = await newServer();
    const { store } = await adapter(server);
    server.stop();
    const append = store.append(requestFor(sealedChain(1)), { deadlineMs: DEADLINE_MS });
    await expect(append).rejects.toThrow(StoreUnavailable);
  });
});
