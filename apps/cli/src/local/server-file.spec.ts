import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { liveServer, removeServerFile, writeServerFile } from './server-file';

describe('the note of where the server is', () => {
  let dataDir = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'liuhen-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const url = 'http://127.0.0.1:3000';
  const change = (fields: object) => {
    const file = join(dataDir, 'server.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...fields }));
  };

  it('is found while the server lives, readable by its owner only', () => {
    writeServerFile(dataDir, url);
    expect(liveServer(dataDir)).toMatchObject({ url, pid: process.pid });
    expect(statSync(join(dataDir, 'server.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['server.json']);
  });

  it('does not count when the server was killed and could not remove it', () => {
    writeServerFile(dataDir, url);
    change({ pid: spawnSync(process.execPath, ['--version']).pid });
    expect(liveServer(dataDir)).toBeUndefined();
  });

  it('does not count when another process has the number of the one that was killed', () => {
    writeServerFile(dataDir, url);
    change({ start: '1' });
    expect(liveServer(dataDir)).toBeUndefined();
  });

  it('is gone after it was removed, which may happen twice', () => {
    writeServerFile(dataDir, url);
    removeServerFile(dataDir);
    removeServerFile(dataDir);
    expect(liveServer(dataDir)).toBeUndefined();
  });

  it('is not there where no server ever ran', () => {
    expect(liveServer(join(dataDir, 'nowhere'))).toBeUndefined();
  });
});
