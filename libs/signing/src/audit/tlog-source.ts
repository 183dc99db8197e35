import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeEntries, entriesPath, tilePath, type Tile, type TileSource } from '@liuhen/ledger';
import { ask } from '../http/ask';
import { codeOf } from '../signing-failure';

/** A log in the layout of C2SP tlog-tiles, with the payloads of its heads under `heads/<leaf>` beside it. */
export interface TlogSource {
  /** `undefined` where there is nothing under this path. @throws SourceUnavailable */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** What the log is read from cannot be reached, or gives nothing that it should have. */
export class SourceUnavailable extends Error {
  override readonly name = 'SourceUnavailable';
}

const PATIENCE_MS = 30_000;
/** 256 entries of at most 65,535 bytes. */
const MAX_ANSWER_BYTES = 17 * 1024 * 1024;

/** Gives what goes with a request: asked each time, since a token may be renewed. */
export type Secret = (() => string) | undefined;

const httpSource = (url: string, secret: Secret): TlogSource => {
  const get = async (path: string) =>
    ask({
      base: url,
      method: 'GET',
      path: `/${path}`,
      secret: secret?.(),
      timeoutMs: PATIENCE_MS,
      maxBytes: MAX_ANSWER_BYTES,
    });
  return {
    read: async (path) => {
      const { status, body } = await get(path).catch(unavailable(url, path));
      if (status === 404) return undefined;
      if (status !== 200) throw new SourceUnavailable(`${url}/${path}：${String(status)}`);
      return body;
    },
  };
};

const directorySource = (directory: string): TlogSource => ({
  read: (path) =>
    readFile(join(directory, path)).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      return unavailable(directory, path)(error);
    }),
});

/** By the address in the configuration: http(s), or `file:` where the log arrives as files. */
export const sourceAt = (url: string, secret: Secret): TlogSource =>
  url.startsWith('file:') ? directorySource(fileURLToPath(url)) : httpSource(url, secret);

const unavailable =
  (place: string, path: string) =>
  (cause: unknown): never => {
    throw new SourceUnavailable(`无法读取 ${place}/${path}`, { cause });
  };

/** A log that has grown since may have nothing but the full tile, whose beginning a partial one is. */
export const tileSource = (source: TlogSource): TileSource => ({
  readTile: async (tile) => {
    const bytes =
      (await source.read(tilePath(tile))) ?? (await source.read(tilePath({ ...tile, width: 256 })));
    if (!bytes || bytes.length < tile.width * 32) throw missing(tilePath(tile));
    return bytes.subarray(0, tile.width * 32);
  },
});

/** @throws Malformed, SourceUnavailable */
export async function readBundle(
  source: TlogSource,
  { index, width }: Pick<Tile, 'index' | 'width'>,
): Promise<readonly Uint8Array[]> {
  const partial = await source.read(entriesPath({ index, width }));
  if (partial) return decodeEntries(partial, width);
  const full = await source.read(entriesPath({ index, width: 256 }));
  if (!full) throw missing(entriesPath({ index, width }));
  return decodeEntries(full, 256).slice(0, width);
}

const missing = (path: string): SourceUnavailable => new SourceUnavailable(`日志没有完整提供 ${path}`);
