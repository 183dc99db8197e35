import { Client } from 'pg';
import { embeddedPostgresAt } from '../embedded-postgres';

interface Row {
  readonly position: string;
  readonly payload: string;
}

/**
 * Changes what the last event of a stream of the embedded database says, as whoever owns the tables can, for training: how
 * it is found. Never to be used on records that somebody needs.
 *
 * @returns what was changed into what
 */
export async function alterLastEvent(dataDir: string, stream: string): Promise<readonly string[]> {
  const database = new Client(embeddedPostgresAt(dataDir)?.ownerUrl);
  await database.connect();
  try {
    const { rows } = await database.query<Row>(
      'select position, payload from log_business.events where stream = $1 order by rev desc limit 1',
      [stream],
    );
    const [row] = rows;
    const before = row?.payload.split('\n').at(-1);
    if (!row || before === undefined) throw new Error('a case has events with content');
    const [salt, name] = JSON.parse(before) as readonly [string, string];
    const after = JSON.stringify([salt, name, '改动之后']);
    await database.query('alter table log_business.events disable trigger user');
    await database.query('update log_business.events set payload = $2 where position = $1', [
      row.position,
      row.payload.replace(before, () => after),
    ]);
    await database.query('alter table log_business.events enable trigger user');
    return [`改动前 ${before}`, `改动后 ${after}`];
  } finally {
    await database.end();
  }
}
