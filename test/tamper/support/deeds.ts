/** The row that most is done to: the second event of the sixth case. */
export const AT = 42;
/** Of the last event. */
export const LAST = 296;

export const at = (position: number): string => `position = ${String(position)}`;

const HEADER_LEAF = String.raw`sha256('\x00'::bytea || convert_to(header, 'UTF8'))`;

/** The stored hash of a leaf is made to fit its header. */
export const refit = (where: string): string => `update events set leaf = ${HEADER_LEAF} where ${where}`;

/** A header says something else; its hash stays. */
export const edited = (from: string, to: string, position = AT): string =>
  `update events set header = replace(header, '${from}', '${to}') where ${at(position)}`;

/** A header says something else, and its hash fits. */
export const refitted = (from: string, to: string, position = AT): readonly string[] => [
  edited(from, to, position),
  refit(at(position)),
];

/** Two events change places in the log. */
export const swapped = (one: number, other: number): readonly string[] => [
  move(one, FREE),
  move(other, one),
  move(FREE, other),
];

/** No event is there. */
const FREE = 100_000;

const move = (from: number, to: number): string =>
  `update events set position = ${String(to)} where ${at(from)}`;

/** All events from a position on move up by so many places, or down. */
export const shifted = (from: number, by: number): readonly string[] => [
  `update events set position = position + ${String(FREE)} where position >= ${String(from)}`,
  `update events set position = position - ${String(FREE - by)} where position >= ${String(FREE)}`,
];

/** Streams and head say of the log what the events now are. */
export const ENDS_FITTED: readonly string[] = [
  'truncate streams',
  `insert into streams select distinct on (stream) stream, rev, leaf, recorded_at from events order by stream, rev desc`,
  `update head set position = coalesce((select max(position) from events), 0),
     recorded_at = coalesce((select max(recorded_at) from events), '-infinity')`,
];

/** No event may be there twice, or a revision, but for this. */
export const UNIQUENESS_DROPPED: readonly string[] = [
  'alter table events_0 drop constraint events_0_id_key, drop constraint events_0_stream_rev_key',
];

/** A bit of some bytes in a column is turned. */
export const turned = (table: string, column: string, byte: number, where: string): string =>
  `update ${table} set ${column} = set_byte(${column}, ${String(byte)}, get_byte(${column}, ${String(byte)}) # 1) where ${where}`;
