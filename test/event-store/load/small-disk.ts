import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEGABYTE = 1024 * 1024;

/** A file system of the test's own, which may be filled up without harm to anybody. */
export class SmallDisk {
  private constructor(readonly path: string) {}

  /** @returns undefined where the user may not mount. */
  static mount(megabytes: number): SmallDisk | undefined {
    const path = mkdtempSync(join(tmpdir(), 'liuhen-disk-'));
    const options = `size=${String(megabytes)}m,mode=711`;
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]).status === 0)
      return new SmallDisk(path);
    rmdirSync(path);
    return undefined;
  }

  /** Takes up all but so much. */
  fillUp(megabytesLeft: number): void {
    const { bavail, bsize } = statfsSync(this.path);
    writeFileSync(this.ballast, Buffer.alloc(bavail * bsize - megabytesLeft * MEGABYTE));
  }

  /** What was filled up is free again. */
  clear(): void {
    rmSync(this.ballast);
  }

  unmount(): void {
    spawnSync('umount', [this.path]);
    rmdirSync(this.path);
  }

  private get ballast(): string {
    return join(this.path, 'ballast');
  }
}
