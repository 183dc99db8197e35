// What the client does when it is used as its manual says: defects that end a process, each in a process of its own.
// node naive-client.cjs <scenario>; what happened is the last line of output, or the death of the process.
require('../support/typescript.cjs');
const { EventStoreDBClient, jsonEvent, START, streamNameFilter } = require('@eventstore/db-client');
const { FakeEventStoreDb } = require('./server');

const event = () => jsonEvent({ type: 'SomethingHappened', data: {} });
const credentials = { username: 'nobody', password: 'none' };
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const outcome = (promise) =>
  Promise.race([
    promise.then(
      () => 'answered',
      (error) => `rejected: ${error.message}`,
    ),
    later(1_500).then(() => 'never answered'),
  ]);
const connected = async (fake, options) => {
  const client = EventStoreDBClient.connectionString(fake.url);
  await client.appendToStream('warm-up', event(), options);
  return client;
};

const scenarios = {
  /** One server dies while an append to another, healthy one is on its way; that one answers all the same. */
  async 'late answer'() {
    const [healthy, dying] = [await FakeEventStoreDb.start(), await FakeEventStoreDb.start()];
    const [client, other] = [await connected(healthy), await connected(dying)];
    healthy.faults.failAppends('late');
    dying.faults.failAppends('silent');
    const appends = [client.appendToStream('a', event()), other.appendToStream('b', event())].map(outcome);
    await Promise.all([healthy.faults.allTaken(), dying.faults.allTaken()]);
    dying.stop();
    console.log(await appends[0]);
    await later(500);
  },

  /** An append begun in the turn in which another call fails. */
  async 'closed channel'() {
    const fake = await FakeEventStoreDb.start();
    const client = await connected(fake, { credentials });
    const subscription = client.subscribeToAll();
    await new Promise((resolve) => subscription.once('confirmation', resolve));
    subscription.resume();
    const append = new Promise((resolve) => {
      subscription.once('error', () =>
        resolve(outcome(client.appendToStream('a', event(), { credentials }))),
      );
    });
    await fake.dropConnections();
    console.log(await append);
  },

  /** A checkpoint that cannot be written down. */
  async 'throwing checkpoint'() {
    const fake = await FakeEventStoreDb.start();
    const client = await connected(fake);
    const filter = streamNameFilter({
      prefixes: ['warm-up'],
      maxSearchWindow: 1,
      checkpointReached: () => Promise.reject(new Error('the database is away')),
    });
    for await (const { event } of client.subscribeToAll({ fromPosition: START, filter }))
      console.log(event.streamId);
  },
};

void scenarios[process.argv[2]]().then(() => process.exit(0));
