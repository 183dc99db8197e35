import { SigningFailure } from '../signing-failure';

/** Where a process is reached: a socket of this machine, or a port. */
export type Address =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'port'; readonly host: string; readonly port: number };

const SOCKET = /^unix:(\/.+)$/;
const PORT = /^(?:http:\/\/)?([^\s:/@]+|\[[0-9a-f:]+\]):(\d{1,5})\/?$/;

/** Reads `unix:/path` or `host:port`; port 0 takes any free one. @throws SigningFailure `address-unusable` */
export function parseAddress(text: string): Address {
  const [, path] = SOCKET.exec(text) ?? [];
  if (path !== undefined) return { kind: 'socket', path };
  const [, host, port] = PORT.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535)
    throw new SigningFailure(
      'address-unusable',
      `地址 ${text} 有误，须为 unix:/路径/signer.sock 或者 主机:端口，例如 127.0.0.1:7070`,
    );
  return { kind: 'port', host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}
