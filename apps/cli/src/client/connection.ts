import type { Environment } from '../terminal';
import { CommandFailure } from '../exit-codes';
import { configOf } from '../local/config';
import { liveServer } from '../local/server-file';
import { ApiClient } from './api-client';
import { localToken } from './local-token';

/**
 * The service that a command talks to. On its own machine the local key vouches for the person; elsewhere
 * `LIUHEN_API` says where and `LIUHEN_TOKEN` who.
 *
 * @param person asked for with `--as`.
 * @param preset who it is otherwise, with the local key.
 * @throws CommandFailure
 */
export function connect(environment: Environment, person: string | undefined, preset: string): ApiClient {
  const { LIUHEN_API: api, LIUHEN_TOKEN: token } = environment;
  if (token && person !== undefined)
    throw new CommandFailure('usage', '已用 LIUHEN_TOKEN 说明身份，不能再用 --as');
  if (api && !token)
    throw new CommandFailure('usage', '使用 LIUHEN_API 所指的服务须设置 LIUHEN_TOKEN（访问令牌）');
  const { dataDir } = configOf(environment);
  const url = api ? addressIn(api) : serverAt(dataDir);
  return new ApiClient({
    url,
    token: token ? () => Promise.resolve(token) : localToken(dataDir, person ?? preset),
  });
}

function addressIn(api: string): string {
  if (!URL.canParse(api) || !/^https?:$/.test(new URL(api).protocol))
    throw new CommandFailure('usage', 'LIUHEN_API 须为服务的地址，例如 https://liuhen.court.example');
  return api.replace(/\/+$/, '');
}

function serverAt(dataDir: string): string {
  const server = liveServer(dataDir);
  if (server) return server.url;
  throw new CommandFailure(
    'unreachable',
    [
      `数据目录 ${dataDir} 没有正在运行的服务。`,
      '请先在另一终端运行：npx liuhen start',
      '（服务用另一数据目录的，设置 LIUHEN_DATA_DIR；服务在别处的，设置 LIUHEN_API 和 LIUHEN_TOKEN）',
    ].join('\n'),
  );
}
