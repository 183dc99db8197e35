import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT_CODES, EXIT_MEANINGS, type Exit } from './exit-codes';

const guide = readFileSync(join(__dirname, '../../../docs/guides/cli.md'), 'utf8');
const exits = Object.keys(EXIT_CODES) as readonly Exit[];

describe('the exit codes', () => {
  it('are told apart by their numbers', () => {
    expect(new Set(Object.values(EXIT_CODES)).size).toBe(exits.length);
  });

  it('are explained in the guide, all of them and in the same words', () => {
    const rows = [...guide.matchAll(/^\| +(\d+) +\| (.+?) +\|$/gm)].map(([, code, meaning]) => [
      code,
      meaning,
    ]);
    expect(rows).toEqual(exits.map((exit) => [String(EXIT_CODES[exit]), EXIT_MEANINGS[exit]]));
  });
});
