import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { SigningFailure } from '../signing-failure';
import { checkDirectory } from './log-folder';
import { isListening, listenOnSocket } from './unix-socket';

const FLAG = /^lock-[0-9a-f]{8}$/;

/**
 * Keeps a directory to one process. Everybody raises a flag of their own, a listening socket, and then looks at the others':
 * of two at once the one that looks later sees the other. A flag falls with its process, however that ends; names are not
 * used twice, so that what is removed as fallen never was another's.
 */
export class DirectoryLock {
  private constructor(
    private readonly server: Server,
    private readonly flag: string,
  ) {}

  /** @throws SigningFailure `directory-missing` | `directory-in-use` | `address-unusable` if its path is too long */
  static async take(directory: string): Promise<DirectoryLock> {
    checkDirectory(directory);
    const name = `lock-${randomBytes(4).toString('hex')}`;
    const draft = join(directory, `.${name}`);
    const server = createServer((socket) => socket.destroy());
    await listenOnSocket(server, draft);
    server.unref();
    // Seen by others only now that it can be reached: whoever cannot be reached is no more.
    renameSync(draft, join(directory, name));
    const lock = new DirectoryLock(server, join(directory, name));
    if (!(await anotherFlag(directory, name))) return lock;
    await lock.release();
    throw new SigningFailure('directory-in-use', `目录 ${directory} 正由另一进程使用，不能同时签署`);
  }

  async release(): Promise<void> {
    rmSync(this.flag, { force: true });
    this.server.close();
    await once(this.server, 'close');
  }
}

async function anotherFlag(directory: string, own: string): Promise<boolean> {
  const others = readdirSync(directory).filter((name) => FLAG.test(name) && name !== own);
  for (const other of others) {
    const flag = join(directory, other);
    if (await isListening(flag)) return true;
    rmSync(flag, { force: true });
  }
  return false;
}
