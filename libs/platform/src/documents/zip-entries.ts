import type { Content } from './content';

/** Of the record that ends a ZIP archive, which an archive's comment may follow. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const END_SIGNATURE = 0x0605_4b50;
const ENTRY_LENGTH = 46;
const ENTRY_SIGNATURE = 0x0201_4b50;
/** A document of a thousand pages with a picture on each stays far below. */
const LONGEST_DIRECTORY = 4 * 1024 * 1024;

/**
 * The names in a ZIP archive's central directory (APPNOTE 6.3.10 §4.3.12, §4.3.16); `undefined` if it has none that can
 * be read. Nothing is unpacked. Archives beyond 4 GiB (ZIP64) and in several parts are none here.
 */
export async function zipEntries(content: Content): Promise<readonly string[] | undefined> {
  const end = await endRecord(content);
  if (!end) return undefined;
  const [count, length, offset] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  if (length > LONGEST_DIRECTORY || offset + length > content.length) return undefined;
  return namesIn(await content.read(offset, length), count);
}

async function endRecord(content: Content): Promise<Buffer | undefined> {
  const start = Math.max(0, content.length - END_LENGTH - LONGEST_COMMENT);
  const tail = await content.read(start, content.length - start);
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    const isEnd =
      tail.readUInt32LE(at) === END_SIGNATURE && tail.readUInt16LE(at + 20) === tail.length - at - END_LENGTH;
    if (isEnd) return tail.subarray(at);
  }
  return undefined;
}

function namesIn(directory: Buffer, count: number): readonly string[] | undefined {
  const names: string[] = [];
  for (let at = 0; names.length < count;) {
    const entry = directory.subarray(at, at + ENTRY_LENGTH);
    if (entry.length < ENTRY_LENGTH || entry.readUInt32LE(0) !== ENTRY_SIGNATURE) return undefined;
    const nameLength = entry.readUInt16LE(28);
    names.push(directory.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    at += ENTRY_LENGTH + nameLength + entry.readUInt16LE(30) + entry.readUInt16LE(32);
  }
  return names;
}
