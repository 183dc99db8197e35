import { concat } from '../bytes';
import { Malformed } from '../malformed';

const LENGTH_BYTES = 2;
const MAX_ENTRY_BYTES = 0xffff;

/** C2SP tlog-tiles: each entry after its length in two bytes, the higher first. */
export const encodeEntries = (entries: readonly Uint8Array[]): Uint8Array =>
  concat(...entries.flatMap((entry) => [lengthOf(entry), entry]));

function lengthOf({ length }: Uint8Array): Uint8Array {
  if (length > MAX_ENTRY_BYTES) throw new RangeError('an entry has at most 65,535 bytes');
  return Uint8Array.of(length >> 8, length & 0xff);
}

/** @param width entries that there must be, no more and no less. @throws Malformed */
export function decodeEntries(bytes: Uint8Array, width: number): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + LENGTH_BYTES <= bytes.length) {
    const first = at + LENGTH_BYTES;
    at = first + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    entries.push(bytes.subarray(first, at));
  }
  if (at !== bytes.length || entries.length !== width) throw new Malformed('entry bundle');
  return entries;
}
