import { setTimeout as delay } from 'node:timers/promises';
import { chance, drawSeed } from '../../support/chance';
import { expectOutlasted } from '../load/expect-outlasted';
import { OwnServer } from '../own-server';

const KILLS = Number(process.env.KILLS ?? 5);
const LONGEST_RUN_MS = 3_000;

describe('a durable server that is killed under load', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await OwnServer.start();
  });
  afterAll(() => server.remove());

  it('has each acknowledged event once and in its place, and its subscriber missed nothing', async () => {
    const random = chance(drawSeed());
    const store = await server.openStore();
    const journal = await expectOutlasted({ url: server.url, store, chance: random }, async () => {
      for (let kill = 1; kill <= KILLS; kill++) {
        await delay(random() * LONGEST_RUN_MS);
        await server.kill();
        await server.restart();
      }
      await delay(random() * LONGEST_RUN_MS);
    });
    console.log(`${String(KILLS)} kills: ${String(journal)}`);
    await store.close();
  });
});
