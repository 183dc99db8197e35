import { ForeignPosition, type EventStore } from '@liuhen/event-store';
import { Problem, type ProjectionWaits } from '@liuhen/platform';
import { ReadModelBehind, type ReadModels } from '@liuhen/read-models';

/** Waits by the checkpoints in the database, whichever process advances them. */
export class ReadModelWaits implements ProjectionWaits {
  constructor(
    private readonly readModels: ReadModels,
    private readonly stores: readonly EventStore[],
  ) {}

  async waitFor(projections: readonly string[], position: string): Promise<void> {
    if (!this.stores.some((store) => isOf(store, position))) throw new Problem('invalid-position');
    await Promise.all(projections.map((projection) => this.#wait(projection, position)));
  }

  async #wait(projection: string, position: string): Promise<void> {
    try {
      await this.readModels.waitFor(projection, position);
    } catch (error) {
      if (error instanceof ForeignPosition) return;
      if (!(error instanceof ReadModelBehind)) throw error;
      throw new Problem(error.stopped ? 'read-model-stopped' : 'read-model-behind', { cause: error });
    }
  }
}

function isOf(store: EventStore, position: string): boolean {
  try {
    store.parsePosition(position);
    return true;
  } catch (error) {
    if (error instanceof ForeignPosition) return false;
    throw error;
  }
}
