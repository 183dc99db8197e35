import { textOf, utf8 } from '../bytes';
import { Malformed } from '../malformed';
import { browserSuite } from '../suites/browser/browser-suite';
import { nodeSuite } from '../suites/node/node-suite';
import { labBundle, newLab, type LabOptions } from '../testing';
import { readBundle } from './read-bundle';
import { readZip, writeZip } from './stored-zip';
import { writeBundle } from './write-bundle';

/** Two cases, of one of which not all may be seen, a third that is only named, and one that does not exist. */
async function someBundle(options: LabOptions = {}) {
  const lab = newLab(options);
  for (const caseNumber of ['甲1', '乙2', '甲1', '甲1', '丙3']) lab.append(`case-${caseNumber}`);
  await lab.checkpoint();
  lab.restart();
  await lab.recordHeads();
  await lab.checkpoint();
  const bundle = await labBundle(lab, {
    cases: ['甲1', '乙2', '丁4'],
    others: ['丙3'],
    isHidden: ({ header }) => header.rev === 1,
    withheld: ({ header }) => (header.rev === 2 ? ['当事人'] : []),
  });
  return { bundle, bytes: writeBundle(bundle, lab.hash) };
}

const withFile = (bytes: Uint8Array, name: string, content: Uint8Array | undefined): Uint8Array => {
  const files = new Map(readZip(bytes));
  if (content) files.set(name, content);
  else files.delete(name);
  return writeZip(files);
};

const changed = (bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array => {
  const before = textOf(readZip(bytes).get(name) ?? utf8(''));
  const after = change(before);
  if (after === before) throw new Error('nothing has changed');
  return withFile(bytes, name, utf8(after));
};

describe('a bundle', () => {
  it.each(['sha256', 'sm3'] as const)('of %s is read as it was written, by every suite', async (hash) => {
    const { bundle, bytes } = await someBundle({ hash });
    for (const suite of [nodeSuite, browserSuite]) {
      const { digests, manifest, ...found } = readBundle(bytes, suite);
      expect(manifest).toEqual({ ...bundle.manifest, format: 'liuhen-evidence/2', files: digests });
      const withheld = new Map([...bundle.withheld].filter(([, fields]) => fields.length > 0));
      expect(found).toEqual({ ...bundle, manifest: undefined, withheld });
    }
  });

  it('is the same file wherever it is made', async () => {
    const [one, other] = [await someBundle(), await someBundle()];
    expect(one.bytes).toEqual(other.bytes);
  });

  it('has these files', async () => {
    const { bytes } = await someBundle();
    expect([...readZip(bytes).keys()]).toEqual([
      'README.zh.txt',
      'brackets/0000000000000005.note',
      'brackets/0000000000000005.proof',
      'checkpoint',
      'events.jsonl',
      'heads.json',
      'manifest.json',
      'starts.jsonl',
      'withheld.json',
    ]);
  });

  it('is refused without any of its files', async () => {
    const { bytes } = await someBundle();
    for (const name of readZip(bytes).keys())
      expect(() => readBundle(withFile(bytes, name, undefined), nodeSuite)).toThrow(Malformed);
  });

  it.each(['keys', 'brackets/0000000000000006.proof', 'brackets/5.note', 'events.json'])(
    'is refused with a file %s',
    async (name) => {
      const { bytes } = await someBundle();
      expect(() => readBundle(withFile(bytes, name, utf8('')), nodeSuite)).toThrow(Malformed);
    },
  );

  it.each<[string, string, (text: string) => string]>([
    ['a space in the manifest', 'manifest.json', (text) => text.replace(':', ': ')],
    ['no end of line', 'manifest.json', (text) => text.trimEnd()],
    ['another member', 'manifest.json', (text) => text.replace('{', '{"a":1,')],
    ['another format', 'manifest.json', (text) => text.replace('evidence/2', 'evidence/1')],
    ['another hash function', 'manifest.json', (text) => text.replace('sha256', 'sha512')],
    ['a name that objects have', 'manifest.json', (text) => text.replace('"sha256"', '"toString"')],
    ['a time that is none', 'manifest.json', (text) => text.replace('2026-03-01', '2026-03-41')],
    ['a number with a point', 'events.jsonl', (text) => text.replace('"index":0', '"index":0.0')],
    ['half a number', 'events.jsonl', (text) => text.replace('"index":0', '"index":0.5')],
    ['a number less than none', 'events.jsonl', (text) => text.replace('"index":0', '"index":-1')],
    ['a number in quotes', 'events.jsonl', (text) => text.replace('"index":0', '"index":"0"')],
    ['an empty line', 'events.jsonl', (text) => text.replace('\n', '\n\n')],
    ['a line of Windows', 'events.jsonl', (text) => text.replace('\n', '\r\n')],
    ['a byte order mark', 'heads.json', (text) => `\ufeff${text}`],
    ['half a character', 'heads.json', (text) => text.replace('{', '{"\\ud800":1,')],
    ['a hash too short', 'events.jsonl', (text) => text.replace(/"proof":\["[^"]+"/, '"proof":["AAAA"')],
    [
      'a hash in capitals',
      'events.jsonl',
      (text) => text.replace(/"leaf":"[^"]+"/, (leaf) => leaf.toUpperCase()),
    ],
    ['a header of two lines', 'events.jsonl', (text) => text.replace('"header":"', '"header":"\\n')],
    ['what is neither header nor hash', 'events.jsonl', (text) => text.replace('"leaf"', '"tree"')],
    [
      'a stream neither there nor not',
      'heads.json',
      (text) => text.replace('"absent":true', '"absent":false'),
    ],
    ['a word left out of the instructions', 'README.zh.txt', (text) => text.replace('不要', '')],
    ['a signature less', 'checkpoint', (text) => text.slice(0, text.indexOf('—'))],
    ['a line in a checkpoint', 'checkpoint', (text) => text.replace('\n\n', '\nmore\n\n')],
    [
      'a size in another spelling',
      'brackets/0000000000000005.note',
      (text) => text.replace('\n5\n', '\n05\n'),
    ],
    ['another size', 'brackets/0000000000000005.note', (text) => text.replace('\n5\n', '\n4\n')],
    ['a proof of bytes', 'brackets/0000000000000005.proof', (text) => `${text}AAAA\n`],
    ['nothing withheld of an event', 'withheld.json', (text) => text.replace(/\["[^\]]*\]/, '[]')],
    ['the same withheld twice', 'withheld.json', (text) => text.replace(/("[^"]{64}")/, '$1,$1')],
  ])('is refused with %s', async (_, name, change) => {
    const { bytes } = await someBundle();
    expect(() => readBundle(changed(bytes, name, change), nodeSuite)).toThrow(Malformed);
  });

  it('may have a manifest that is wrong about the other files: that is for the verifier to say', async () => {
    const { bytes } = await someBundle();
    const name = 'starts.jsonl';
    const { digests, manifest } = readBundle(withFile(bytes, name, utf8('')), nodeSuite);
    expect(manifest.files.get(name)).not.toBe(digests.get(name));
  });
});
