import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi } from '../api/support/running-api';

it('a server whose documents would have no place does not start, and says which setting is wrong', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'liuhen-place-'));
  const documentsDir = join(directory, 'file');
  writeFileSync(documentsDir, '');
  const starting = startApi({ worker: false, config: { documentsDir } });
  await expect(starting).rejects.toMatchObject({
    faults: [{ variable: 'LIUHEN_DOCUMENTS_DIR', fix: expect.stringContaining('须为可读写的目录') }],
  });
  rmSync(directory, { recursive: true });
});
