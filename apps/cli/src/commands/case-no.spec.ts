import { Readable } from 'node:stream';
import { caseNo } from './case-no';

async function read(...lines: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const printed: string[] = [];
  const input = Readable.from([lines.join('\n')]);
  const terminal = {
    environment: {},
    input,
    out: (line: string) => printed.push(line),
    err: fail,
    status: undefined,
  };
  expect(await caseNo.run({ options: {}, positionals: [] }, terminal)).toBe('ok');
  return printed.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const fail = (line: string) => {
  throw new Error(line);
};

describe('case-no', () => {
  it('takes a number of today apart', async () => {
    expect(await read('(2018)苏 0324破1号之四')).toEqual([
      {
        input: '(2018)苏 0324破1号之四',
        ok: true,
        canonical: '（2018）苏0324破1号之四',
        year: 2018,
        court: '苏0324',
        type: '破',
        seq: 1,
        suffix: 4,
        era: 'since-2016',
        reason: null,
      },
    ]);
  });

  it('takes a number of before 2016 apart', async () => {
    expect(await read('（2014）新刑初字第134号')).toMatchObject([
      { ok: true, court: '新', type: '刑初', seq: 134, suffix: null, era: 'before-2016' },
    ]);
  });

  it('gives the reason where there is no number, and goes on', async () => {
    const answers = await read('你好', '', '（2016）晋08刑终427号');
    expect(answers).toMatchObject([
      { input: '你好', ok: false, canonical: null, seq: null, reason: expect.stringContaining('不是案号') },
      { input: '', ok: false },
      { ok: true },
    ]);
  });

  it('has the same fields in every answer', async () => {
    const [good = {}, bad = {}] = await read('（2016）晋08刑终427号', '你好');
    expect(Object.keys(bad).sort()).toEqual(Object.keys(good).sort());
  });
});
