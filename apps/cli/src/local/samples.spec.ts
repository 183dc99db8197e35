import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHistory } from '../import/source-history';
import { wantsSamples } from './samples';

describe('the samples', () => {
  let dataDir = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'liuhen-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('belong into a new data directory, still at a second start if the first was cut off', () => {
    expect(wantsSamples(dataDir, false)).toBe(true);
    expect(wantsSamples(dataDir, false)).toBe(true);
  });

  it('never belong into one that was first started empty', () => {
    expect(wantsSamples(dataDir, true)).toBe(false);
    expect(wantsSamples(dataDir, false)).toBe(false);
  });

  it('are guiding cases with the address at which the Supreme People’s Court published them', () => {
    const file = join(__dirname, '../../../../samples/guiding-cases.jsonl');
    const histories = readFileSync(file, 'utf8').trimEnd().split('\n').map(readHistory);
    expect(histories).toHaveLength(60);
    for (const { id, source } of histories) {
      expect(id).toMatch(/^GC-\d{3}$/);
      expect(source).toMatch(/^https:\/\/www\.court\.gov\.cn\/shenpan\/xiangqing\/\d+\.html$/);
    }
  });
});
