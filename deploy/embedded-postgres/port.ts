import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** The port of the last start if it is free, so that noted addresses stay right; any free one otherwise. */
export async function choosePort(rememberedIn: string): Promise<number> {
  return (await freePort(rememberedPort(rememberedIn) ?? 0)) ?? (await freePort(0)) ?? 0;
}

export const rememberPort = (path: string, port: number): void => {
  rmSync(path, { force: true });
  writeFileSync(path, `${port}\n`, { flag: 'wx' });
};

/** undefined before the first start that succeeded. */
export function rememberedPort(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  return Number.parseInt(readFileSync(path, 'utf8'), 10) || undefined;
}

async function freePort(wanted: number): Promise<number | undefined> {
  const probe = createServer();
  try {
    probe.listen(wanted, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    return typeof address === 'object' ? address?.port : undefined;
  } catch {
    return undefined;
  } finally {
    probe.close();
  }
}
