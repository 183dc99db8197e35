import type { SealedEvent } from '@liuhen/kernel';
import {
  concat,
  encodeEntries,
  entriesPath,
  fromHex,
  rootOf,
  tilePath,
  tilesOf,
  utf8,
  type Hash,
} from '@liuhen/ledger';

/** A log of these events in the layout of C2SP tlog-tiles, and the payloads of the heads beside it. */
export function tlogFiles(hash: Hash, events: readonly SealedEvent[]): Map<string, Uint8Array> {
  const leaves = events.map(({ leafHash }) => fromHex(leafHash));
  const node = (level: number, index: number): Uint8Array =>
    rootOf(hash, leaves.slice(index * 256 ** level, (index + 1) * 256 ** level));
  const files = new Map<string, Uint8Array>();
  for (const tile of tilesOf(events.length)) {
    const first = tile.index * 256;
    const nodes = Array.from({ length: tile.width }, (_, at) => node(tile.level, first + at));
    files.set(tilePath(tile), concat(...nodes));
    if (tile.level > 0) continue;
    const headers = events.slice(first, first + tile.width).map(({ headerText }) => utf8(headerText));
    files.set(entriesPath(tile), encodeEntries(headers));
  }
  for (const [index, { header, payloadText }] of events.entries())
    if (header.type === 'HeadsRecorded') files.set(`heads/${String(index)}`, utf8(payloadText));
  return files;
}
