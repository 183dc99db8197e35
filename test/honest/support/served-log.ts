import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tlogFile } from '../../../libs/notary/src/tlog/tlog-file';
import type { LogLedger } from '../../../libs/notary/src/reading/ledgers';

/** Serves the files of a log as the interface does, at one address, from whichever ledger is there. */
export class ServedLog {
  ledger: LogLedger | undefined;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const file = this.ledger && tlogFile(this.ledger, (request.url ?? '').slice(1));
      Promise.resolve(file).then(
        (content) => response.writeHead(content ? 200 : 404).end(content),
        () => response.writeHead(503).end(),
      );
    });
  }

  static async start(): Promise<ServedLog> {
    const served = new ServedLog();
    served.#server.listen(0, '127.0.0.1');
    await once(served.#server, 'listening');
    return served;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, 'close');
  }
}
