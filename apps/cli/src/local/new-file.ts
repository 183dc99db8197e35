import { writeFileSync } from 'node:fs';
import { CommandFailure } from '../exit-codes';

/** What is there already is never overwritten. @throws CommandFailure `usage` */
export function writeNewFile(file: string, content: Uint8Array): void {
  try {
    writeFileSync(file, content, { flag: 'wx' });
  } catch (error) {
    throw new CommandFailure('usage', `不能写入 ${file}：文件已经存在，或者目录不可写`, { cause: error });
  }
}
