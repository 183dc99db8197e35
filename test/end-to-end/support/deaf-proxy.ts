import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between a client and the service, and can lose an answer after the service has given it. */
export class DeafProxy {
  private answers = 0;
  private lost: ((answer: Buffer) => void) | undefined;

  private constructor(
    private readonly server: Server,
    private readonly sockets: Set<Socket>,
    private readonly loseFrom: number,
  ) {}

  /** Lets `loseFrom` answers through. */
  static async open(target: string, loseFrom: number): Promise<DeafProxy> {
    const { hostname, port } = new URL(target);
    const sockets = new Set<Socket>();
    const server = createServer((client) => {
      const service = connect(Number(port), hostname);
      for (const socket of [client, service]) sockets.add(socket.on('error', () => undefined));
      client.pipe(service);
      service.on('data', (answer: Buffer) => proxy.pass(answer, client));
    }).listen(0, '127.0.0.1');
    const proxy = new DeafProxy(server, sockets, loseFrom);
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** The first answer that the service gave and the client never got. */
  readonly lostAnswer = new Promise<Buffer>((resolve) => {
    this.lost = resolve;
  });

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private pass(answer: Buffer, client: Socket): void {
    if (this.answers++ < this.loseFrom) client.write(answer);
    else this.lost?.(answer);
  }
}
