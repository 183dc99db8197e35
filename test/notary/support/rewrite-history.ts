import { headerText, leafHash, parseHeader, type EventHeader } from '@liuhen/kernel';
import {
  EMPTY_EDGE,
  EMPTY_FRONTIER,
  fromHex,
  growTiles,
  nodeSuite,
  rootOfFrontier,
  type Hash,
} from '@liuhen/ledger';
import type { Client } from 'pg';
import { writeTiles } from '../../../libs/notary/src/tables/tile-table';

interface Row {
  readonly position: string;
  readonly header: string;
}

/**
 * Changes an event of a business log of SHA-256 as the database's administrator can, and computes anew all that follows
 * from it and needs no key: its leaf, the chain of its stream, the stream's last leaf, the tiles and the root.
 */
export async function rewriteHistory(
  operator: Client,
  stream: string,
  rev: number,
  change: (header: EventHeader) => Partial<EventHeader>,
): Promise<void> {
  await operator.query('set session_replication_role = replica');
  const { rows } = await operator.query<Row>(
    'select position, header from log_business.events where stream = $1 and rev >= $2 order by rev',
    [stream, rev],
  );
  let prev: string | null = null;
  for (const { position, header } of rows) {
    const before = parseHeader(header);
    const text = headerText({ ...before, ...(prev === null ? change(before) : { prev }) });
    prev = leafHash('sha256', text);
    await operator.query('update log_business.events set header = $2, leaf = $3 where position = $1', [
      ...[position, text, fromHex(prev)],
    ]);
  }
  await operator.query('update log_business.streams set leaf = $2 where name = $1', [
    ...[stream, fromHex(prev ?? '')],
  ]);
  await rewriteTree(operator, nodeSuite.hash('sha256'));
}

async function rewriteTree(operator: Client, hash: Hash): Promise<void> {
  const { rows } = await operator.query<{ readonly leaf: Buffer }>(
    'select leaf from log_business.events order by position',
  );
  const empty = { frontier: EMPTY_FRONTIER, edge: EMPTY_EDGE };
  const { frontier, tiles } = growTiles(
    hash,
    empty,
    rows.map(({ leaf }) => leaf),
  );
  await operator.query("delete from ledger.tiles where log = 'business'");
  await writeTiles(operator, 'business', tiles);
  await operator.query("update ledger.trees set root = $1 where log = 'business'", [
    rootOfFrontier(hash, frontier),
  ]);
}
