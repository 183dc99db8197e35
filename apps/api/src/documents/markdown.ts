/** A row of a table in Markdown. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Its head, with the line beneath. */
export const head = (...titles: readonly string[]): readonly string[] => [
  row(titles),
  row(titles.map(() => '---')),
];
