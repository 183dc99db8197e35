import { fromBase64, fromHex } from '../bytes';
import { formatCheckpoint, parseCheckpoint, type Checkpoint } from '../checkpoint/checkpoint';
import { Malformed } from '../malformed';
import { emptyRoot, leafHash } from '../merkle/hash';
import { EMPTY_FRONTIER, grow, rootOfFrontier } from '../merkle/frontier';
import { verifierKey, type VerifierKey } from '../note/keys';
import type { NoteSignature } from '../note/note';
import { checkSignature, signNote } from '../note/signing';
import { newKey, signerOfKey } from '../suites/node/private-key';
import { nodeSuite } from '../suites/node/node-suite';
import { formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint';
import { judgeGrowth } from './judge-growth';

const hash = nodeSuite.hash('sha256');

/** A cosigner that does nothing but judge, and answers as C2SP tlog-witness has it. */
function cosigner(log: VerifierKey) {
  let last: Checkpoint | undefined;
  return (body: string): number | [409, number] => {
    try {
      const { note, ...request } = parseAddCheckpoint(body);
      const checkpoint = parseCheckpoint(note.text);
      if (checkpoint.origin !== log.name) return 404;
      if (!note.signatures.some((signature) => checkSignature(nodeSuite, note.text, log, signature)))
        return 403;
      const verdict = judgeGrowth(hash, last, { ...request, checkpoint });
      if (typeof verdict === 'object') return [409, verdict.conflict];
      if (verdict === 'sign') last = checkpoint;
      return { sign: 200, inconsistent: 422, malformed: 400 }[verdict];
    } catch (error) {
      if (error instanceof Malformed) return 400;
      throw error;
    }
  };
}

// FiloSottile/sunlight, internal/witness: a log of sigsum, at 1, 3 and 5 leaves.
const ORIGIN = 'sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562';
const SIGSUM = verifierKey(ORIGIN, 'log', {
  scheme: 'ed25519',
  publicKey: fromHex('ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f'),
});

const AT_1 = `${ORIGIN}
1
KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=

— ${ORIGIN} UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=
`;
const AT_3 = `${ORIGIN}
3
RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=

— ${ORIGIN} UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go=
`;
const AT_5 = `${ORIGIN}
5
QrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=

— ${ORIGIN} UgIomw/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww=
`;
const FROM_1_TO_3 = `KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`;
const FROM_1_TO_5 = `KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
+fUDV+k970B4I3uKrqJM4aP1lloPZP8mvr2Z4wRw2LI=
KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`;
const FROM_3_TO_5 = `KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
KgMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
wgiIFdZfYNv6WU1OllBKsWnLYIS/DBMqt8Uh/S4OukE=
KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`;

describe('the growth of a log that others signed', () => {
  it('is cosigned step by step, and nothing else is', () => {
    const add = cosigner(SIGSUM);
    const invalid = AT_3.replace('6go=', '6gx=');
    const forged = AT_3.replace('8WVrx6go=', '8WVrx6gw=');
    const elsewhere = AT_3.replaceAll('309e562', '309e563');
    const answers = [
      ['first', `old 0\n\n${AT_1}`, 200],
      ['a signature with stray bits', `old 1\n${FROM_1_TO_3}\n${invalid}`, 400],
      ['an invalid signature', `old 1\n${FROM_1_TO_3}\n${forged}`, 403],
      ['an unknown log', `old 1\n${FROM_1_TO_3}\n${elsewhere}`, 404],
      ['no proof', `old 1\n\n${AT_3}`, 422],
      ['a wrong proof', `old 1\n${FROM_1_TO_3.replace(/AAA=\n$/, 'ABA=\n')}\n${AT_3}`, 422],
      ['from 1 to 3', `old 1\n${FROM_1_TO_3}\n${AT_3}`, 200],
      ['from 1 again', `old 1\n${FROM_1_TO_5}\n${AT_5}`, [409, 3]],
      ['from 3 to 5', `old 3\n${FROM_3_TO_5}\n${AT_5}`, 200],
      ['from nothing', `old 0\n\n${AT_5}`, [409, 5]],
      ['back to 3', `old 5\n\n${AT_3}`, 400],
      ['the same once more', `old 5\n\n${AT_5}`, 200],
      ['the same with a proof', `old 5\n${FROM_1_TO_3}\n${AT_5}`, 422],
      ['a note without signature', `old 5\n\n${AT_5.slice(0, AT_5.indexOf('\n—'))}`, 400],
      ['no size', `old 5\n\n${AT_5.replace('\n5\n', '\nfive\n')}`, 400],
      ['an extension line', `old 5\n\n${AT_5.replace('TjY=\n', 'TjY=\nextra\n')}`, 400],
    ] as const;
    expect(answers.map(([name, body]) => [name, add(body)])).toEqual(
      answers.map(([name, , answer]) => [name, answer]),
    );
  });
});

describe('the growth of a log', () => {
  const signer = signerOfKey(newKey('sm2'));
  const log = verifierKey('court.test/log', 'log', signer);
  const leaves = [1, 2, 3, 4, 5].map((leaf) => leafHash(hash, Uint8Array.of(leaf)));
  const rootOf = (size: number) => rootOfFrontier(hash, grow(hash, EMPTY_FRONTIER, leaves.slice(0, size)));
  const otherRoot = fromBase64('AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=');

  async function request(
    oldSize: number,
    size: number,
    {
      root = rootOf(size),
      proof = [],
      more = [],
    }: Partial<{
      root: Uint8Array;
      proof: readonly Uint8Array[];
      more: readonly NoteSignature[];
    }> = {},
  ): Promise<string> {
    const text = formatCheckpoint({ origin: log.name, size, root });
    const signatures = [await signNote(text, log, signer), ...more];
    return formatAddCheckpoint({ oldSize, proof, note: { text, signatures } });
  }

  it('goes on from the empty tree, without a proof', async () => {
    const add = cosigner(log);
    expect(add(await request(0, 0))).toBe(200);
    expect(add(await request(0, 5, { proof: [otherRoot] }))).toBe(422);
    expect(add(await request(0, 5))).toBe(200);
  });

  it('begins with the one empty tree that there is', async () => {
    const add = cosigner(log);
    expect(rootOf(0)).toEqual(emptyRoot(hash));
    expect(add(await request(0, 0, { root: otherRoot }))).toBe(422);
    expect(add(await request(0, 0))).toBe(200);
    expect(add(await request(0, 0, { root: otherRoot }))).toBe(422);
  });

  it('has one tree of each size', async () => {
    const add = cosigner(log);
    expect(add(await request(0, 5))).toBe(200);
    expect(add(await request(5, 5, { root: otherRoot }))).toEqual([409, 5]);
    expect(add(await request(5, 5))).toBe(200);
  });

  it('is not stopped by a signature that somebody forged under an earlier checkpoint', async () => {
    const add = cosigner(log);
    const witness = verifierKey('court.test/witness', 'cosigner', signer);
    const more = [{ name: witness.name, id: witness.id, signature: new Uint8Array(72) }];
    expect(add(await request(0, 0, { more }))).toBe(200);
    expect(add(await request(0, 5, { more }))).toBe(200);
  });

  it.each([
    ['shrinks', 6, undefined, 'malformed'],
    ['starts from a size that was not signed', 3, { size: 2, root: otherRoot }, { conflict: 2 }],
    ['starts anew', 0, { size: 2, root: otherRoot }, { conflict: 2 }],
    ['starts from a size although nothing was signed', 3, undefined, { conflict: 0 }],
  ] as const)('is not signed if it %s', (_case, oldSize, last, verdict) => {
    const checkpoint = { size: 5, root: rootOf(5) };
    expect(judgeGrowth(hash, last, { oldSize, proof: [], checkpoint })).toEqual(verdict);
  });
});
