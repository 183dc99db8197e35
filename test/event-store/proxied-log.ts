import { LogDatabase } from './open-store';
import { TcpProxy } from './tcp-proxy';

/** One database for a file of tests, which can also be reached by a line that breaks when it is told to. */
export class ProxiedLog extends LogDatabase {
  private line: TcpProxy | undefined;
  private lineUrl = '';

  override async create(): Promise<void> {
    await super.create();
    this.line = new TcpProxy(new URL(this.urls.appUrl));
    this.lineUrl = await this.line.listen();
  }

  override async drop(): Promise<void> {
    await this.line?.close();
    await super.drop();
  }

  get proxy(): TcpProxy {
    if (!this.line) throw new Error('not created');
    return this.line;
  }

  /** Of the application, by the line. */
  get proxiedUrl(): string {
    return this.lineUrl;
  }
}
