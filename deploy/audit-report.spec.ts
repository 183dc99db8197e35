import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const reported = (npmStatus: number, report: string): readonly [status: number | null, text: string] => {
  const script = join(__dirname, 'audit-report.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, String(npmStatus)], { input: report });
  return [status, stdout.toString()];
};

describe('the audit of dependencies', () => {
  const found = (high: number): string => JSON.stringify({ metadata: { vulnerabilities: { high } } });

  it('fails on what is found', () => {
    expect(reported(1, found(1))).toEqual([1, expect.stringContaining('"high":1')]);
  });

  it('passes where nothing is, and says what has been counted', () => {
    expect(reported(0, found(0))).toEqual([0, 'note: dependency audit: {"high":0}\n']);
  });

  it.each([404, 405, 501])('says of a registry that answers %i that nothing was checked', (statusCode) => {
    const [status, text] = reported(1, JSON.stringify({ statusCode, error: {} }));
    expect([status, text]).toEqual([0, expect.stringMatching(/^note: .*not available.*nothing was checked/)]);
  });

  it.each([
    ['a registry that is away', '{"statusCode":503}'],
    ['no answer', ''],
    ['an answer that is none', '{}'],
  ])('fails on %s', (_, report) => {
    expect(reported(0, report)[0]).toBe(1);
    expect(reported(1, report)[0]).toBe(1);
  });
});
