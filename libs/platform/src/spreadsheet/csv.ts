import { stringify } from 'csv-stringify/sync';
import type { Sheet, SheetValue } from './sheet';

/**
 * A sheet as comma-separated values (RFC 4180), in UTF-8 with a byte order mark, by which Chinese office programs know
 * the encoding. A text that such a program would take for a formula has an apostrophe before it (OWASP, CSV injection).
 */
export const csvOf = ({ columns, rows }: Sheet): string =>
  stringify([columns.map(({ title }) => harmless(title)), ...rows.map((row) => row.map(harmless))], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });

/** Also the full-width signs, which some programs read as the plain ones. */
const LIKE_A_FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

const harmless = (value: SheetValue): SheetValue =>
  typeof value === 'string' && LIKE_A_FORMULA.test(value) ? `'${value}` : value;
