import { join } from 'node:path';
import { ForkedTypeScript } from '../../support/fork-typescript';
import type { KeeperTask } from './keeper.process';

/** A signer or a cosigner as a process of its own. */
export interface Keeper {
  readonly url: string;
  readonly process: ForkedTypeScript;
}

/** @throws Error if it ends before it serves. */
export async function startKeeper(task: KeeperTask): Promise<Keeper> {
  let ready: (url: unknown) => void = () => undefined;
  const says = new Promise<unknown>((resolve) => (ready = resolve));
  const process = new ForkedTypeScript(join(__dirname, 'keeper.process.ts'), task, (url) => ready(url));
  const url = await Promise.race([says, process.ended]);
  if (typeof url !== 'string' || !url.includes(':')) throw new Error('it has ended');
  return { url, process };
}
