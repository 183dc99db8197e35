import { HeldLock } from '../event-store/held-lock';
import type { AppProcess } from '../support/app-process';
import { Clerks } from './support/clerks';
import { duration, Installation, until, type Api } from './support/installation';

const CLERKS = 2;
/** From the word to what another worker has applied. */
const HAND_OVER_MS = 1_000;
const UNDER_WAY = 20;

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

  it('answers every request that is under way', async () => {
    const head = await HeldLock.head(installation.database.operatorUrl);
    const answers = Promise.all(
      Array.from({ length: UNDER_WAY }, (_, index) =>
        server.call('/cases', {
          headers: { 'idempotency-key': `under-way-${String(index)}` },
          body: JSON.stringify({
            caseNumber: `（2025）黔0102民初${String(index + 1)}号`,
            caseType: 'civil',
            stage: 'firstInstance',
          }),
        }),
      ),
    );
    await installation.waitsForLock('server');
    expect((await server.call('/cases?limit=1')).status).toBe(200);
    server.process.signal('SIGTERM');
    await until(() =>
      server.call('/cases?limit=1').then(
        () => false,
        () => true,
      ),
    );
    await head.letGo();
    expect((await answers).map(({ status }) => status)).toEqual(Array(UNDER_WAY).fill(201));
    expect(await server.process.ended).toEqual([0, null]);
  });
});
