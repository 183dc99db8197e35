import { headerText, leafHash, payloadHash, type EventHeader, type SealedEvent } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { isShown, type Bundle, type BundleEvent, type ShownEvent } from '../bundle/bundle';
import { readZip, writeZip } from '../bundle/stored-zip';
import { writeBundle } from '../bundle/write-bundle';
import { toHex, utf8 } from '../bytes';
import { parseCheckpoint } from '../checkpoint/checkpoint';
import type { SignedNote } from '../note/note';
import { NO_QUORUM, type Policy } from '../policy/policy';
import type { Circumstances } from '../verify/evidence';
import type { FindingCode } from '../verify/findings';
import { CASES, goldenLab, JIA, labWith, YI } from './golden-lab';
import { newLab, type Lab } from './lab';
import { labBundle } from './lab-bundle';
import { SignedLab, type SignedLabOptions } from './signed-lab';

/** What a verifier is handed. */
export interface Given {
  readonly lab: Lab;
  readonly bundle?: Bundle;
  readonly bytes?: Uint8Array;
  readonly policy?: (policy: Policy) => Policy;
  readonly circumstances?: Partial<Circumstances>;
}

/** Changes the bundle of {@link goldenLab}. */
export const tamperedWith =
  (change: (bundle: Bundle, lab: Lab) => Partial<Bundle>) => async (): Promise<Given> => {
    const lab = await goldenLab();
    const bundle = await labBundle(lab, CASES);
    return { lab, bundle: { ...bundle, ...change(bundle, lab) } };
  };

const from = (happens: (lab: Lab) => unknown) => async (): Promise<Given> => ({
  lab: await labWith(happens),
});

const under =
  (given: Omit<Given, 'lab'> | ((lab: Lab) => Omit<Given, 'lab'>)) => async (): Promise<Given> => {
    const lab = await goldenLab();
    return { lab, ...(typeof given === 'function' ? given(lab) : given) };
  };

/** Changes the shown event at a place. */
export const withEvent = (at: number, change: (event: ShownEvent) => BundleEvent) =>
  tamperedWith(({ events }) => ({
    events: events.map((event, place) => (place === at && isShown(event) ? change(event) : event)),
  }));

/** With a bit turned. */
export const turned = (bytes: Uint8Array): Uint8Array => bytes.with(10, (bytes[10] ?? 0) ^ 1);

/** Turns a bit in the signature at a place under a note. */
const missigned = ({ text, signatures }: SignedNote, at: number): SignedNote => ({
  text,
  signatures: signatures.map((one, place) =>
    place === at ? { ...one, signature: turned(one.signature) } : one,
  ),
});

/** So many events of a stream are left, and the manifest says so. */
export const without = ({ manifest, events }: Bundle, stream: string, count: number): Partial<Bundle> => ({
  events: events.filter((event) => event.stream !== stream || event.rev < count),
  manifest: {
    ...manifest,
    cases: manifest.cases.map((one) => (one.stream === stream ? { ...one, events: count } : one)),
  },
});

/** An event whose header says what nobody would say. */
function sealedAs(event: SealedEvent, header: Partial<EventHeader>, payloadText: string): SealedEvent {
  const changed = { ...event.header, ...header, payloadHash: payloadHash('sha256', payloadText) };
  const text = headerText(changed);
  return { header: changed, headerText: text, payloadText, leafHash: leafHash('sha256', text) };
}

const nobody = (policy: Policy): Policy => ({ ...policy, witnesses: [], groups: [], quorum: NO_QUORUM });
const hours = (lab: Lab, count: number) => new Date(Date.parse(lab.now) + count * 3_600_000).toISOString();

/** A bundle with a signed event, and a policy that knows both logs, in what they differ from what they should be. */
const signedLab =
  (
    options: SignedLabOptions,
    change: (bundle: Bundle) => Partial<Bundle> = () => ({}),
    policy: (policy: Policy) => Policy = (same) => same,
  ) =>
  async (): Promise<Given> => {
    const signed = await SignedLab.of(options);
    const bundle = await signed.bundle();
    return {
      ...{ lab: signed.lab, bundle: { ...bundle, ...change(bundle) } },
      policy: (known) => policy(signed.policy(known)),
    };
  };

/** How each finding comes about, and at which leaf first, where it is about one. */
export const TAMPERINGS: Readonly<Record<FindingCode, readonly [() => Promise<Given>, number?]>> = {
  malformed: [under({ bytes: utf8('PK') })],
  'file-altered': [
    async () => {
      const lab = await goldenLab();
      const file = writeBundle(await labBundle(lab, { ...CASES, withheld: () => ['经过'] }), lab.hash);
      return { lab, bytes: writeZip(new Map([...readZip(file), ['withheld.json', utf8('{}\n')]])) };
    },
  ],
  'manifest-of-other-checkpoint': [
    tamperedWith(({ manifest }) => ({ manifest: { ...manifest, treeSize: manifest.treeSize + 1 } })),
  ],
  'cases-untrue': [
    tamperedWith(({ manifest }) => ({
      manifest: { ...manifest, cases: manifest.cases.map((one) => ({ ...one, case: `${one.case}0` })) },
    })),
  ],
  'withheld-untrue': [tamperedWith(() => ({ withheld: new Map([['id', ['0'.repeat(64)]]]) }))],
  'header-malformed': [withEvent(0, (event) => ({ ...event, header: `${event.header} ` })), 0],
  'header-of-other-log': [
    from((lab) => lab.append(`case-${JIA}`, { header: { log: 'other.invalid/business' } })),
    3,
  ],
  'header-in-other-place': [withEvent(1, (event) => ({ ...event, rev: 5 })), 2],
  'header-of-other-case': [from((lab) => lab.append(`case-${JIA}`, { header: { case: YI } })), 3],
  'not-in-tree': [withEvent(1, (event) => ({ ...event, proof: event.proof.map(turned) })), 2],
  'revision-not-next': [
    tamperedWith((bundle) => ({
      events: bundle.events.filter(({ stream, rev }) => stream !== `case-${JIA}` || rev !== 1),
    })),
    4,
  ],
  'previous-other': [from((lab) => lab.append(`case-${JIA}`, { header: { prev: 'f'.repeat(64) } })), 3],
  'order-other': [
    async () => {
      const lab = newLab({ cosigners: 2 });
      const scratch = newLab();
      const chain = [scratch.append(`case-${JIA}`), scratch.append(`case-${JIA}`)];
      for (const event of chain.toReversed()) lab.adopt(event);
      await lab.recordHeads();
      await lab.checkpoint();
      const bundle = await labBundle(lab, { cases: [JIA] });
      return { lab, bundle: { ...bundle, events: bundle.events.toReversed() } };
    },
    0,
  ],
  'recorded-before-previous': [
    from((lab) => lab.append(`case-${JIA}`, { header: { recordedAt: '2026-03-01T01:00:00.000Z' } })),
    3,
  ],
  'payload-altered': [
    withEvent(1, (event) => ({
      ...event,
      payload: event.payload.map((line) => line.replace('张三', '李四')),
    })),
    2,
  ],
  'payload-unreadable': [from((lab) => lab.adopt(sealedAs(newLab().append('case-丁4'), {}, '{}'))), 3],
  'field-missing': [
    async () => {
      const lab = await goldenLab();
      const withheld = await labBundle(lab, {
        ...CASES,
        withheld: ({ header }) => (header.rev === 1 ? ['经过'] : []),
      });
      return { lab, bundle: { ...withheld, withheld: new Map() } };
    },
    2,
  ],
  'redacted-field-shown': [
    async () => {
      const lab = await goldenLab();
      const [original] = newLab().events.concat(newLab().append(`case-${JIA}`));
      const bundle = await labBundle(lab, CASES);
      const [first, ...events] = bundle.events;
      const payload = original?.payloadText.split('\n') ?? [];
      return { lab, bundle: { ...bundle, events: [{ ...first, payload } as ShownEvent, ...events] } };
    },
    0,
  ],
  'log-unknown': [under({ policy: (policy) => ({ ...policy, logs: [] }) })],
  'log-signature-missing': [
    tamperedWith(({ checkpoint: { text, signatures } }) => ({
      checkpoint: { text, signatures: signatures.slice(1) },
    })),
  ],
  'log-signature-wrong': [tamperedWith(({ checkpoint }) => ({ checkpoint: missigned(checkpoint, 0) }))],
  'trusted-checkpoint-contradicted': [
    under(({ checkpoints, hash }) => {
      const kept = parseCheckpoint(checkpoints[0]?.note.text ?? '');
      return { circumstances: { trustedCheckpoint: { ...kept, root: hash.digest(kept.root) } } };
    }),
  ],
  'trusted-checkpoint-unconnected': [
    under(({ identity: { origin }, tree }) => ({
      circumstances: { trustedCheckpoint: { origin, size: 2, root: tree.root(2) } },
    })),
  ],
  'cosignature-wrong': [tamperedWith(({ checkpoint }) => ({ checkpoint: missigned(checkpoint, 2) }))],
  'quorum-unmet': [
    tamperedWith(({ checkpoint: { text, signatures } }) => ({
      checkpoint: { text, signatures: signatures.slice(0, 2) },
    })),
  ],
  'heads-altered': [
    tamperedWith(({ heads, starts }) => ({ heads: { ...heads, event: starts[0] ?? heads.event } })),
    6,
  ],
  'heads-of-other-tree': [
    tamperedWith(({ heads }) => ({ heads: { ...heads, consistency: heads.consistency.map(turned) } })),
    7,
  ],
  'head-proof-wrong': [
    tamperedWith(({ heads }) => ({
      heads: {
        ...heads,
        streams: heads.streams.map((head) => ('rev' in head ? { ...head, rev: head.rev + 1 } : head)),
      },
    })),
  ],
  'head-other': [
    async () => {
      const lab = await labWith(() => undefined);
      const { root, streams } = lab.heads;
      lab.append(`case-${JIA}`);
      const { size } = lab.tree;
      const [treeRoot, mapRoot] = [toHex(lab.tree.root()), toHex(root)];
      lab.append('heads-2026-03-01', {
        type: 'HeadsRecorded',
        data: { treeSize: size, treeRoot, mapRoot, streams },
      });
      lab.heads = { root, streams, size };
      await lab.checkpoint();
      return { lab };
    },
    4,
  ],
  'case-exists': [
    tamperedWith((bundle) => {
      const { manifest, ...rest } = { ...bundle, ...without(bundle, `case-${YI}`, 0) };
      const cases = manifest.cases.map((one) =>
        one.case === YI ? { ...one, state: 'absent' as const } : one,
      );
      return { ...rest, manifest: { ...manifest, cases } };
    }),
  ],
  'head-missing': [tamperedWith(({ heads }) => ({ heads: { ...heads, streams: heads.streams.slice(1) } }))],
  'events-missing': [
    async () => {
      const lab = await labWith(() => undefined);
      const bundle = await labBundle(lab, CASES);
      return { lab, bundle: { ...bundle, ...without(bundle, `case-${JIA}`, 1) } };
    },
  ],
  'beyond-heads': [
    async () => {
      const lab = await labWith(() => undefined);
      lab.append('case-丁4');
      await lab.checkpoint();
      return { lab };
    },
  ],
  'bracket-inconsistent': [
    tamperedWith(({ brackets }) => ({
      brackets: brackets.map((bracket) => ({ ...bracket, proof: bracket.proof.map(turned) })),
    })),
  ],
  'bracket-signature-wrong': [
    tamperedWith(({ brackets }) => ({
      brackets: brackets.map((bracket) => ({ ...bracket, checkpoint: missigned(bracket.checkpoint, 1) })),
    })),
  ],
  'recorded-too-early': [
    from((lab) => lab.append('case-丁4', { header: { recordedAt: hours(lab, -1) } })),
    3,
  ],
  'recorded-too-late': [from((lab) => lab.append('case-丁4', { header: { recordedAt: hours(lab, 1) } })), 3],
  'time-unknown': [under({ policy: nobody }), 0],
  'freshness-unset': [under({ policy: ({ freshnessSeconds: _, ...policy }) => policy })],
  'freshness-unknown': [under({ policy: nobody })],
  stale: [under((lab) => ({ circumstances: { now: hours(lab, 2) } }))],
  'heads-stale': [
    async () => {
      const lab = await labWith(() => undefined);
      lab.wait(7_200);
      lab.append('case-丙3');
      await lab.checkpoint();
      return { lab };
    },
  ],
  'from-the-future': [under((lab) => ({ circumstances: { now: hours(lab, -2) } }))],
  'restart-other': [
    tamperedWith(({ starts }) => ({ starts: starts.map((one) => ({ ...one, stream: 'case-x' })) })),
    6,
  ],
  'restarts-missing': [tamperedWith(() => ({ starts: [] }))],
  'signature-malformed': [signedLab({ header: { command: { ...someHeader().command, signature: 'x' } } }), 1],
  'signature-wrong': [signedLab({ header: { actor: { ...someHeader().actor, post: 'post-other' } } }), 1],
  'signature-out-of-force': [signedLab({ registration: { from: '2026-03-02' } }), 1],
  'signature-repeated': [
    signedLab({
      then: (lab, { header: { stream, command } }) => {
        lab.append(stream);
        lab.append(stream, { header: { command } });
      },
    }),
    3,
  ],
  'signers-altered': [
    signedLab({}, (bundle) => ({
      signers: bundle.signers && { ...bundle.signers, events: bundle.signers.events.slice(1) },
    })),
  ],
  'signers-unproven': [signedLab({}, undefined, (policy) => ({ ...policy, logs: policy.logs.slice(0, 1) }))],
  'key-unregistered': [signedLab({ registration: { person: 'p-other' } }), 1],
  'signature-missing': [
    signedLab({}, undefined, (policy) => ({ ...policy, signed: ['SomethingHappened'] })),
    0,
  ],
};
