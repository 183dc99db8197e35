import { signNote, verifierKey, type NoteSignature, type Policy } from '@liuhen/ledger';
import { CASES, goldenLab, JIA, labBundle, newLab, tamperedWith } from '@liuhen/ledger/testing';
import { labSigners } from '../../../libs/ledger/src/testing/keys';
import { each, inBundle, inFile, known } from '../support/tampered-bundles';
import type { Cells } from './cell';

/** Of the log, and of two cosigners. */
type Signatures = readonly [log: NoteSignature, one: NoteSignature, other: NoteSignature];

/** Other signatures under the checkpoint. */
const signedWith = (change: (signatures: Signatures) => readonly NoteSignature[]) =>
  tamperedWith(({ checkpoint: { text, signatures } }) => ({
    checkpoint: { text, signatures: change(signatures as unknown as Signatures) },
  }));

/** Signed by somebody else under the name of the log. */
const usurped = (change: (theirs: NoteSignature, log: NoteSignature) => NoteSignature) => async () => {
  const lab = await goldenLab();
  const bundle = await labBundle(lab, CASES);
  const { text, signatures } = bundle.checkpoint;
  const [log, ...others] = signatures;
  const [usurper] = labSigners('ed25519').cosigners;
  if (!usurper || !log) throw new Error('no key');
  const theirs = await signNote(text, verifierKey(log.name, 'log', usurper), usurper);
  return { lab, bundle: { ...bundle, checkpoint: { text, signatures: [change(theirs, log), ...others] } } };
};

/** The bundle of a log with three cosigners, of whom these have signed. */
const cosignedBy = (names: readonly string[], policy: (full: Policy) => Policy) => async () => {
  const lab = newLab({ cosigners: 3 });
  lab.append(`case-${JIA}`);
  await lab.recordHeads();
  const now = Math.floor(Date.parse(lab.now) / 1_000);
  await lab.checkpoint(Object.fromEntries(names.map((name) => [name, now])));
  return { lab, bundle: await labBundle(lab, { cases: [JIA] }), policy };
};

const twoOfThree = (policy: Policy): Policy => ({
  ...policy,
  groups: policy.groups.map((group) => ({ ...group, threshold: 2 })),
});

/** Trusts the first of the three alone. */
const onlyTheFirst = ({ witnesses, ...policy }: Policy): Policy => ({
  ...policy,
  witnesses: witnesses.slice(0, 1),
  groups: [],
  quorum: 'cosigner-1',
});

const inNote = (spellings: Readonly<Record<string, (text: string) => string>>) =>
  each(spellings, (change, name) =>
    inBundle({ name, finds: ['malformed'], given: inFile('checkpoint', change) }),
  );

export const SIGNATURES: Cells<'P27'> = {
  P27: {
    T12: [
      known('stale', 'a checkpoint that is too old for the policy'),
      known('trusted-checkpoint-unconnected', 'a checkpoint that says nothing of one that was kept', 'C'),
      known('trusted-checkpoint-contradicted', 'a checkpoint that contradicts one that was kept', 'C'),
      known('bracket-signature-wrong', 'an earlier checkpoint that nobody has signed so'),
    ],
    T13: [
      known('log-unknown', 'the checkpoint of a log that the policy does not name'),
      inBundle({
        name: 'the checkpoint of the log’s twin under SM3',
        finds: ['log-signature-missing'],
        given: async () => {
          const [lab, twin] = [await goldenLab(), await goldenLab({ hash: 'sm3' })];
          const [note] = twin.checkpoints.slice(-1);
          const bundle = await labBundle(lab, CASES);
          return { lab, bundle: { ...bundle, checkpoint: note?.note ?? bundle.checkpoint } };
        },
      }),
    ],
    T15: [
      inBundle({
        name: 'another key, under the name of the log’s',
        finds: ['log-signature-missing'],
        given: usurped((theirs) => theirs),
      }),
      inBundle({
        name: 'another key, under the name and the id of the log’s',
        finds: ['log-signature-wrong'],
        given: usurped((theirs, { id }) => ({ ...theirs, id })),
      }),
    ],
    T16: [
      inBundle({
        name: 'a cosignature as the log’s signature',
        finds: ['log-signature-wrong'],
        given: signedWith(([{ name, id }, one, other]) => [
          { name, id, signature: one.signature.slice(8) },
          one,
          other,
        ]),
      }),
      inBundle({
        name: 'the log’s signature as a cosignature, with a time before it',
        finds: ['cosignature-wrong'],
        given: signedWith(([log, one, other]) => [
          log,
          { ...one, signature: new Uint8Array([...one.signature.slice(0, 8), ...log.signature]) },
          other,
        ]),
      }),
      inBundle({
        name: 'the signature of one cosigner as another’s',
        finds: ['cosignature-wrong'],
        given: signedWith(([log, one, other]) => [log, one, { ...other, signature: one.signature }]),
      }),
      inBundle({
        name: 'a cosignature under an id of another kind of key',
        finds: ['quorum-unmet'],
        given: signedWith(([log, one, other]) => [log, one, { ...other, id: log.id }]),
      }),
      inBundle({
        name: 'a signature of SM2 under a key of Ed25519',
        finds: ['log-signature-wrong'],
        given: signedWithSm2,
      }),
      known('quorum-unmet', 'a cosignature taken away'),
      known('log-signature-missing', 'the log’s signature taken away'),
    ],
    T24: inNote({
      'line ends of two characters': (text) => text.replaceAll('\n', '\r\n'),
      'a byte order mark': (text) => `\ufeff${text}`,
      'a control character': (text) => text.replace('business', 'business\u0007'),
      'a size with a zero before': (text) => text.replace('\n9\n', '\n09\n'),
      'a signature that is there twice': (text) => text + (text.split('\n').at(-2) ?? '') + '\n',
      'a hundred signatures more': (text) => text + Array.from({ length: 100 }, unknownSignature).join(''),
      'base64 without its padding': (text) => text.replace('=\n\n', '\n\n'),
      'another line in the checkpoint': (text) => text.replace('\n\n', '\nmore\n\n'),
    }),
    T33: [
      inBundle({
        name: 'cosigners of whom the policy knows nothing, in the place of those that it asks for',
        power: 'C',
        finds: ['quorum-unmet'],
        given: cosignedBy(['cosigner-2', 'cosigner-3'], onlyTheFirst),
      }),
      inBundle({
        name: 'one cosigner’s key, where two of three are asked for',
        power: 'D',
        finds: ['quorum-unmet', 'time-unknown', 'freshness-unknown'],
        given: cosignedBy(['cosigner-1'], twoOfThree),
      }),
    ],
  },
};

const unknownSignature = (_: unknown, at: number): string => `— key-${String(at)} AAAAAAAA\n`;

async function signedWithSm2() {
  const lab = await goldenLab();
  const bundle = await labBundle(lab, CASES);
  const { text, signatures } = bundle.checkpoint;
  const [log, ...others] = signatures;
  const { log: sm2 } = labSigners('sm2');
  if (!log) throw new Error('no signature');
  const { signature } = await signNote(text, verifierKey(log.name, 'log', sm2), sm2);
  return { lab, bundle: { ...bundle, checkpoint: { text, signatures: [{ ...log, signature }, ...others] } } };
}
