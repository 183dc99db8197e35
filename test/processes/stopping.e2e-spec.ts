import { once } from 'node:events';
import { connect } from 'node:net';
import { HeldLock } from '../event-store/held-lock';
import type { AppProcess } from '../support/app-process';
import { Clerks } from './support/clerks';
import { until } from '../support/until';
import { duration, Installation, type Api } from './support/installation';

const CLERKS = 2;
/** From the word to what another worker has applied. */
const HAND_OVER_MS = 1_000;
const CLIENTS = 20;

/** One after the other. */
describe('a process that is told to stop', () => {
  let installation: Installation;
  let server: Api;
  let first: AppProcess;
  let second: AppProcess;

  beforeAll(async () => {
    installation = await Installation.create();
    [server, first] = await Promise.all([installation.api('server'), installation.worker('worker 1')]);
    second = await installation.worker('worker 2');
  });
  afterAll(() => installation.close());

  it('hands over its read models at once', async () => {
    const clerks = new Clerks([server], CLERKS);
    await installation.takenOver(first);
    const took = await duration(async () => {
      first.signal('SIGTERM');
      await installation.takenOver(second);
    });
    await clerks.stop();
    expect(took).toBeLessThan(HAND_OVER_MS);
    expect(await first.ended).toEqual([0, null]);
    expect(Math.max(...clerks.looks)).toBe(0);
  });

  it('answers every request that is under way and the next one on an open connection, and takes no new ones', async () => {
    const head = await HeldLock.head(installation.database.operatorUrl);
    const underWay = Array.from({ length: CLIENTS }, (_, client) => register(server, client + 1));
    await installation.waitsForLock('server');
    // Answered on a connection of its own, which stays open.
    expect((await list(server)).status).toBe(200);
    server.process.signal('SIGTERM');
    await until(() => refuses(server.url));
    const next = await list(server);
    await head.letGo();
    const answers = [next, ...(await Promise.all(underWay))];
    expect(answers.map(({ status }) => status)).toEqual([200, ...Array<number>(CLIENTS).fill(201)]);
    expect(new Set(answers.map(({ headers }) => headers.get('connection')))).toEqual(new Set(['close']));
    expect(await server.process.ended).toEqual([0, null]);
  });
});

const register = (server: Api, number: number): Promise<Response> =>
  server.call('/cases', {
    headers: { 'idempotency-key': String(number) },
    body: JSON.stringify({
      caseNumber: `（2025）黔0102民初${String(number)}号`,
      caseType: 'civil',
      stage: 'firstInstance',
    }),
  });

/** The answer is read to its end, so that the connection can serve again. */
async function list(server: Api): Promise<Response> {
  const answer = await server.call('/cases?limit=1');
  await answer.arrayBuffer();
  return answer;
}

/** Whether new connections are turned away. */
async function refuses(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}
