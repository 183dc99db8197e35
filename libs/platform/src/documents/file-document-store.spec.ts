import type { Digest } from '@liuhen/kernel';
import { Logger } from '@nestjs/common';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileDocumentStore, type Files } from './file-document-store';
import {
  arriving,
  breakingOff,
  describeDocumentStore,
  hexOf,
  LIMIT,
  read,
  sha256Of,
  TEXT,
  textOf,
} from './testing/document-store-contract';
import { MemoryDocumentStore } from './testing/memory-document-store';

const root = mkdtempSync(join(tmpdir(), 'liuhen-documents-'));
let directories = 0;
const freshDirectory = (): string => join(root, String(++directories));

const complaints: unknown[] = [];
beforeAll(
  () => void jest.spyOn(Logger.prototype, 'error').mockImplementation((message) => complaints.push(message)),
);
beforeEach(() => void complaints.splice(0));
afterAll(() => rmSync(root, { recursive: true }));

const pathOf = (directory: string, sha256: Digest): string =>
  join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

/** All files of a store, relative to it. */
const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(directory, path)).isFile(),
  );
const namesIn = (directory: string): readonly string[] =>
  filesIn(directory)
    .filter((path) => !path.startsWith('incoming/'))
    .map((path) => path.slice('ab/cd/'.length));

describeDocumentStore('in memory', async () => {
  const store = new MemoryDocumentStore(LIMIT);
  return {
    store,
    names: async () => [...store.documents.keys()],
    damage: async (sha256, change) => {
      store.documents.set(sha256, change(store.documents.get(sha256) ?? Buffer.of()));
    },
  };
});

describeDocumentStore('in the file system', async () => {
  const directory = freshDirectory();
  return {
    store: await FileDocumentStore.open({ directory, limit: LIMIT }),
    names: async () => namesIn(directory),
    damage: async (sha256, change) => {
      const path = pathOf(directory, sha256);
      writeFileSync(path, change(readFileSync(path)));
    },
  };
});

const failure = (code: string, syscall = 'write'): Error =>
  Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, errno: -1 });

/** A handle as the file system gives it, but for one operation. */
function failing(operation: 'writeFile' | 'sync' | 'read', code: string, from = 0): Files['open'] {
  return async (...args) => {
    const handle = await nodeFiles.open(...args);
    const original = handle[operation].bind(handle) as (...given: unknown[]) => Promise<unknown>;
    let calls = 0;
    const replaced = (...given: unknown[]): Promise<unknown> =>
      calls++ < from ? original(...given) : Promise.reject(failure(code, operation));
    return Object.assign(handle, { [operation]: replaced });
  };
}

describe('a document that could not be stored', () => {
  const content = textOf(300_000);

  it.each<[string, Partial<Files>, string]>([
    ['the disk is full at once', { open: failing('writeFile', 'ENOSPC') }, 'document-store-full'],
    ['the disk fills up meanwhile', { open: failing('writeFile', 'ENOSPC', 3) }, 'document-store-full'],
    ['the quota is used up', { open: failing('writeFile', 'EDQUOT', 1) }, 'document-store-full'],
    ['the disk cannot keep it', { open: failing('sync', 'EIO') }, 'document-store-unavailable'],
    [
      'there is no place for a new file',
      { open: async () => Promise.reject(failure('EMFILE', 'open')) },
      'document-store-unavailable',
    ],
    [
      'there is no place for a directory',
      { mkdir: async () => Promise.reject(failure('ENOSPC', 'mkdir')) },
      'document-store-full',
    ],
    [
      'it could not get its name',
      { rename: async () => Promise.reject(failure('EIO', 'rename')) },
      'document-store-unavailable',
    ],
  ])('is not there, nor anything of it: %s', async (_, broken, code) => {
    const directory = freshDirectory();
    await FileDocumentStore.open({ directory, limit: LIMIT });
    // Opened before, so that only the storing meets the fault.
    const files: Files = { ...nodeFiles, ...broken, mkdir: onceOpened(broken.mkdir) };
    const store = await FileDocumentStore.open({ directory, limit: LIMIT, files });
    await expect(store.put(arriving(content), TEXT)).rejects.toMatchObject({ code });
    expect(filesIn(directory)).toEqual([]);
    expect(complaints).toEqual([expect.objectContaining({ message: '文书库读写失败' })]);
  });

  /** The first directory is the store's own. */
  function onceOpened(broken: Files['mkdir'] | undefined): Files['mkdir'] {
    let calls = 0;
    return ((...args: Parameters<Files['mkdir']>) =>
      calls++ > 0 && broken ? broken(...args) : nodeFiles.mkdir(...args)) as Files['mkdir'];
  }

  it('may be there if it had its name, whole, and is taken when it comes again', async () => {
    const directory = freshDirectory();
    const rename: Files['rename'] = async (from, to) => {
      await nodeFiles.rename(from, to);
      throw failure('EIO', 'rename');
    };
    const cut = await FileDocumentStore.open({ directory, limit: LIMIT, files: { ...nodeFiles, rename } });
    await expect(cut.put(arriving(content), TEXT)).rejects.toMatchObject({
      code: 'document-store-unavailable',
    });
    const store = await FileDocumentStore.open({ directory, limit: LIMIT });
    expect(await read(await store.open(sha256Of(content)))).toBe(hexOf(content));
    expect(await store.put(arriving(content), TEXT)).toMatchObject({ sha256: sha256Of(content) });
    expect(filesIn(directory)).toHaveLength(1);
  });

  it('leaves the one that is there alone', async () => {
    const directory = freshDirectory();
    const store = await FileDocumentStore.open({ directory, limit: LIMIT });
    const { sha256 } = await store.put(arriving(content), TEXT);
    await expect(store.put(breakingOff(content), TEXT)).rejects.toThrow('文书没有传完');
    expect(await read(await store.open(sha256))).toBe(hexOf(content));
  });
});

describe('what a crash leaves behind', () => {
  const HOURS_AGO = new Date(Date.now() - 2 * 60 * 60 * 1000);

  it('is no document, and is swept at the next start once nobody can be writing it any more', async () => {
    const directory = freshDirectory();
    await FileDocumentStore.open({ directory, limit: LIMIT });
    const [abandoned, underWay] = ['abandoned', 'under-way'].map((name) => join(directory, 'incoming', name));
    for (const path of [abandoned, underWay]) writeFileSync(String(path), textOf(1000));
    utimesSync(String(abandoned), HOURS_AGO, HOURS_AGO);
    const store = await FileDocumentStore.open({ directory, limit: LIMIT });
    expect(await store.has(sha256Of(textOf(1000)))).toBe(false);
    expect(filesIn(directory)).toEqual([join('incoming', 'under-way')]);
  });

  it('does not keep two processes from starting at once', async () => {
    const directory = freshDirectory();
    await FileDocumentStore.open({ directory, limit: LIMIT });
    const path = join(directory, 'incoming', 'abandoned');
    writeFileSync(path, textOf(1000));
    utimesSync(path, HOURS_AGO, HOURS_AGO);
    const options = { directory, limit: LIMIT };
    await Promise.all([1, 2, 3].map(() => FileDocumentStore.open(options)));
    expect(filesIn(directory)).toEqual([]);
  });
});

describe('a store of files', () => {
  it('has its content and its name on the disk before it says so, in this order', async () => {
    const directory = freshDirectory();
    const steps: string[] = [];
    const note = (path: unknown): string =>
      String(path)
        .slice(directory.length)
        .replace(/[0-9a-f-]{36}$/, '…');
    const open: Files['open'] = async (...args) => {
      const handle = await nodeFiles.open(...args);
      const sync = handle.sync.bind(handle);
      return Object.assign(handle, {
        sync: async () => {
          await sync();
          steps.push(`sync ${note(args[0])}`);
        },
      });
    };
    const rename: Files['rename'] = async (from, to) => {
      steps.push('rename');
      await nodeFiles.rename(from, to);
    };
    const files = { ...nodeFiles, open, rename };
    const store = await FileDocumentStore.open({ directory, limit: LIMIT, files });
    const { sha256 } = await store.put(arriving(textOf(6)), TEXT);
    const [outer, inner] = [sha256.slice(0, 2), sha256.slice(2, 4)];
    expect(steps).toEqual([
      'sync /incoming/…',
      'rename',
      `sync /${outer}/${inner}`,
      `sync /${outer}`,
      'sync ',
    ]);
  });

  it('keeps its files from others on the machine', async () => {
    const directory = freshDirectory();
    const store = await FileDocumentStore.open({ directory, limit: LIMIT });
    const { sha256 } = await store.put(arriving(textOf(6)), TEXT);
    expect(statSync(pathOf(directory, sha256)).mode & 0o077).toBe(0);
    expect(statSync(directory).mode & 0o077).toBe(0);
  });

  it.each([1000, LIMIT])(
    'says of %d bytes that cannot be read that they cannot, and complains',
    async (length) => {
      const directory = freshDirectory();
      const whole = await FileDocumentStore.open({ directory, limit: LIMIT });
      const { sha256 } = await whole.put(arriving(textOf(length)), TEXT);
      const files = { ...nodeFiles, open: failing('read', 'EIO') };
      const store = await FileDocumentStore.open({ directory, limit: LIMIT, files });
      const reading = async () => read(await store.open(sha256));
      await expect(reading()).rejects.toMatchObject({ code: 'document-store-unavailable' });
      expect(complaints).toHaveLength(1);
    },
  );

  it('complains of a damaged document with its hash', async () => {
    const directory = freshDirectory();
    const store = await FileDocumentStore.open({ directory, limit: LIMIT });
    const { sha256 } = await store.put(arriving(textOf(6)), TEXT);
    writeFileSync(pathOf(directory, sha256), 'x');
    await expect(store.open(sha256)).rejects.toMatchObject({ code: 'document-damaged' });
    expect(complaints).toEqual([{ message: '文书已损坏：内容与其杂凑值不符', sha256 }]);
  });

  it('holds no file open that nobody reads to its end', async () => {
    const directory = freshDirectory();
    let open = 0;
    const opening: Files['open'] = async (...args) => {
      const handle = await nodeFiles.open(...args);
      open++;
      const close = handle.close.bind(handle);
      return Object.assign(handle, { close: () => close().finally(() => open--) });
    };
    const files = { ...nodeFiles, open: opening };
    const store = await FileDocumentStore.open({ directory, limit: LIMIT, files });
    const { sha256 } = await store.put(arriving(textOf(LIMIT)), TEXT);
    await store.open(sha256);
    for await (const piece of (await store.open(sha256))?.content ?? []) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(open).toBe(0);
  });
});
