import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..', '..');
const page = readFileSync(join(ROOT, 'docs', 'security.md'), 'utf8');
const named = [...page.matchAll(/`([\w./-]+\/[\w./-]+)`/g)].map(([, path = '']) => path);

describe('the page on web security', () => {
  it('names tests and places that there are', () => {
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names a test for every requirement', () => {
    const rows = page.split('\n').filter((line) => /^\| *\d/.test(line));
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter((row) => !/spec\.ts`[^|]*\|$/.test(row))).toEqual([]);
  });
});
