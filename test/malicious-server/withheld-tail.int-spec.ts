import { toHex, writeBundle, type Bundle, type StreamInHeads } from '@liuhen/ledger';
import { JIA, labBundle, without, type Lab } from '@liuhen/ledger/testing';
import type { Story } from './support/dishonest-server';
import { VERIFIED } from './support/reader';
import { begun, goneOn, MORE, NOT_COSIGNED, refusedFor, Scene, SIGNED, STREAM, TRUE } from './support/scene';

describe('a server that leaves out the last events of a case', () => {
  let scene: Scene;
  let lab: Lab;
  beforeEach(async () => {
    scene = await Scene.open();
    lab = await goneOn(await begun(), TRUE);
  });
  afterEach(() => scene.close());

  /** The history, of which so many events are left in the evidence. */
  const shortened = (
    count: number,
    changed: (bundle: Bundle) => Partial<Bundle> = () => ({}),
  ): Required<Story> => ({
    lab,
    evidence: async () => {
      const bundle = await labBundle(lab, { cases: [JIA] });
      return writeBundle({ ...bundle, ...without(bundle, STREAM, count), ...changed(bundle) }, lab.hash);
    },
  });

  const withHead =
    (change: (head: Extract<StreamInHeads, { readonly rev: number }>) => Partial<StreamInHeads>) =>
    ({ heads }: Bundle): Partial<Bundle> => ({
      heads: {
        ...heads,
        streams: heads.streams.map((head) =>
          head.stream === STREAM && 'rev' in head ? { ...head, ...change(head) } : head,
        ),
      },
    });

  it('is found out by the heads', async () => {
    expect(await scene.auditorIsOffered(lab, 0)).toEqual(SIGNED);
    const reader = scene.reader(shortened(2));
    expect(await reader.verifies(JIA, lab.now)).toEqual({ exit: 2, found: ['events-missing'] });
  });

  it('is found out by their proof, where it changes what they say', async () => {
    await scene.auditorIsOffered(lab, 0);
    const reader = scene.reader(
      shortened(
        2,
        withHead(({ rev }) => ({ rev: rev - 1 })),
      ),
    );
    expect(await reader.verifies(JIA, lab.now)).toEqual({
      exit: 1,
      found: ['head-proof-wrong', 'head-other'],
    });
  });

  it('is found out by its own manifest, where it keeps silent about them', async () => {
    await scene.auditorIsOffered(lab, 0);
    const silent = ({ heads }: Bundle): Partial<Bundle> => ({
      heads: { ...heads, streams: heads.streams.filter(({ stream }) => stream !== STREAM) },
    });
    const reader = scene.reader(shortened(2, silent));
    expect(await reader.verifies(JIA, lab.now)).toEqual({ exit: 1, found: ['cases-untrue', 'head-missing'] });
  });

  describe('and has its log record heads that do not know of them', () => {
    beforeEach(async () => {
      const { root, streams } = lab.heads;
      lab.append(STREAM, { data: { 经过: MORE } });
      const { size } = lab.tree;
      const [treeRoot, mapRoot] = [toHex(lab.tree.root()), toHex(root)];
      const data = { treeSize: size, treeRoot, mapRoot, streams };
      lab.append('heads-2026-03-01', { type: 'HeadsRecorded', data, header: { case: null } });
      lab.heads = { root, streams, size };
      await lab.checkpoint();
    });

    it('is found out by a cosigner that audits', async () => {
      expect(await scene.auditorIsOffered(lab, 0)).toEqual(refusedFor('heads-wrong'));
      expect(scene.auditor.findings).toEqual(['heads-wrong 7']);
      expect(await scene.reader(shortened(3)).verifies(JIA, lab.now)).toEqual(NOT_COSIGNED);
    });

    // Who compares trees only does not see what they consist of: a policy has to ask for a cosigner that audits.
    it('is not found out by one that does not', async () => {
      expect(await scene.witness.isOffered(lab, 0)).toEqual(SIGNED);
      const reader = scene.reader(shortened(3), scene.trusting([scene.witness]));
      expect(await reader.verifies(JIA, lab.now)).toEqual(VERIFIED);
    });
  });

  // After the heads, what is shown is proved, but not that there is nothing else; the report says from where on.
  it('cannot claim that all is there beyond the heads that it shows', async () => {
    lab.append(STREAM, { data: { 经过: MORE } });
    await lab.checkpoint();
    expect(await scene.auditorIsOffered(lab, 0)).toEqual(SIGNED);
    const reader = scene.reader(shortened(3));
    expect(await reader.verifies(JIA, lab.now)).toEqual(VERIFIED);
    expect(reader.report).toMatchObject({
      manifest: { treeSize: 7 },
      completeTo: { treeSize: 5, recordedAt: '2026-03-01T01:00:05.000Z' },
    });
  });
});
