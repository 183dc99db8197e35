// Run by the tests in a process of its own: writes to streams of its own and to shared ones, all at once, while it
// reads the whole log; then tells what was acknowledged when, and in which order it read.
const { name, dist, url, log, streams, notes, total } = JSON.parse(process.argv[2]);
const { execute, PostgresEventStore, WrongRevision } = require(`${dist}/libs/event-store/src`);
const { systemClock, systemEntropy } = require(`${dist}/libs/platform/src/runtime/system`);

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
/** The same for all processes of a machine, and never set. */
const now = () => Number(process.hrtime.bigint());

const diary = {
  events: { NoteWritten: { schema: 1 } },
  initial: 0,
  decide: ({ data }) => [{ type: 'NoteWritten', data }],
  evolve: (count) => count + 1,
};

const commandOf = (stream, number) => ({
  decider: diary,
  stream,
  caseNumber: null,
  command: { type: 'WriteNote', data: { number } },
  act: {
    actor: { person: name, post: 'judge', party: 'judge', delegation: null },
    court: '黔0102',
    occurredAt: null,
    source: 'live',
    basis: [],
    key: `${name}-${stream}-${number}`,
    body: null,
    correlation: name,
    cause: null,
    signature: null,
  },
  permit: () => undefined,
  facts: () => Promise.resolve(undefined),
});

let conflicts = 0;

/** Counts how often somebody else was first. */
const counting = (store) => ({
  identity: store.identity,
  readStream: (stream) => store.readStream(stream),
  append: (request) =>
    store.append(request).catch((error) => {
      if (error instanceof WrongRevision) conflicts++;
      throw error;
    }),
});

async function write(runtime, stream, number) {
  const sentAt = now();
  for (;;) {
    try {
      const { position } = await execute(runtime, commandOf(stream, number));
      return { position, sentAt, answeredAt: now() };
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
    }
  }
}

async function writeAll(runtime, stream) {
  const acknowledged = [];
  for (let number = 0; number < notes; number++) acknowledged.push(await write(runtime, stream, number));
  return acknowledged;
}

async function readAll(store) {
  const order = [];
  for await (const item of store.subscribe({ signal: new AbortController().signal })) {
    if (item.kind === 'event') order.push([item.event.position, item.event.header.id]);
    if (order.length === total) return order;
  }
}

async function main() {
  const store = await PostgresEventStore.open({ url, log });
  const reading = readAll(store);
  const runtime = { store: counting(store), clock: systemClock, entropy: systemEntropy };
  say({ ready: true });
  process.stdin.once('data', async () => {
    const acknowledged = (await Promise.all(streams.map((stream) => writeAll(runtime, stream)))).flat();
    say({ acknowledged, conflicts, order: await reading });
    await store.close();
    process.stdin.destroy();
  });
}

void main();
