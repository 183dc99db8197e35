import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const TOKEN = 'token-of-the-cosigner-at-this-log';

/** Serves a log's files to whoever has the token, whatever they say. */
export class LogServer {
  files: ReadonlyMap<string, Uint8Array> = new Map();
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(({ url = '', headers }, response) => {
      const path = url.slice('/log/'.length);
      this.asked.push(path);
      const file = this.files.get(path);
      const isKnown = headers.authorization === `Bearer ${TOKEN}`;
      response.statusCode = !isKnown ? 401 : file ? 200 : 404;
      response.end(isKnown ? file : undefined);
    });
  }

  static async start(): Promise<LogServer> {
    const server = new LogServer();
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/log`;
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, 'close');
  }
}
