import type { EventStore } from '@liuhen/event-store';
import type { Sql } from '@liuhen/kernel';
import { entriesPath, parseCheckpoint, parseNote, textOf, tilePath, tilesOf } from '@liuhen/ledger';
import { ledgerOf } from '../reading/ledgers';
import { leavesOfType } from '../reading/event-at';
import { tlogFile } from './tlog-file';

/** A file of a log in the layout of C2SP tlog-tiles. */
export interface TlogFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** All files of a log as its last checkpoint has it; the checkpoint comes last. Nothing before the first checkpoint. */
export async function* exportLog(store: EventStore, db: Sql): AsyncGenerator<TlogFile> {
  const ledger = ledgerOf(store, db);
  const checkpoint = await tlogFile(ledger, 'checkpoint');
  if (!checkpoint) return;
  const { size } = parseCheckpoint(parseNote(textOf(checkpoint)).text);
  const tiles = tilesOf(size);
  const paths = [
    ...tiles.map(tilePath),
    ...tiles.filter(({ level }) => level === 0).map(entriesPath),
    ...(await leavesOfType(ledger, 'HeadsRecorded', size)).map((leaf) => `heads/${String(leaf)}`),
  ];
  for (const path of paths) {
    const content = await tlogFile(ledger, path);
    if (!content) throw new Error(`${ledger.log}: ${path}`);
    yield { path, content };
  }
  yield { path: 'checkpoint', content: checkpoint };
}
