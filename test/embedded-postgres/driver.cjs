// Run by the tests in a process of its own: starts the server and does as told, line by line.
const { startEmbeddedPostgres } = require(`${__dirname}/deploy/embedded-postgres`);

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const orders = {
  stop: (server) => server.stop().then(() => say({ stopped: true })),
  exit: () => process.exit(0),
  finish: () => process.stdin.destroy(),
  throw: () => {
    throw new Error('uncaught, as told');
  },
};

startEmbeddedPostgres({ ...JSON.parse(process.argv[2]), log: (line) => say({ log: line }) }).then(
  (server) => {
    const { port, pid, dataDir, ownerUrl } = server;
    say({
      started: { port, pid, dataDir, ownerUrl, operatorUrl: server.url('postgres', 'postgres') },
    });
    void server.crashed.then(({ code, message }) => say({ crashed: { code, message } }));
    process.stdin.setEncoding('utf8').on('data', (order) => orders[order.trim()](server));
  },
  ({ code, message }) => {
    say({ failed: { code, message } });
    process.exitCode = 1;
  },
);
