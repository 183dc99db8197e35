import { chinaTimeOf, type Instant } from '@liuhen/kernel';

/** What the CLI reads of one reading of a case. */
export interface ListedReading {
  readonly recordedAt: Instant;
  readonly personName: string;
  readonly postTitle: string;
  readonly courtName: string;
  readonly kindName: string;
  readonly dataName: string;
  readonly purpose: string;
  readonly results: number | null;
  /** What was kept from the reader. */
  readonly withheld: readonly string[];
  /** Why it was denied; `null` where it was not. */
  readonly code: string | null;
}

/** Who read a case, a line each. */
export const readerLines = (readings: readonly ListedReading[]): readonly string[] => [
  ...readings.map(lineOf),
  `共 ${String(readings.length)} 次`,
];

function lineOf(reading: ListedReading): string {
  const { recordedAt, courtName, postTitle, personName, kindName, dataName, purpose } = reading;
  const who = `${courtName}${postTitle}${personName}`;
  return [chinaTimeOf(recordedAt), who, `${kindName}${dataName}`, purpose, ...outcome(reading)].join('  ');
}

function outcome({ results, withheld, code }: ListedReading): readonly string[] {
  if (code !== null) return [`被拒（${code}）`];
  return [
    ...(results === null ? [] : [`${String(results)} 项`]),
    ...(withheld.length === 0 ? [] : [`未提供：${withheld.join('、')}`]),
  ];
}
