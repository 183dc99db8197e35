import type { Group, Line } from './bench';
import { median } from './statistics';

/** A table of text: one line a contender, its figures the medians over its rounds. */
export function tableOf({ title, unit, reference, lines }: Group): string {
  const referenceRate = rateOf(lines.find(({ name }) => name === reference));
  const head = [title, unit, 'min–max', 'p50 ms', 'p99 ms', 'p99.9 ms', 'ratio'];
  const rows = lines.map((line) => [line.name, ...cellsOf(line, referenceRate)]);
  const full = [head, ...rows].filter((row) => row.length === head.length);
  const nameWidth = Math.max(...[head, ...rows].map(([name = '']) => name.length));
  const widths = head.map((_, column) => Math.max(...full.map((row) => row[column]?.length ?? 0)));
  const text = ([name = '', ...cells]: readonly string[]): string =>
    [name.padEnd(nameWidth), ...cells.map((cell, index) => cell.padStart(widths[index + 1] ?? 0))]
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(text).join('\n');
}

/** `undefined` where nothing was measured. */
const rateOf = (line: Line | undefined): number | undefined =>
  line && line.rounds.length > 0 ? median(line.rounds.map(({ perSecond }) => perSecond)) : undefined;

/** One cell, the reason, where there is nothing to show. */
function cellsOf(line: Line, referenceRate: number | undefined): readonly string[] {
  const rate = rateOf(line);
  if (rate === undefined) return [`does not run: ${line.doesNotRun ?? 'no rounds'}`];
  const rates = line.rounds.map(({ perSecond }) => perSecond);
  const spread = `${whole(Math.min(...rates))}–${whole(Math.max(...rates))}`;
  const ratio = referenceRate === undefined ? '' : (rate / referenceRate).toFixed(2);
  return [whole(rate), spread, ...latencyCells(line), ratio];
}

function latencyCells({ rounds }: Line): readonly string[] {
  const latencies = rounds.flatMap((round) => (round.latencies ? [round.latencies] : []));
  return (['p50', 'p99', 'p999'] as const).map((name) =>
    latencies.length === 0 ? '' : median(latencies.map((each) => each[name])).toFixed(2),
  );
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
