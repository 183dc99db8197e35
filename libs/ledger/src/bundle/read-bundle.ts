import type { Digest } from '@liuhen/kernel';
import { equalBytes, utf8 } from '../bytes';
import { parseCheckpoint } from '../checkpoint/checkpoint';
import { Malformed } from '../malformed';
import type { Suite } from '../suites/suite';
import type { Bracket, Bundle } from './bundle';
import {
  eventsFile,
  headsFile,
  manifestFile,
  noteFile,
  proofFile,
  signersFile,
  startsFile,
  withheldFile,
  type StatedManifest,
} from './bundle-files';
import { README } from './readme';
import { readZip, type Files } from './stored-zip';
import { bracketPath, digestsOf } from './write-bundle';

/** A bundle as it was found. */
export interface FoundBundle extends Bundle {
  readonly manifest: StatedManifest;
  /** Digests of the files but the manifest, as they are and not as the manifest has them. */
  readonly digests: ReadonlyMap<string, Digest>;
}

/** What `writeBundle` wrote, if it did, but that the manifest may be wrong about the other files. @throws Malformed */
export function readBundle(bytes: Uint8Array, suite: Pick<Suite, 'hash'>): FoundBundle {
  const files = new Map(readZip(bytes));
  const take = (name: string): Uint8Array => {
    const content = files.get(name);
    if (!content) throw new Malformed(`no file ${name}`);
    files.delete(name);
    return content;
  };
  const manifest = manifestFile.decode(take('manifest.json'));
  const digests = digestsOf(suite.hash(manifest.hash), files);
  if (!equalBytes(take('README.zh.txt'), utf8(README))) throw new Malformed('README.zh.txt');
  const bundle = {
    manifest,
    digests,
    checkpoint: noteFile.decode(take('checkpoint')),
    events: eventsFile.decode(take('events.jsonl')),
    heads: headsFile.decode(take('heads.json')),
    starts: startsFile.decode(take('starts.jsonl')),
    withheld: withheldFile.decode(take('withheld.json')),
    signers: files.has('signers.json') ? signersFile.decode(take('signers.json')) : null,
  };
  parseCheckpoint(bundle.checkpoint.text);
  if (bundle.signers) parseCheckpoint(bundle.signers.checkpoint.text);
  return { ...bundle, brackets: bracketsIn(files) };
}

/** Notes and their proofs, and nothing else. */
function bracketsIn(files: Files): readonly Bracket[] {
  const notes = [...files.keys()].filter((name) => name.endsWith('.note'));
  const brackets = notes.map((name) => bracketIn(files, name));
  if (files.size !== 2 * notes.length) throw new Malformed('another file');
  return brackets;
}

function bracketIn(files: Files, name: string): Bracket {
  const checkpoint = noteFile.decode(files.get(name) ?? new Uint8Array());
  const { size } = parseCheckpoint(checkpoint.text);
  const proof = files.get(bracketPath(size, 'proof'));
  if (!proof || name !== bracketPath(size, 'note')) throw new Malformed(name);
  return { checkpoint, proof: proofFile.decode(proof) };
}
