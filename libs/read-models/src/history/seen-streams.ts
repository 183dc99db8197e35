import { Policies, type Reader } from '@liuhen/access';
import { decodeAll, type MaskedFields, type StoredEvent } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import {
  CaseReading,
  INSTRUMENTS,
  matterEvents,
  matterStream,
  readableIn,
  readableMatter,
  type CaseId,
  type MatterId,
  type ReadableMatter,
  type ReadingWishes,
} from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';
import type { MatterHeading } from './history.views';
import { isWithheld } from './withheld';

/** A stream as far as a reader may see it. */
export interface SeenStream {
  readonly events: readonly StoredEvent[];
  /** Whether an event is kept from them, who may know no more than that it is there. */
  readonly isHidden: (event: StoredEvent) => boolean;
  /** Whether they may know what is kept from others: the inner file, or what the issuing side does for itself. */
  readonly within: boolean;
  /** Whether the reader would be shown the inner file after signing in by two factors. */
  readonly isLocked: boolean;
  /** What was taken out of which event before it came here, by the event's id. */
  readonly masked: ReadonlyMap<string, MaskedFields>;
  /** Of a matter, what it is called as far as the reader may know. */
  readonly matter: MatterHeading | null;
}

export interface SeenMatter extends SeenStream {
  readonly matter: MatterHeading;
}

/** Reads the streams of cases and of matters as far as a reader may. */
@Injectable()
export class SeenStreams {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly cases: CaseReading,
  ) {}

  /** @throws Refusal `case-not-found` */
  async ofCase(caseId: CaseId, reader: Reader, wishes?: ReadingWishes): Promise<SeenStream> {
    const { events, masked, innerFile } = await this.cases.of(caseId, reader, wishes);
    const within = innerFile === 'shown';
    const isHidden = ({ header }: StoredEvent): boolean => isWithheld(header, within);
    return { events, masked, within, isHidden, isLocked: innerFile === 'locked', matter: null };
  }

  /** @throws Refusal `matter-not-found` */
  async ofMatter(matter: MatterId, reader: Reader): Promise<SeenMatter> {
    return seen(matter, await readableMatter(this.runtimes.business.store, this.policies, matter, reader));
  }

  /** Those of them that the reader may read. */
  async ofMatters(matters: readonly MatterId[], reader: Reader): Promise<readonly SeenMatter[]> {
    const { store } = this.runtimes.business;
    const streams = await Promise.all(
      matters.map(async (matter) => {
        const found = readableIn(await store.readStream(matterStream(matter)), this.policies, reader);
        return found && seen(matter, found);
      }),
    );
    return streams.filter((stream) => stream !== undefined);
  }
}

const seen = (matter: MatterId, { events, within, isHidden }: ReadableMatter): SeenMatter => ({
  ...{ events, within, isHidden, isLocked: false, masked: new Map<string, never>() },
  matter: headingOf(
    matter,
    events.filter((event) => !isHidden(event)),
  ),
});

/** As the latest draft or letter that is shown has it. */
function headingOf(matter: MatterId, shown: readonly StoredEvent[]): MatterHeading {
  const named = decodeAll(matterEvents, shown).flatMap((event) =>
    event.type === 'MatterDrafted' || event.type === 'MatterIssued' ? [event.data] : [],
  );
  const latest = named.at(-1);
  if (!latest) throw new Error(`matter ${matter} is readable, and neither its draft nor a letter of it is`);
  const { title, instrument } = latest;
  return { matter, title, instrument, instrumentName: INSTRUMENTS[instrument] };
}
