import { existsSync, readFileSync, writeFileSync, createReadStream } from 'node:fs';
import { join } from 'node:path';
import { ApiClient } from '../client/api-client';
import { localToken } from '../client/local-token';
import { Importer } from '../import/importer';
import { linesOf } from '../import/lines';

/** Relative to this file as built, in dist/apps/cli/src/local. */
const GUIDING_CASES = join(__dirname, '../../../../../samples/guiding-cases.jsonl');

/** Whether the samples belong into a data directory is settled at its first start; a first start may be cut off. */
const noteIn = (dataDir: string): string => join(dataDir, 'samples');

export function wantsSamples(dataDir: string, empty: boolean): boolean {
  const note = noteIn(dataDir);
  if (!existsSync(note)) writeFileSync(note, empty ? 'none' : 'wanted', { mode: 0o600 });
  return readFileSync(note, 'utf8') === 'wanted';
}

/** Imports the guiding cases as any other file is imported. */
export async function importSamples(
  dataDir: string,
  url: string,
  log: (line: string) => void,
): Promise<void> {
  const api = new ApiClient({ url, token: localToken(dataDir, 'case-system') });
  const importer = new Importer(api, () => undefined);
  const { cases, rejected } = await importer.run(linesOf(createReadStream(GUIDING_CASES)));
  for (const { line, reason } of rejected) log(`样例第 ${String(line)} 行未导入：${reason}`);
  log(`已导入样例：最高人民法院指导性案例 ${String(cases)} 个（不需要样例的，用 --empty 启动）`);
  writeFileSync(noteIn(dataDir), 'imported', { mode: 0o600 });
}
