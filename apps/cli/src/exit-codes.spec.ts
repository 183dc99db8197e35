import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_OUTCOME_EXIT, OUTCOME_EXITS, OUTCOMES } from '@liuhen/ledger';
import { codeOf, EXIT_CODES, EXIT_MEANINGS, VERDICT_CODES, type Exit } from './exit-codes';

const guide = readFileSync(join(__dirname, '../../../docs/guides/cli.md'), 'utf8');
const exits = Object.keys({ ...EXIT_CODES, ...VERDICT_CODES }) as readonly Exit[];

describe('the exit codes', () => {
  it('are told apart by their numbers', () => {
    const codes = Object.values(EXIT_CODES);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('of verifying are those of the verifier that stands alone, in its words', () => {
    const verdicts = Object.entries(OUTCOME_EXITS).map(([outcome, code]) => [`verdict-${outcome}`, code]);
    expect(VERDICT_CODES).toEqual({ ...Object.fromEntries(verdicts), 'verdict-none': NO_OUTCOME_EXIT });
    expect(EXIT_MEANINGS).toMatchObject(
      Object.fromEntries(Object.entries(OUTCOMES).map(([outcome, text]) => [`verdict-${outcome}`, text])),
    );
  });

  it('are explained in the guide, all of them and in the same words', () => {
    const rows = [...guide.matchAll(/^\| +(\d+) +\| (.+?) +\|$/gm)].map(([, code, meaning]) => [
      code,
      meaning,
    ]);
    expect(rows).toEqual(exits.map((exit) => [String(codeOf(exit)), EXIT_MEANINGS[exit]]));
  });
});
