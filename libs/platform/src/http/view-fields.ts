/** Options of `ApiProperty` for a text that may be absent. */
export const TEXT_OR_NULL = { type: 'string', nullable: true } as const;

/** Options of `ApiProperty` for a day that may be absent. */
export const DATE_OR_NULL = { ...TEXT_OR_NULL, format: 'date' } as const;

/** The codes of a table from code to Chinese name, for `enum`. */
export const codesIn = (table: object): string[] => Object.keys(table);
