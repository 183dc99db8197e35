import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between a store and its server, to break what lies between them at a chosen moment. */
export class TcpProxy {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private refusing = false;
  private requestsToLose = 0;
  private answersToLose = 0;

  constructor(private readonly target: URL) {
    this.server = createServer((client) => {
      this.join(client);
    });
  }

  /** @returns the same URL, but through here. */
  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  /** From now on nobody gets through. */
  refuse(refusing: boolean): void {
    this.refusing = refusing;
    if (refusing) this.cut();
  }

  /** Breaks every connection. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Breaks one of the connections; `chance`, from 0 up to 1, says which. */
  cutOne(chance: number): void {
    [...this.sockets][Math.floor(chance * this.sockets.size)]?.destroy();
  }

  /** Of the clients' next requests only half is passed on, then their connections break. */
  loseRequests(count: number): void {
    this.requestsToLose = count;
  }

  /** The server's next answers are not passed on; their connections break instead. */
  loseAnswers(count: number): void {
    this.answersToLose = count;
  }

  /** Nothing more passes through the connections that are there, although they stand. */
  silence(): void {
    for (const socket of this.sockets) socket.pause();
  }

  private join(client: Socket): void {
    if (this.refusing) {
      client.destroy();
      return;
    }
    const server = connect(Number(this.target.port || 5432), this.target.hostname);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (data) => {
      if (this.requestsToLose > 0) {
        this.requestsToLose--;
        server.write(data.subarray(0, data.length / 2));
        client.destroy();
      } else server.write(data);
    });
    server.on('data', (data) => {
      if (this.answersToLose > 0) {
        this.answersToLose--;
        client.destroy();
      } else client.write(data);
    });
  }
}
