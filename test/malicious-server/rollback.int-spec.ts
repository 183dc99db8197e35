import { originOfStart } from '@liuhen/ledger';
import { JIA, type Lab } from '@liuhen/ledger/testing';
import { VERIFIED } from './support/reader';
import {
  begun,
  FALSE,
  firstOwnEvent,
  goneOn,
  INCONSISTENT,
  MORE,
  NOT_COSIGNED,
  Scene,
  SIGNED,
  TRUE,
} from './support/scene';

describe('a server that puts back a backup and goes on from there', () => {
  let scene: Scene;
  let backup: Lab;
  let lost: Lab;
  let restored: Lab;
  beforeEach(async () => {
    scene = await Scene.open();
    [backup, lost, restored] = [await begun(), await begun(), await begun()];
    expect(await scene.auditorIsOffered(backup, 0)).toEqual(SIGNED);
    await goneOn(lost, TRUE);
    expect(await scene.auditorIsOffered(lost, 4)).toEqual(SIGNED);
  });
  afterEach(() => scene.close());

  it('gets no cosignature for what it goes on with, however long that is', async () => {
    const conflict = { kind: 'conflict', size: 6 };
    expect(await scene.auditorIsOffered(restored, 4)).toEqual(conflict);
    expect(await scene.auditorIsOffered(await goneOn(restored, FALSE), 6)).toEqual(conflict);
    expect(await scene.auditorIsOffered(await goneOn(restored, MORE), 6)).toEqual(INCONSISTENT);
    expect(await scene.reader({ lab: restored }).verifies(JIA, restored.now)).toEqual(NOT_COSIGNED);
  });

  it('is contradicted by every receipt for what was lost', async () => {
    const reader = scene.reader({ lab: lost });
    await reader.keepsReceipt(firstOwnEvent(lost));
    scene.tell(reader, { lab: await goneOn(restored, FALSE) });
    expect(await reader.verifies(JIA, restored.now)).toEqual({
      exit: 1,
      found: ['trusted-checkpoint-contradicted', ...NOT_COSIGNED.found],
    });
  });

  // What was cosigned before the backup stays as true as it was then: it shows what had happened, and until when.
  it('can show what was cosigned before for as long as the policy takes it for fresh', async () => {
    const reader = scene.reader({ lab: backup });
    expect(await reader.verifies(JIA, backup.now)).toEqual(VERIFIED);
    expect(reader.report?.completeTo?.treeSize).toBe(3);
    expect(await reader.verifies(JIA, backup.wait(3_700).now)).toEqual({ exit: 3, found: ['stale'] });
  });

  it('cannot call it a new start by itself: no policy names that, and no cosigner was told', async () => {
    restored.restart();
    await goneOn(restored, FALSE);
    expect(await scene.auditorIsOffered(restored, 0)).toEqual({
      ...{ kind: 'refused', status: 404 },
      reason: `不联署日志 ${originOfStart(restored.identity.origin, 2)}`,
    });
    expect(await scene.reader({ lab: restored }).verifies(JIA, restored.now)).toEqual({
      exit: 3,
      found: ['log-unknown', ...NOT_COSIGNED.found],
    });
  });
});
