import {
  encodeEntries,
  formatNote,
  Malformed,
  parseTilePath,
  TILE_WIDTH,
  utf8,
  type EntryBundle,
} from '@liuhen/ledger';
import { cosignedNote } from '../reading/cosigned-note';
import { eventAt, eventsFrom } from '../reading/event-at';
import type { LogLedger } from '../reading/ledgers';
import { lastCheckpoint } from '../tables/checkpoint-table';
import { tileTable } from '../tables/tile-table';
import { readTree } from '../tables/tree-table';

const HEADS_PATH = /^heads\/(0|[1-9]\d{0,15})$/;

/**
 * A file of the log in the layout of C2SP tlog-tiles: `checkpoint`, `tile/…`, `tile/entries/…`; an entry is a header's bytes.
 * Beside them `heads/<index>`, the payload of the HeadsRecorded event at that index, which an auditor recomputes.
 *
 * @returns `undefined` where there is no such file, or none yet
 */
export async function tlogFile(ledger: LogLedger, path: string): Promise<Uint8Array | undefined> {
  const { db, log } = ledger;
  const tree = await readTree(db, log);
  const checkpoint = tree && (await lastCheckpoint(db, log, tree.start));
  if (!checkpoint) return undefined;
  if (path === 'checkpoint') return utf8(formatNote(await cosignedNote(db, log, checkpoint)));
  const heads = HEADS_PATH.exec(path)?.[1];
  if (heads !== undefined)
    return Number(heads) < checkpoint.size ? headsPayload(ledger, Number(heads)) : undefined;
  const file = fileAt(path);
  if (!file) return undefined;
  const { level, ...bundle } = file;
  const span = level === 'entries' ? 1 : TILE_WIDTH ** level;
  if ((bundle.index * TILE_WIDTH + bundle.width) * span > checkpoint.size) return undefined;
  return level === 'entries' ? entries(ledger, bundle) : tileTable(db, log).readTile({ level, ...bundle });
}

function fileAt(path: string) {
  try {
    return parseTilePath(path);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

async function entries(ledger: LogLedger, { index, width }: EntryBundle): Promise<Uint8Array> {
  const events = await eventsFrom(ledger, index * TILE_WIDTH, width);
  return encodeEntries(events.map(({ headerText }) => utf8(headerText)));
}

async function headsPayload(ledger: LogLedger, leaf: number): Promise<Uint8Array | undefined> {
  const event = await eventAt(ledger, leaf);
  return event?.header.type === 'HeadsRecorded' ? utf8(event.payloadText) : undefined;
}
