import { Policies, type Reader } from '@liuhen/access';
import { isRefusal, type StoredEvent } from '@liuhen/kernel';
import { SeenStreams, type SeenStream } from '@liuhen/read-models';
import { caseIdOfStream, matterOfStream } from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';

type Sight = Pick<SeenStream, 'isHidden'>;

const NOTHING: Sight = { isHidden: () => true };

/** Who may read a single event, wherever it stands. */
@Injectable()
export class LeafSight {
  constructor(
    private readonly policies: Policies,
    private readonly streams: SeenStreams,
  ) {}

  /** Whoever did it; others, if they may read it where it stands. */
  async mayRead(event: StoredEvent, reader: Reader): Promise<boolean> {
    if (event.header.actor.person === reader.person) return true;
    const stream = await this.#streamOf(event, reader);
    return stream ? !stream.isHidden(event) : this.policies.mayReadEvent(event.header, reader);
  }

  /** `undefined` for a stream that is neither a case's nor a matter's. */
  async #streamOf({ header }: StoredEvent, reader: Reader): Promise<Sight | undefined> {
    const caseId = caseIdOfStream(header.stream);
    const matter = matterOfStream(header.stream);
    try {
      if (caseId !== undefined) return await this.streams.ofCase(caseId, reader);
      if (matter !== undefined) return await this.streams.ofMatter(matter, reader);
      return undefined;
    } catch (error) {
      if (isRefusal(error)) return NOTHING;
      throw error;
    }
  }
}
