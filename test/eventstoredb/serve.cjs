// The test server by itself: node test/eventstoredb/serve.cjs [port], until it is interrupted. Prints its address.
require('../support/typescript.cjs');
const { FakeEventStoreDb } = require('./server');

void FakeEventStoreDb.start({ port: Number(process.argv[2] ?? 0) }).then((fake) => {
  process.stdout.write(`EVENTSTOREDB_URL=${fake.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => fake.stop());
});
