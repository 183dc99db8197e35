import { fsck } from '@liuhen/event-store';
import { projections, startRebuild } from '@liuhen/read-models';
import { HeldLock } from '../event-store/held-lock';
import { BUSINESS } from '../event-store/open-store';
import { contentOf } from '../read-models/bench';
import type { AppProcess } from '../support/app-process';
import { until } from '../support/until';
import { Clerks } from './support/clerks';
import { duration, Installation, type Api } from './support/installation';

const CLERKS = 4;
/** From the death of a worker to what another has applied. */
const TAKE_OVER_MS = 5_000;

/** One after the other, on one database, under the load of the clerks. */
describe('an installation of two servers and two workers', () => {
  let installation: Installation;
  let servers: readonly Api[];
  let clerks: Clerks;
  let first: AppProcess;
  let second: AppProcess;
  let third: AppProcess;

  beforeAll(async () => {
    installation = await Installation.create();
    [servers, first] = await Promise.all([
      Promise.all(['server 1', 'server 2'].map((name) => installation.api(name))),
      installation.worker('worker 1'),
    ]);
    clerks = new Clerks(servers, CLERKS);
    await installation.takenOver(first);
    second = await installation.worker('worker 2');
  });
  afterAll(() => installation.close());

  const lost = (worker: AppProcess, build: string) =>
    worker.says((said) => said.build === build && said.state === 'lost');

  it('answers once, by the other server, what a killed one had stored and not answered', async () => {
    const head = await HeldLock.head(installation.database.operatorUrl);
    await installation.waitsForLock('server 1');
    servers[0]?.process.signal('SIGKILL');
    await head.letGo();
    await until(() => clerks.acknowledged.some(({ sent, answer }) => sent > 1 && answer.replayed));
  });

  it('goes on with the read models of a killed worker within five seconds', async () => {
    const took = await duration(async () => {
      first.signal('SIGKILL');
      await installation.takenOver(second);
    });
    expect(took).toBeLessThan(TAKE_OVER_MS);
  });

  it('goes on as soon with those of one that seems dead, and which finds out when it comes back', async () => {
    third = await installation.worker('worker 3');
    const took = await duration(async () => {
      second.signal('SIGSTOP');
      await installation.takenOver(third);
    });
    expect(took).toBeLessThan(TAKE_OVER_MS);
    const taken = await installation.liveBuilds();
    second.signal('SIGCONT');
    for (const { build } of taken) await lost(second, build);
    expect(await installation.liveBuilds()).toEqual(
      taken.map((build) => ({ ...build, events: expect.any(Number) as number })),
    );
  });

  it('refuses the page that a worker had begun before it seemed dead', async () => {
    const register = (await installation.liveBuilds()).find(({ build }) => build.includes('case_register'));
    const { build = '' } = register ?? {};
    const tables = await HeldLock.on(
      installation.database.ownerUrl,
      `lock table ${build}.cases in exclusive mode`,
    );
    await installation.waitsForLock('worker 3');
    third.signal('SIGSTOP');
    await until(async () => (await installation.liveBuilds()).every(({ owner }) => owner === second.owner));
    await tables.letGo();
    third.signal('SIGCONT');
    await lost(third, build);
    await installation.takenOver(second);
  });

  it('has shown to everybody what they had done, the later where a read model was without a worker', async () => {
    await clerks.stop();
    expect(clerks.looks.length).toBeGreaterThan(0);
    expect(Math.max(...clerks.looks)).toBeLessThan(4);
  });

  it('has stored each command once, and answers it as before however often it comes', async () => {
    const { events, findingCount } = await fsck(installation.database.appUrl, BUSINESS);
    const stored = clerks.acknowledged.flatMap(({ answer }) => answer.events.map(({ id }) => id));
    expect({ events, findingCount }).toEqual({ events: BigInt(stored.length), findingCount: 0 });
    expect(new Set(stored).size).toBe(stored.length);
    const doubted = clerks.acknowledged.filter(({ sent }) => sent > 1);
    expect(doubted.length).toBeGreaterThan(0);
    for (const each of doubted) expect(await clerks.repeat(each)).toEqual({ ...each.answer, replayed: true });
  });

  it('has applied nothing twice and left nothing out: a rebuild from the beginning makes the same', async () => {
    const contents = (): Promise<readonly string[]> =>
      Promise.all(
        projections
          .flatMap(({ tables }) => tables)
          .map((table) => contentOf(installation.operator, `read.${table}`)),
      );
    const grown = { contents: await contents(), builds: await installation.liveBuilds() };
    const rebuilt: string[] = [];
    for (const projection of projections)
      rebuilt.push(await startRebuild(installation.database.ownerUrl, projection));
    await until(async () => (await installation.liveBuilds()).every(({ build }) => rebuilt.includes(build)));
    expect(await contents()).toEqual(grown.contents);
    expect((await installation.liveBuilds()).map(({ events }) => events)).toEqual(
      grown.builds.map(({ events }) => events),
    );
    expect(grown.builds.reduce((sum, { events }) => sum + events, 0)).toBeGreaterThan(0);
  });
});
