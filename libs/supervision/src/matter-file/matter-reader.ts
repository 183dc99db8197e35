import { Policies, type Reader } from '@liuhen/access';
import { decodeAll, type Recorded } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import { matterEvents, type MatterEvent } from '../matter-rules/matter-events';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import { readableMatter } from './readable-matter';

/** What a reader may see of a matter, straight from its stream. */
export interface ShownMatter {
  readonly history: readonly Recorded<MatterEvent>[];
  /** Whether the reader is of the issuing side. */
  readonly within: boolean;
  /** Of the stream, what is hidden included. */
  readonly revision: number;
}

/** Reads a matter for the queries of any act on it. */
@Injectable()
export class MatterReader {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
  ) {}

  /** @throws Refusal `matter-not-found` */
  async read(matter: MatterId, reader: Reader): Promise<ShownMatter> {
    const { store } = this.runtimes.business;
    const { events, within, isHidden } = await readableMatter(store, this.policies, matter, reader);
    const shown = events.filter((event) => !isHidden(event));
    return { history: decodeAll(matterEvents, shown), within, revision: events.length - 1 };
  }
}
