import { concat, equalBytes, textOf } from '../bytes';
import { Malformed } from '../malformed';
import { CENTRAL, END, endRecord, fileRecords, LOCAL } from './zip-records';

/** What an archive holds, by name. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A larger one is refused before it is looked at. */
export const MAX_ZIP_BYTES = 2 ** 28;

const MAX_FILES = 0xffff;

/** Relative and plain, so that every system takes it for the same. */
const NAME = /^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*$/i;

/**
 * The one archive of these files: nothing compressed, names in the order of their bytes, one time for all, neither extra
 * fields nor comments (APPNOTE.TXT 6.3, 4.3). The same files give the same bytes everywhere.
 *
 * @throws Malformed if a name is none, or the archive would be too large
 */
export function writeZip(files: Files): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const name of [...files.keys()].sort()) {
    if (!NAME.test(name)) throw new Malformed(`file name ${name}`);
    const content = files.get(name) ?? new Uint8Array();
    const { local, central } = fileRecords(name, content, offset);
    parts.push(local, content);
    directory.push(central);
    offset += local.length + content.length;
  }
  const size = directory.reduce((total, { length }) => total + length, 0);
  if (files.size > MAX_FILES || offset + size + END.bytes > MAX_ZIP_BYTES) throw new Malformed('ZIP size');
  return concat(...parts, ...directory, endRecord(files.size, size, offset));
}

/** What `writeZip` wrote, if it did, to the byte. @throws Malformed */
export function readZip(bytes: Uint8Array): Files {
  if (bytes.length > MAX_ZIP_BYTES) throw new Malformed('ZIP size');
  const files = filesIn(bytes);
  if (!equalBytes(writeZip(files), bytes)) throw new Malformed('ZIP');
  return files;
}

/** Each file must begin where the one before it ends, so that no byte is taken twice. */
function filesIn(bytes: Uint8Array): Files {
  const { u16, u32 } = numbersIn(bytes);
  const end = bytes.length - END.bytes;
  const files = new Map<string, Uint8Array>();
  let entry = u32(end + END.offset);
  let local = 0;
  for (let left = u16(end + END.count); left > 0; left--) {
    if (u32(entry + CENTRAL.offset) !== local) throw new Malformed('ZIP');
    const nameLength = u16(entry + CENTRAL.nameLength);
    const name = entry + CENTRAL.bytes;
    const content = local + LOCAL.bytes + nameLength;
    local = content + u32(entry + CENTRAL.size);
    entry = name + nameLength;
    files.set(textOf(bytes.subarray(name, entry)), bytes.subarray(content, local));
  }
  return files;
}

function numbersIn(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const within = (at: number, width: number): number => {
    if (at < 0 || at + width > bytes.length) throw new Malformed('ZIP');
    return at;
  };
  return {
    u16: (at: number): number => view.getUint16(within(at, 2), true),
    u32: (at: number): number => view.getUint32(within(at, 4), true),
  };
}
