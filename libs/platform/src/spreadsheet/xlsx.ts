import { isCalendarDate } from '@liuhen/kernel';
import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';
import type { Sheet, SheetColumn, SheetValue } from './sheet';

/** A sheet as an Office Open XML workbook (ISO/IEC 29500). Texts are texts there, and never formulas. */
export const xlsxOf = ({ name, columns, rows }: Sheet): Promise<Buffer> =>
  writeXlsxFile([columns.map(headCell), ...rows.map((row) => rowOf(row, columns))], {
    sheet: name,
    columns: columns.map(({ width }) => ({ width: width ?? DEFAULT_WIDTH })),
    stickyRowsCount: 1,
  }).toBuffer();

const DEFAULT_WIDTH = 14;

const headCell = ({ title }: SheetColumn): Cell => ({ value: title, type: String, fontWeight: 'bold' });

const rowOf = (row: readonly SheetValue[], columns: readonly SheetColumn[]): Row =>
  row.map((value, place) => cellOf(value, columns[place]));

function cellOf(value: SheetValue, column: SheetColumn | undefined): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (column?.kind === 'date' && isCalendarDate(value))
    return { value: new Date(value), type: Date, format: 'yyyy-mm-dd' };
  return { value: asWritten(fitting(value)), type: String, format: '@' };
}

/** A text that reads like the escape of a character (`_x000D_`) stays as it was written (ISO/IEC 29500-1 §22.9.2.19). */
const asWritten = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Characters that office programs take in a cell; a longer one makes them call the whole file damaged. */
const LONGEST_CELL = 32_767;

const fitting = (text: string): string =>
  text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 1)}…`;
