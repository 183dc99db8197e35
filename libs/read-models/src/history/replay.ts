import { Directory } from '@liuhen/access';
import type { StoredEvent } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { acts } from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';
import type { HistoryEvent, MatterHeading } from './history.views';
import { tellerOf, type TellEvent } from './line';
import { maskNote } from './masked';
import { redactionNotes } from './redacted';
import type { SeenStream } from './seen-streams';
import { inOrderOfHappening } from './timeline';
import { subjectOf, withheldView, withoutTime } from './withheld';

/** What a reader may know of the past of one or several streams. */
export interface SeenPast {
  /** One a case or matter. */
  readonly streams: readonly (readonly StoredEvent[])[];
  /** The matters among them. */
  readonly matters: readonly MatterHeading[];
  /** Events of these streams, in order of happening. */
  readonly told: (events: readonly StoredEvent[]) => readonly HistoryEvent[];
}

/** Tells streams line by line, as far as a reader may see them. */
@Injectable()
export class Replay {
  readonly #tell: TellEvent;

  constructor(
    private readonly runtimes: Runtimes,
    directory: Directory,
  ) {
    this.#tell = tellerOf(acts, directory);
  }

  of(seen: readonly SeenStream[]): SeenPast {
    const hidden = new Map(
      seen.flatMap(({ events, isHidden, isLocked }) =>
        events.filter(isHidden).map((event) => [idOf(event), withheldView(event, isLocked)] as const),
      ),
    );
    const isHidden = (event: StoredEvent): boolean => hidden.has(idOf(event));
    const shown = seen.flatMap(({ events }) => events.filter((event) => !isHidden(event)));
    const notes = redactionNotes(shown);
    const masked = new Map(seen.flatMap((stream) => [...stream.masked]));
    const view = (event: StoredEvent): HistoryEvent => {
      const titles = masked.get(idOf(event))?.titles ?? [];
      return this.#view(event, titles, `${notes.get(idOf(event)) ?? ''}${maskNote(titles)}`);
    };
    return {
      streams: seen.map(({ events }) =>
        events.map((event) => (isHidden(event) ? withoutTime(event) : event)),
      ),
      matters: seen.flatMap(({ matter }) => matter ?? []),
      told: (events) => this.#inOrder(events).map((event) => hidden.get(idOf(event)) ?? view(event)),
    };
  }

  #inOrder(events: readonly StoredEvent[]): readonly StoredEvent[] {
    const { store } = this.runtimes.business;
    return inOrderOfHappening(events.toSorted((a, b) => store.compare(a.position, b.position)));
  }

  #view(event: StoredEvent, masked: readonly string[], note: string): HistoryEvent {
    const { rev, id, type, occurredAt, recordedAt, actor, court, source, secrecy } = event.header;
    return {
      ...subjectOf(event.header),
      ...{ rev, id, type, occurredAt, recordedAt, actor, court, source, secrecy },
      line: `${this.#tell(event)}${note}`,
      masked,
      leaf: event.leafHash,
    };
  }
}

const idOf = ({ header }: StoredEvent): string => header.id;
