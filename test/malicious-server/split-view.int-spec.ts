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
  refusedFor,
  Scene,
  SIGNED,
  TRUE,
} from './support/scene';

describe('a server that shows two readers two histories', () => {
  let scene: Scene;
  let truth: Lab;
  let lie: Lab;
  beforeEach(async () => {
    scene = await Scene.open();
    truth = await goneOn(await begun(), TRUE);
    lie = await goneOn(await begun(), FALSE);
  });
  afterEach(() => scene.close());

  it('gets one of them cosigned, and the other is not verified', async () => {
    const { auditor } = scene;
    expect(await scene.auditorIsOffered(truth, 0)).toEqual(SIGNED);
    expect(await scene.auditorIsOffered(lie, 6)).toEqual({ kind: 'conflict', size: 6 });
    expect(await scene.auditorIsOffered(await goneOn(lie, MORE), 6)).toEqual(INCONSISTENT);
    expect(auditor.findings).toEqual([]);
    expect(await scene.reader({ lab: truth }).verifies(JIA, truth.now)).toEqual(VERIFIED);
    expect(await scene.reader({ lab: lie }).verifies(JIA, lie.now)).toEqual(NOT_COSIGNED);
  });

  it('cannot put the cosignature of one under the other', async () => {
    await scene.auditorIsOffered(truth, 0);
    const [told, forged] = [truth, lie].map(({ checkpoints }) => checkpoints.at(-1));
    if (!told || !forged) throw new Error('no checkpoint');
    const signatures = [...forged.note.signatures, ...told.note.signatures.slice(1)];
    lie.checkpoints.splice(-1, 1, { ...forged, note: { ...forged.note, signatures } });
    expect(await scene.reader({ lab: lie }).verifies(JIA, lie.now)).toEqual({
      exit: 1,
      found: ['cosignature-wrong', 'time-unknown', 'freshness-unknown'],
    });
  });

  it('is caught by a cosigner that reads the log as others are shown it', async () => {
    expect(await scene.auditorIsOffered(await begun(), 0)).toEqual(SIGNED);
    scene.showAuditor(truth);
    expect(await scene.auditor.isOffered(lie, 4)).toEqual(refusedFor('not-in-tree'));
    expect(scene.auditor.findings).toEqual(['not-in-tree 4']);
  });

  it('gets each cosigned by a cosigner of its own, and neither is verified by whoever asks for both', async () => {
    const { auditor, witness } = scene;
    expect(await scene.auditorIsOffered(truth, 0)).toEqual(SIGNED);
    expect(await witness.isOffered(lie, 0)).toEqual(SIGNED);
    const both = scene.trusting([auditor, witness]);
    for (const lab of [truth, lie])
      expect(await scene.reader({ lab }, both).verifies(JIA, lab.now)).toEqual(NOT_COSIGNED);
    expect(await witness.isOffered(truth, 6)).toEqual({ kind: 'conflict', size: 6 });
    expect(await witness.isOffered(await goneOn(truth, MORE), 6)).toEqual(INCONSISTENT);
  });

  // Whoever is content with either cosigner can be told either story, and learns of the other by comparing only.
  it('is believed by whoever is content with either, until they compare what they were given', async () => {
    const { auditor, witness } = scene;
    await scene.auditorIsOffered(truth, 0);
    await witness.isOffered(lie, 0);
    const reader = scene.reader({ lab: lie }, scene.trusting([auditor, witness], 1));
    expect(await reader.verifies(JIA, lie.now)).toEqual(VERIFIED);
    scene.tell(reader, { lab: truth });
    expect(await reader.verifies(JIA, truth.now)).toEqual(VERIFIED);
    await reader.keepsReceipt(firstOwnEvent(truth));
    scene.tell(reader, { lab: lie });
    const contradicted = { exit: 1, found: ['trusted-checkpoint-contradicted'] };
    expect(await reader.verifies(JIA, lie.now)).toEqual(contradicted);
  });
});
