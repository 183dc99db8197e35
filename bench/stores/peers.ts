import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { PEERS } from '../harness/paths';

/** Other event stores are packages of bench/peers, so that the product does not depend on them. */
export const requirePeer = createRequire(join(PEERS, 'package.json'));

/** Installs them where that has not been done. */
export function installPeers(): void {
  if (existsSync(join(PEERS, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: PEERS, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm ci failed in ${PEERS}`);
}
