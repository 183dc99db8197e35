import fc from 'fast-check';
import { concat, toHex, utf8 } from '../bytes';
import { Malformed } from '../malformed';
import { browserSuite } from '../suites/browser/browser-suite';
import { nodeSuite } from '../suites/node/node-suite';
import { EMPTY_MAP_ROOT, type HeadEntry } from './heads-map';
import { decodeMapProof, encodeMapProof, mapProof, type MapProof } from './map-proof';
import { proveHead } from './prove-head';
import { keyOf } from './sparse-tree';
import { flipped } from './testing/flipped';
import { plainRoot } from './testing/plain-map';
import { riggedHash, riggedKeys } from './testing/rigged-hash';
import { mapOf, someHead, someHeads, type SomeMap } from './testing/some-map';
import { verifyAbsence, verifyPresence } from './verify-head';

const SHA256 = nodeSuite.hash('sha256');
const RIGGED = riggedHash(SHA256);

describe.each(['sha256', 'sm3'] as const)('a proof from the map of heads under %s', (algorithm) => {
  const hash = nodeSuite.hash(algorithm);
  const entries = someHeads(hash, 150);
  let some: SomeMap;
  beforeAll(async () => {
    some = await mapOf(hash, entries);
  });

  it('shows for every stream its last event', async () => {
    const { map, pages } = some;
    for (const head of entries) {
      const { entry, proof } = await proveHead(hash, pages, map.root, head.stream);
      expect(entry).toEqual(head);
      expect(verifyPresence(hash, map.root, head, proof)).toBe(true);
      expect(verifyAbsence(hash, map.root, head.stream, proof)).toBe(false);
    }
  });

  it('shows for every other stream that there is none', async () => {
    const { map, pages } = some;
    for (const stream of Array.from({ length: 50 }, (_, number) => `case-none-${String(number)}`)) {
      const { entry, proof } = await proveHead(hash, pages, map.root, stream);
      expect(entry).toBeUndefined();
      expect(verifyAbsence(hash, map.root, stream, proof)).toBe(true);
      expect(verifyPresence(hash, map.root, someHead(hash, stream), proof)).toBe(false);
    }
  });

  it('is accepted in a browser too', async () => {
    const { map, pages } = some;
    const { proof } = await proveHead(hash, pages, map.root, 'case-1');
    const inBrowser = browserSuite.hash(algorithm);
    expect(verifyPresence(inBrowser, map.root, someHead(hash, 'case-1'), proof)).toBe(true);
  });

  it('holds for nothing but its own stream, event and root', async () => {
    const { map, pages } = some;
    const head = someHead(hash, 'case-1');
    const { proof } = await proveHead(hash, pages, map.root, head.stream);
    const accepts = (changes: Partial<HeadEntry>, root = map.root) =>
      verifyPresence(hash, root, { ...head, ...changes }, proof);
    expect(accepts({})).toBe(true);
    expect(accepts({ stream: 'case-2' })).toBe(false);
    for (const rev of [1, -1, 0.5, NaN, 2 ** 53]) expect(accepts({ rev })).toBe(false);
    expect(accepts({ leaf: new Uint8Array() })).toBe(false);
    for (let bit = 0; bit < 256; bit += 5) {
      expect(accepts({ leaf: flipped(head.leaf, bit) })).toBe(false);
      expect(accepts({}, flipped(map.root, bit))).toBe(false);
    }
  });

  it('holds no more when any bit of it is changed', async () => {
    const { map, pages } = await mapOf(hash, entries.slice(0, 3));
    for (const stream of ['case-1', 'case-none']) {
      const { entry, proof } = await proveHead(hash, pages, map.root, stream);
      const holds = (changed: MapProof) =>
        entry
          ? verifyPresence(hash, map.root, entry, changed)
          : verifyAbsence(hash, map.root, stream, changed);
      const text = utf8(encodeMapProof(proof));
      expect(readAnd(holds, text)).toBe(true);
      for (let bit = 0; bit < 8 * text.length; bit++) expect(readAnd(holds, flipped(text, bit))).toBe(false);
    }
  });

  it('has no bit of a bitmap too many, too few or elsewhere', async () => {
    const { map, pages } = some;
    const { proof } = await proveHead(hash, pages, map.root, 'case-1');
    const head = someHead(hash, 'case-1');
    const holds = (changes: Partial<MapProof>) =>
      verifyPresence(hash, map.root, head, { ...proof, ...changes });
    const { bitmap, siblings } = proof;
    for (let bit = 0; bit < 256; bit++) expect(holds({ bitmap: flipped(bitmap, bit) })).toBe(false);
    for (let bit = 8; bit < 256; bit += 9)
      expect(holds({ bitmap: flipped(flipped(bitmap, 0), bit) })).toBe(false);
    expect(holds({ bitmap: bitmap.subarray(1) })).toBe(false);
    expect(holds({ bitmap: concat(bitmap, Uint8Array.of(0)) })).toBe(false);
    expect(holds({ siblings: siblings.slice(1) })).toBe(false);
    expect(holds({ siblings: [...siblings, EMPTY_MAP_ROOT] })).toBe(false);
    expect(holds({ siblings: [...siblings].reverse() })).toBe(false);
  });

  it('shows an empty subtree by nothing but a bit', async () => {
    const { map, pages } = some;
    const { proof } = await proveHead(hash, pages, map.root, 'case-1');
    const bitmap = flipped(proof.bitmap, 200);
    const siblings = [...proof.siblings, EMPTY_MAP_ROOT];
    expect(verifyPresence(hash, map.root, someHead(hash, 'case-1'), { bitmap, siblings })).toBe(false);
  });

  it('tells neither the name nor the place nor the event of another stream', async () => {
    const { map, pages } = some;
    for (const stream of ['case-1', 'case-none']) {
      const { proof } = await proveHead(hash, pages, map.root, stream);
      const text = encodeMapProof(proof);
      const shown = toHex(concat(utf8(text), proof.bitmap, ...proof.siblings));
      for (const other of entries.filter((entry) => entry.stream !== stream)) {
        const secrets = [keyOf(hash, other.stream), other.leaf, utf8(other.stream)];
        for (const secret of secrets) expect(shown).not.toContain(toHex(secret.subarray(0, 6)));
      }
    }
  });
});

describe('a proof from the map of heads', () => {
  it('shows presence and absence among places that lie close together', async () => {
    const keys = fc.uniqueArray(fc.nat(255), { minLength: 2, maxLength: 100 }).map(riggedKeys);
    await fc.assert(
      fc.asyncProperty(keys, async ([none = '', ...streams]) => {
        const heads = streams.map((stream) => someHead(RIGGED, stream));
        const { map, pages } = await mapOf(RIGGED, heads);
        const absent = await proveHead(RIGGED, pages, map.root, none);
        expect(verifyAbsence(RIGGED, map.root, none, absent.proof)).toBe(true);
        for (const head of heads.slice(0, 5)) {
          const { entry, proof } = await proveHead(RIGGED, pages, map.root, head.stream);
          expect(entry).toEqual(head);
          expect(decodeMapProof(encodeMapProof(proof))).toEqual(proof);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('shows of the map without streams that a stream is not in it', async () => {
    const { map, pages } = await mapOf(SHA256);
    const { entry, proof } = await proveHead(SHA256, pages, map.root, 'case-1');
    expect(entry).toBeUndefined();
    expect(verifyAbsence(SHA256, EMPTY_MAP_ROOT, 'case-1', proof)).toBe(true);
    expect(verifyPresence(SHA256, EMPTY_MAP_ROOT, someHead(SHA256, 'case-1'), proof)).toBe(false);
    expect(encodeMapProof(proof)).toBe(`${'A'.repeat(43)}=\n`);
  });

  it.each([
    ['a revision below 0', { rev: -1 }],
    ['a revision beyond 2^53', { rev: 2 ** 53 }],
    ['no leaf hash', { leaf: new Uint8Array() }],
    ['a longer leaf hash', { leaf: new Uint8Array(33) }],
  ])('shows no event with %s, though a map were made with it', (_, changes) => {
    const head = someHead(SHA256, 'case-1');
    const accepts = (entry: HeadEntry) =>
      verifyPresence(SHA256, plainRoot(SHA256, [entry]), entry, mapProof([]));
    expect(accepts(head)).toBe(true);
    expect(accepts({ ...head, ...changes })).toBe(false);
  });

  it('is not made from pages that are not those of the map', async () => {
    const { map, pages } = await mapOf(SHA256, [someHead(SHA256, 'case-1')]);
    const page = pages.pages.get('') ?? new Uint8Array();
    const ofRevision = 8 * (1 + 32 + 8) - 1;
    await pages.write(new Map([['', flipped(page, ofRevision)]]));
    await expect(proveHead(SHA256, pages, map.root, 'case-1')).rejects.toThrow(Malformed);
  });

  it.each([
    ['nothing', ''],
    ['no end of line', 'A'.repeat(43) + '='],
    ['a shorter bitmap', 'AAAA\n'],
    ['a node that is not told', `${'A'.repeat(43)}=\n${'B'.repeat(42)}A=\n`],
    ['no node that is told', `gA${'A'.repeat(41)}=\n`],
    ['an empty node', `gA${'A'.repeat(41)}=\n${'A'.repeat(43)}=\n`],
    ['a shorter node', `gA${'A'.repeat(41)}=\nAAAB\n`],
    ['an empty line', `${'A'.repeat(43)}=\n\n`],
    ['a carriage return', `${'A'.repeat(43)}=\r\n`],
    ['another spelling of a byte', `${'A'.repeat(42)}B=\n`],
  ])('is refused with %s', (_, text) => {
    expect(() => decodeMapProof(text)).toThrow(Malformed);
  });
});

/** Whether the text is a proof, and that proof holds. */
function readAnd(holds: (proof: MapProof) => boolean, text: Uint8Array): boolean {
  try {
    return holds(decodeMapProof(String.fromCharCode(...text)));
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}
