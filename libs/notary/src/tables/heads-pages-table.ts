import type { LogName, Sql } from '@liuhen/kernel';
import type { HeadsPages } from '@liuhen/ledger';

export const headsPagesTable = (db: Sql, log: LogName): HeadsPages => ({
  read: async (ids) => {
    const { rows } = await db.query<{ readonly id: string; readonly content: Buffer }>(
      'select id, content from ledger.heads_pages where log = $1 and id = any ($2)',
      [log, ids],
    );
    return new Map(rows.map(({ id, content }) => [id, content]));
  },
});

export async function writeHeadsPages(
  db: Sql,
  log: LogName,
  pages: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  await db.query(
    `insert into ledger.heads_pages (log, id, content)
     select $1, p.id, p.content from unnest($2::text[], $3::bytea[]) as p (id, content)
     on conflict (log, id) do update set content = excluded.content`,
    [log, [...pages.keys()], [...pages.values()]],
  );
}
