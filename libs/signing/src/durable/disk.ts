import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** The steps of which a durable write consists: a port, so that tests let each of them fail. */
export interface Disk {
  /** Writes a file whole, its owner's alone; what was at the path is lost. */
  write(path: string, content: string): void;
  /** Until the file's content outlasts a loss of power. */
  sync(path: string): void;
  rename(from: string, to: string): void;
  /** Gives a file a second name, unless that is taken. */
  link(from: string, to: string): void;
  /** Until the names in the directory outlast a loss of power. */
  syncDirectory(path: string): void;
}

export const nodeDisk: Disk = {
  write: (path, content) => {
    rmSync(path, { force: true });
    withFile(path, 'wx', (file) => {
      const bytes = Buffer.from(content);
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    });
  },
  sync: (path) => withFile(path, 'r+', fsyncSync),
  rename: renameSync,
  link: linkSync,
  syncDirectory: (path) => withFile(path, 'r', fsyncSync),
};

function withFile(path: string, flags: string, use: (file: number) => void): void {
  const file = openSync(path, flags, 0o600);
  try {
    use(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Puts a content in the place of a file's. Until the rename the former one is there, whole, afterwards the new one; only
 * when this returns does the new one outlast a loss of power.
 */
export function replaceFile(disk: Disk, path: string, content: string): void {
  writeDraft(disk, path, content);
  disk.rename(draftOf(path), path);
  disk.syncDirectory(dirname(path));
}

/** Like `replaceFile`, but for a file that is not there yet. @throws Error `EEXIST` */
export function createFile(disk: Disk, path: string, content: string): void {
  writeDraft(disk, path, content);
  try {
    disk.link(draftOf(path), path);
  } finally {
    rmSync(draftOf(path), { force: true });
  }
  disk.syncDirectory(dirname(path));
}

function writeDraft(disk: Disk, path: string, content: string): void {
  disk.write(draftOf(path), content);
  disk.sync(draftOf(path));
}

/** Whoever writes has the directory's lock, so that there is one draft at a time. */
const draftOf = (path: string): string => `${path}.new`;
