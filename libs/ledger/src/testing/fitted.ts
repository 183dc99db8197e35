import { manifestFile } from '../bundle/bundle-files';
import { writeZip, type Files } from '../bundle/stored-zip';
import { digestsOf } from '../bundle/write-bundle';
import { utf8 } from '../bytes';
import type { Hash } from '../merkle/hash';

/** The archive, with a manifest that has the digests of the other files, unless it is the one that was changed. */
export function fitted(files: Files, changed: string, hash: Hash): Uint8Array {
  if (changed === 'manifest.json') return writeZip(files);
  const others = new Map([...files].filter(([name]) => name !== 'manifest.json'));
  const manifest = manifestFile.decode(files.get('manifest.json') ?? utf8(''));
  const stated = { ...manifest, files: digestsOf(hash, others) };
  return writeZip(new Map([...others, ['manifest.json', manifestFile.encode(stated)]]));
}
