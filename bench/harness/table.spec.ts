import type { Group, Round } from './bench';
import { tableOf } from './table';

const round = (perSecond: number, p50: number): Round => ({
  perSecond,
  latencies: { p50, p99: p50 * 10, p999: p50 * 20, max: p50 * 30 },
});

const group = (lines: Group['lines']): Group => ({
  title: '16 writers',
  unit: 'events/s',
  reference: 'ours',
  lines,
});

describe('the table', () => {
  it('shows the median of the rounds, their spread, latencies and the ratio to the reference', () => {
    const lines = [
      { name: 'ours', rounds: [round(1000, 1), round(3000, 3), round(2000, 2)] },
      { name: 'another', rounds: [round(500, 4)] },
    ];
    expect(tableOf(group(lines)).split('\n')).toEqual([
      '16 writers  events/s      min–max  p50 ms  p99 ms  p99.9 ms  ratio',
      'ours           2,000  1,000–3,000    2.00   20.00     40.00   1.00',
      'another          500      500–500    4.00   40.00     80.00   0.25',
    ]);
  });

  it('says who does not run and why, and leaves the columns as they are', () => {
    const lines = [
      { name: 'ours', rounds: [round(1000, 1)] },
      { name: 'absent', rounds: [], doesNotRun: 'it has no backend of this kind at all' },
    ];
    expect(tableOf(group(lines)).split('\n')).toEqual([
      '16 writers  events/s      min–max  p50 ms  p99 ms  p99.9 ms  ratio',
      'ours           1,000  1,000–1,000    1.00   10.00     20.00   1.00',
      'absent      does not run: it has no backend of this kind at all',
    ]);
  });

  it('leaves out what was not timed, and the ratio where the reference did not run', () => {
    const lines = [
      { name: 'ours', rounds: [], doesNotRun: 'off' },
      { name: 'other', rounds: [{ perSecond: 7 }] },
    ];
    expect(tableOf(group(lines)).split('\n')).toEqual([
      '16 writers  events/s  min–max  p50 ms  p99 ms  p99.9 ms  ratio',
      'ours        does not run: off',
      'other              7      7–7',
    ]);
  });
});
