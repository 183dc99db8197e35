import { setTimeout as delay } from 'node:timers/promises';
import { chance, drawSeed, oneOf } from '../../support/chance';
import { expectOutlasted } from '../load/expect-outlasted';
import { ProxiedLog } from '../proxied-log';

const CUTS = Number(process.env.CUTS ?? 400);
const LONGEST_PEACE_MS = 40;
const ENOUGH = 500;

describe('connections that break under load', () => {
  const database = new ProxiedLog();
  beforeAll(() => database.create());
  afterAll(() => database.drop());

  it('cost nothing, whether they break before or after the commit', async () => {
    const random = chance(drawSeed());
    const { store, close } = await database.open({ url: database.proxiedUrl });
    const cuts = [
      () => database.proxy.cut(),
      () => database.proxy.cutOne(random()),
      () => database.proxy.loseRequests(1),
      () => database.proxy.loseAnswers(1),
    ] as const;
    const journal = await expectOutlasted({ url: database.urls.appUrl, store, chance: random }, async () => {
      for (let cut = 1; cut <= CUTS; cut++) {
        await delay(random() * LONGEST_PEACE_MS);
        oneOf(random, cuts)();
      }
    });
    expect(journal.replayed).toBeGreaterThan(0);
    console.log(`${String(CUTS)} cuts: ${String(journal)}`);
    await close();
  });

  it('are given up and made anew when they stand but say nothing', async () => {
    const random = chance(drawSeed());
    const { store, close } = await database.open({ url: database.proxiedUrl });
    await expectOutlasted({ url: database.urls.appUrl, store, chance: random }, async ({ acknowledged }) => {
      while (acknowledged.size < ENOUGH) await delay(10);
      database.proxy.silence();
      const { size } = acknowledged;
      while (acknowledged.size < size + ENOUGH) await delay(10);
    });
    await close();
  });
});
