import { NO_QUORUM, writeBundle, type Bundle } from '@liuhen/ledger';
import { JIA, labBundle, type Lab } from '@liuhen/ledger/testing';
import type { Story } from './support/dishonest-server';
import { VERIFIED } from './support/reader';
import { begun, FALSE, firstOwnEvent, goneOn, Scene, SIGNED, TRUE } from './support/scene';

describe('a server that shows a checkpoint which was overtaken', () => {
  let scene: Scene;
  let lab: Lab;
  let old: Bundle;
  beforeEach(async () => {
    scene = await Scene.open();
    lab = await begun();
    await scene.auditorIsOffered(lab, 0);
    old = await labBundle(lab, { cases: [JIA] });
    await goneOn(lab.wait(3_600), TRUE);
    expect(await scene.auditorIsOffered(lab, 4)).toEqual(SIGNED);
  });
  afterEach(() => scene.close());

  const story = (bundle: Bundle): Story => ({
    lab,
    evidence: () => Promise.resolve(writeBundle(bundle, lab.hash)),
  });

  it('is told that it is not fresh', async () => {
    expect(await scene.reader(story(old)).verifies(JIA, lab.now)).toEqual({ exit: 3, found: ['stale'] });
  });

  it('does not get it cosigned anew', async () => {
    const again = (await begun()).wait(7_200);
    expect(await scene.auditorIsOffered(again, 4)).toEqual({ kind: 'conflict', size: 6 });
    expect(await scene.auditorIsOffered(again, 6)).toMatchObject({ kind: 'refused', status: 400 });
  });

  it('cannot put a later time into the cosignature', async () => {
    const { text, signatures } = old.checkpoint;
    const [log, { signature, ...cosigner }] = signatures as [(typeof signatures)[0], (typeof signatures)[0]];
    // The time is the first eight bytes; this one is worth 65,536 seconds.
    const later = { ...cosigner, signature: signature.with(5, (signature[5] ?? 0) + 1) };
    const reader = scene.reader(story({ ...old, checkpoint: { text, signatures: [log, later] } }));
    expect(await reader.verifies(JIA, lab.now)).toEqual({
      exit: 1,
      found: ['cosignature-wrong', 'time-unknown', 'freshness-unknown'],
    });
  });

  it('is found out by whoever has seen more', async () => {
    const reader = scene.reader({ lab });
    await reader.keepsReceipt(firstOwnEvent(lab));
    scene.tell(reader, story(old));
    expect(await reader.verifies(JIA, lab.now)).toEqual({
      exit: 3,
      found: ['trusted-checkpoint-unconnected', 'stale'],
    });
  });

  // It is true of its time, and whoever does not ask how old it is, is told no more than that.
  it('is believed by whoever does not ask for a fresh one', async () => {
    const policy = scene.trusting([scene.auditor]);
    const required = policy.required.filter((name) => name !== 'freshness');
    const reader = scene.reader(story(old), { ...policy, required });
    expect(await reader.verifies(JIA, lab.now)).toEqual(VERIFIED);
    expect(reader.report?.completeTo?.treeSize).toBe(3);
  });
});

describe('a server on whose word alone somebody relies', () => {
  // Nothing that the log signs is checked by anybody else: threat model, attacker C.
  it('is believed whatever it says', async () => {
    const scene = await Scene.open();
    const lab = await goneOn(await begun(), FALSE);
    const policy = { ...lab.policy(), quorum: NO_QUORUM, required: [] };
    expect(await scene.reader({ lab }, policy).verifies(JIA, lab.now)).toEqual(VERIFIED);
    await scene.close();
  });
});
