import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boundServerLog, openServerLog, tailOf } from './server-log';

describe('the server log', () => {
  const directory = mkdtempSync(join(tmpdir(), 'liuhen-log-'));
  const path = join(directory, 'server.log');

  afterAll(() => rmSync(directory, { recursive: true }));

  it('keeps one older part when it grows too long, and the server goes on writing', () => {
    const server = openServerLog(path);
    for (const text of ['first\n', 'second\n', 'third\n']) {
      writeSync(server, text);
      boundServerLog(path, 6);
    }
    writeSync(server, 'fourth\n');
    closeSync(server);
    expect(readFileSync(path, 'utf8')).toBe('fourth\n');
    expect(readFileSync(`${path}.1`, 'utf8')).toBe('third\n');
  });

  it('leaves a short log as it is', () => {
    boundServerLog(path, 1000);
    expect(readFileSync(path, 'utf8')).toBe('fourth\n');
  });

  it('shows the last lines of one process, or of all when that one said nothing', () => {
    appendFileSync(
      path,
      Array.from({ length: 30 }, (_, line) => `t [7] line ${line}\nt [8] other\n`).join(''),
    );
    const lines = tailOf(path, 7).split('\n');
    expect(lines).toHaveLength(15);
    expect(lines.at(-1)).toBe('t [7] line 29');
    expect(lines.every((line) => line.includes('[7]'))).toBe(true);
    expect(tailOf(path, 9).split('\n').at(-1)).toBe('t [8] other');
  });

  it('is not written through a symbolic link', () => {
    const elsewhere = join(directory, 'elsewhere');
    symlinkSync(path, elsewhere);
    expect(() => openServerLog(elsewhere)).toThrow('ELOOP');
  });
});
