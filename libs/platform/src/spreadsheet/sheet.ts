import type { CalendarDate } from '@liuhen/kernel';

/** A column of a register. */
export interface SheetColumn {
  /** As the first row says it. */
  readonly title: string;
  readonly kind: 'text' | 'date' | 'number';
  /** In characters, of which a Chinese one counts two; only where a file can say so. */
  readonly width?: number;
}

/** A text, a whole number, a day, or nothing. */
export type SheetValue = string | number | CalendarDate | null;

/** 台账: rows under named columns, to be read in an office program. */
export interface Sheet {
  /** At most 31 characters, without `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
}
