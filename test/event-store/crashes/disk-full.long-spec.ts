import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chance, drawSeed } from '../../support/chance';
import { expectOutlasted } from '../load/expect-outlasted';
import type { Journal } from '../load/journal';
import { OwnServer } from '../own-server';
import { SmallDisk } from '../load/small-disk';

const DISK_MEGABYTES = 256;
/** Too little for the next segment of the server's own log, or for that only. */
const MEGABYTES_LEFT = [2, 40];
/** Of no acknowledgement, until the disk counts as full. */
const STANDSTILL_MS = 1_500;
const ENOUGH = 500;

async function untilNothingIsStored({ acknowledged }: Journal): Promise<void> {
  for (let size = -1; size !== acknowledged.size;) {
    ({ size } = acknowledged);
    await delay(STANDSTILL_MS);
  }
}

/** @returns whether the server had to be started again, because it had ended or did so for want of space. */
async function untilMoreIsStored({ acknowledged }: Journal, server: OwnServer): Promise<boolean> {
  const { size } = acknowledged;
  let restarted = false;
  while (acknowledged.size < size + ENOUGH) {
    if (server.hasEnded) {
      await server.restart();
      restarted = true;
    }
    await delay(10);
  }
  return restarted;
}

const disk = SmallDisk.mount(DISK_MEGABYTES);
const title = 'a server whose disk is full';

if (!disk) describe.skip(`${title}: this user may not mount a file system to fill up`, () => undefined);
else
  describe(title, () => {
    let server: OwnServer;
    beforeAll(async () => {
      server = await OwnServer.start(join(disk.path, 'data'));
    });
    afterAll(async () => {
      await server.remove();
      disk.unmount();
    });

    it('stores nothing more, has lost nothing, and goes on when there is space again', async () => {
      const random = chance(drawSeed());
      const store = await server.openStore();
      const journal = await expectOutlasted({ url: server.url, store, chance: random }, async (told) => {
        for (const megabytes of MEGABYTES_LEFT) {
          disk.fillUp(megabytes);
          await untilNothingIsStored(told);
          disk.clear();
          const restarted = await untilMoreIsStored(told, server);
          console.log(`${String(megabytes)} MB left: ${restarted ? 'restarted' : 'went on by itself'}`);
        }
      });
      console.log(String(journal));
      await store.close();
    });
  });
