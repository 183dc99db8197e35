import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { Client } from 'pg';
import { Backends } from '../backends';
import { Follower } from '../follower';
import { LogUnderTest } from './log-under-test';
import { insertion, NaiveReader } from './naive-log';

const database = new LogUnderTest();
const backends = new Backends(database);
beforeAll(() => database.create());
afterAll(() => database.drop());

/** Reads when it is told to, and only then: commanded/eventstore#309, neohaskell/NeoHaskell#682. */
class NaiveListener {
  private reading: Promise<unknown> = Promise.resolve();
  private readonly client = new Client(database.urls.appUrl);

  constructor(private readonly reader: NaiveReader) {
    this.client.on('error', () => undefined);
    this.client.on('notification', () => {
      this.reading = this.reading.then(() => this.reader.read());
    });
  }

  async start(): Promise<void> {
    await this.client.connect();
    await this.client.query('listen naive_events');
  }

  async beTerminated(): Promise<void> {
    const { rows } = await this.client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const ended = new Promise((resolve) => this.client.once('end', resolve));
    await database.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
  }

  /** What was announced until now came before the answer to this. */
  async hasRead(): Promise<readonly string[]> {
    await this.client.query('select');
    await this.reading;
    return this.reader.seen;
  }

  end(): Promise<void> {
    return this.client.end();
  }
}

async function insertAndAnnounce(label: string): Promise<void> {
  await database.query(insertion(label));
  await database.query(`select pg_notify('naive_events', '')`);
}

/** As many as said at once, of which a superuser's do not count; −1 is without limit. */
async function allowConnections(count: number): Promise<void> {
  const name = new URL(database.urls.appUrl).pathname.slice(1);
  await database.query(`alter database ${name} connection limit ${String(count)}`);
}

describe('what is announced while nobody listens', () => {
  it('is not seen by a listener that only listens again, until something else is announced', async () => {
    const reader = new NaiveReader(database.operatorClient, 'sequence');
    const listener = new NaiveListener(reader);
    await listener.start();
    await insertAndAnnounce('heard');
    expect(await listener.hasRead()).toEqual(['heard']);

    await listener.beTerminated();
    await insertAndAnnounce('unheard');
    const again = new NaiveListener(reader);
    await again.start();
    expect(await again.hasRead()).toEqual(['heard']);

    await insertAndAnnounce('later');
    expect(await again.hasRead()).toEqual(['heard', 'unheard', 'later']);
    await again.end();
  });

  it('is seen by a subscription, even while it cannot listen again', async () => {
    const { store, another, close } = await database.open();
    const writer = await another();
    const append = (stream: string) => writer.append(requestFor(sealedChain(1, { stream })));
    const follower = new Follower(store);
    // From here on all have the connections that they need.
    await Promise.all([append('case-heard'), writer.head()]);
    await follower.until(1);
    await allowConnections(0);
    await backends.terminate(await backends.until('listen', 1));
    await backends.until('listen', 0);

    const unheard = await append('case-unheard');
    expect(await follower.until(2)).toMatchObject([{}, { position: unheard.position }]);
    expect(await backends.until('listen', 0)).toEqual([]);

    await allowConnections(-1);
    await backends.until('listen', 1);
    const heard = await append('case-heard-again');
    expect(await follower.until(3)).toMatchObject([{}, {}, { position: heard.position }]);
    await close();
  });
});
