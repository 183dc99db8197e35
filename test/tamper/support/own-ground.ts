import { ServerUnderTest } from '../../eventstoredb/open-store';
import type { Ground } from '../table/cell';
import { GoldenLog } from './golden-log';
import { numberedEngine } from './numbered-engine';

/** Of one file of tests. */
export class OwnGround implements Ground {
  readonly #eventStoreDb = new ServerUnderTest();
  #golden: Promise<GoldenLog> | undefined;
  #numbered: Promise<GoldenLog> | undefined;

  golden(): Promise<GoldenLog> {
    return (this.#golden ??= GoldenLog.make());
  }

  numbered(): Promise<GoldenLog> {
    return (this.#numbered ??= this.#eventStoreDb
      .start()
      .then(() => GoldenLog.make(numberedEngine(this.#eventStoreDb.url))));
  }

  async close(): Promise<void> {
    await (await this.#golden)?.close();
    await (await this.#numbered)?.close();
    this.#eventStoreDb.stop();
  }
}
