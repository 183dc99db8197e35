import type { ShownEvent } from '@liuhen/ledger';
import { tamperedWith, turned, withEvent } from '@liuhen/ledger/testing';
import { each, inBundle, inFile, known } from '../support/tampered-bundles';
import type { Cells } from './cell';

type Proof = readonly Uint8Array[];

const ZERO = new Uint8Array(32);

/** What can be done to a list of hashes. */
const MUTATIONS: Readonly<Record<string, (proof: Proof, root: Uint8Array) => Proof>> = {
  'cut at its beginning': (proof) => proof.slice(1),
  'cut at its end': (proof) => proof.slice(0, -1),
  'left out': () => [],
  'with a hash before': (proof) => [ZERO, ...proof],
  'with a hash after': (proof) => [...proof, ZERO],
  'with the root before': (proof, root) => [root, ...proof],
  'with the root after': (proof, root) => [...proof, root],
  'with a hash in between': ([first = ZERO, ...others]) => [first, ZERO, ...others],
  'with a hash twice': ([first = ZERO, ...others]) => [first, first, ...others],
  'with a bit turned': ([first = ZERO, ...others]) => [turned(first), ...others],
  'in the other order': (proof) => proof.toReversed(),
};

const withProof = (change: (event: ShownEvent) => Partial<ShownEvent>) =>
  withEvent(1, (event) => ({ ...event, ...change(event) }));

const inclusions = each(MUTATIONS, (change, name) =>
  inBundle({
    name: `the proof of an event, ${name}`,
    finds: ['not-in-tree'],
    first: 2,
    given: tamperedWith(({ events }, { tree }) => ({
      events: events.map((event) =>
        event.index === 2 ? { ...event, proof: change(event.proof, tree.root()) } : event,
      ),
    })),
  }),
);

const brackets = each(MUTATIONS, (change, name) =>
  inBundle({
    name: `the proof of an earlier checkpoint, ${name}`,
    finds: ['bracket-inconsistent'],
    given: tamperedWith((bundle, { tree }) => ({
      brackets: bundle.brackets.map((one) => ({ ...one, proof: change(one.proof, tree.root()) })),
    })),
  }),
);

const heads = each(MUTATIONS, (change, name) =>
  inBundle({
    name: `the proof of the tree of the heads, ${name}`,
    finds: ['heads-of-other-tree'],
    first: 7,
    given: tamperedWith((bundle, { tree }) => ({
      heads: { ...bundle.heads, consistency: change(bundle.heads.consistency, tree.root()) },
    })),
  }),
);

/** The same number, or hash, to whoever is not strict. */
const inEvents = (spellings: Readonly<Record<string, (text: string) => string>>) =>
  each(spellings, (change, name) =>
    inBundle({ name, finds: ['malformed'], given: inFile('events.jsonl', change) }),
  );

const indexAs = (text: string) => (events: string) => events.replace('"index":2,', `"index":${text},`);

export const PROOFS: Cells<'P26'> = {
  P26: {
    T17: [
      inBundle({
        name: 'the path of the node above',
        finds: ['not-in-tree'],
        first: 1,
        given: withProof(({ index, proof }) => ({ index: index >> 1, proof: proof.slice(1) })),
      }),
    ],
    T18: [
      ...each({ 'an index too small': -1, 'an index too large': 1 }, (by, name) =>
        inBundle({
          name,
          finds: ['not-in-tree'],
          given: withProof(({ index }) => ({ index: index + by })),
        }),
      ),
      inBundle({
        name: 'an index beyond the tree',
        finds: ['not-in-tree'],
        given: withProof(() => ({ index: 9 })),
      }),
      ...inEvents({
        'an index beyond 2^53': indexAs('9007199254740993'),
        'an index that is negative': indexAs('-2'),
        'an index with a zero before': indexAs('02'),
        'an index with a fraction': indexAs('2.0'),
        'an index as text': indexAs('"2"'),
      }),
    ],
    T19: [...inclusions, ...brackets, ...heads, known('head-proof-wrong', 'the proof of another head')],
    T24: inEvents({
      'unused bits of base64': (text) =>
        text.replace(/([A-Za-z0-9+/])="/, (_, last: string) => `${nextLetter(last)}="`),
      'base64 without its padding': (text) => text.replace('="', '"'),
      'base64 of the other alphabet': (text) => text.replace(/[+/](?=[A-Za-z0-9+/]*=")/, '-'),
      'line ends of two characters': (text) => text.replaceAll('\n', '\r\n'),
      'a byte order mark': (text) => `\ufeff${text}`,
      'no line end after the last line': (text) => text.slice(0, -1),
    }),
  },
};

/** Differs in its last bit, which 32 bytes do not need. */
const nextLetter = (letter: string): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return letters.charAt(letters.indexOf(letter) ^ 1);
};
