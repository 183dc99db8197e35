import { once } from 'node:events';
import { connect, type Server } from 'node:net';
import { codeOf, SigningFailure } from '../signing-failure';

/** sun_path of unix(7) holds 108 bytes with its end, that of macOS 104; a longer path would be cut off silently. */
const MAX_PATH_BYTES = process.platform === 'linux' ? 107 : 103;

/** @throws SigningFailure `address-unusable` if the path is too long, Error `EADDRINUSE` */
export async function listenOnSocket(server: Server, path: string): Promise<void> {
  if (Buffer.byteLength(path) > MAX_PATH_BYTES)
    throw new SigningFailure(
      'address-unusable',
      `套接字路径过长（最多 ${String(MAX_PATH_BYTES)} 字节），请改用路径较短的目录：${path}`,
    );
  server.listen({ path });
  await once(server, 'listening');
}

/** Whether somebody answers there; one that does not say no might. */
export async function isListening(path: string): Promise<boolean> {
  const socket = connect({ path });
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    return !['ECONNREFUSED', 'ENOENT'].includes(codeOf(error) ?? '');
  } finally {
    socket.destroy();
  }
}
