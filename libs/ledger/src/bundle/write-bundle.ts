import { toHex, utf8 } from '../bytes';
import { parseCheckpoint } from '../checkpoint/checkpoint';
import type { Hash } from '../merkle/hash';
import type { Bracket, Bundle } from './bundle';
import {
  eventsFile,
  FORMAT,
  headsFile,
  manifestFile,
  noteFile,
  proofFile,
  signersFile,
  startsFile,
  withheldFile,
} from './bundle-files';
import { README } from './readme';
import { writeZip, type Files } from './stored-zip';

/** What a bundle is as a file: the same content gives the same bytes. @throws Malformed */
export function writeBundle(bundle: Bundle, hash: Hash): Uint8Array {
  const files = contentFiles(bundle);
  const stated = { ...bundle.manifest, format: FORMAT, files: digestsOf(hash, files) };
  return writeZip(new Map([...files, ['manifest.json', manifestFile.encode(stated)]]));
}

export const digestsOf = (hash: Hash, files: Files): ReadonlyMap<string, string> =>
  new Map([...files].map(([name, content]) => [name, toHex(hash.digest(content))]));

const contentFiles = (bundle: Bundle): Files =>
  new Map([
    ['README.zh.txt', utf8(README)],
    ['checkpoint', noteFile.encode(bundle.checkpoint)],
    ['events.jsonl', eventsFile.encode(bundle.events)],
    ['heads.json', headsFile.encode(bundle.heads)],
    ['starts.jsonl', startsFile.encode(bundle.starts)],
    ['withheld.json', withheldFile.encode(bundle.withheld)],
    ...(bundle.signers ? [['signers.json', signersFile.encode(bundle.signers)] as const] : []),
    ...bundle.brackets.flatMap(bracketFiles),
  ]);

function bracketFiles({ checkpoint, proof }: Bracket): readonly (readonly [string, Uint8Array])[] {
  const { size } = parseCheckpoint(checkpoint.text);
  return [
    [bracketPath(size, 'note'), noteFile.encode(checkpoint)],
    [bracketPath(size, 'proof'), proofFile.encode(proof)],
  ];
}

export const bracketPath = (size: number, kind: 'note' | 'proof'): string =>
  `brackets/${String(size).padStart(16, '0')}.${kind}`;
