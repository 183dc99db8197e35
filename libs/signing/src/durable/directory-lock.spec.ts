import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectoryLock } from './directory-lock';
import { listenOnSocket } from './unix-socket';

describe('the lock of a directory', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'liuhen-lock-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is held by one at a time', async () => {
    const first = await DirectoryLock.take(directory);
    await expect(DirectoryLock.take(directory)).rejects.toMatchObject({ code: 'directory-in-use' });
    await first.release();
    await (await DirectoryLock.take(directory)).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('is held by one at most of many who want it at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => DirectoryLock.take(directory)));
    const taken = all.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    expect(taken.length).toBeLessThanOrEqual(1);
    await Promise.all(taken.map((lock) => lock.release()));
  });

  it('is free again where its holder was killed', async () => {
    const server = createServer();
    await listenOnSocket(server, join(directory, 'socket'));
    renameSync(join(directory, 'socket'), join(directory, 'lock-00000000'));
    await new Promise((closed) => server.close(closed));
    const lock = await DirectoryLock.take(directory);
    expect(readdirSync(directory)).not.toContain('lock-00000000');
    await lock.release();
  });

  it('says so when the path is too long for a socket, which the system would cut off', async () => {
    const deep = join(directory, 'a'.repeat(100));
    mkdirSync(deep);
    await expect(DirectoryLock.take(deep)).rejects.toMatchObject({ code: 'address-unusable' });
    expect(readdirSync(deep)).toEqual([]);
  });
});
