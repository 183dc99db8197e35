import { AdministrationSight, Directory, type Reader } from '@liuhen/access';
import { administrationRecords, courtIdOfStream, personOfKeyStream, postIdOfStream } from '@liuhen/courts';
import type { StoredEvent } from '@liuhen/kernel';
import { isText, pageOf, readCursor, Runtimes, type Page, type PageQuery } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { tellerOf, type TellEvent } from '../history/line';
import type { AdministrationEvent } from './administration.views';

/** The administration log, as far as it is about the reader's court and those beneath it, in order. */
export class ReplayAdministration extends Query<Page<AdministrationEvent>> {
  constructor(
    readonly query: PageQuery,
    readonly reader: Reader,
  ) {
    super();
  }
}

const TYPES = administrationRecords.flatMap(({ events }) => Object.keys(events));

@QueryHandler(ReplayAdministration)
export class ReplayAdministrationHandler implements IQueryHandler<ReplayAdministration> {
  readonly #tell: TellEvent;

  constructor(
    private readonly runtimes: Runtimes,
    private readonly directory: Directory,
    private readonly sight: AdministrationSight,
  ) {
    this.#tell = tellerOf(administrationRecords, directory);
  }

  /** @throws Refusal `administration-not-permitted` */
  async execute({ query, reader }: ReplayAdministration): Promise<Page<AdministrationEvent>> {
    this.sight.requireAuditor(reader);
    const [after] = readCursor(query.cursor, [isText]) ?? [];
    const events = await this.#seen(after, query.limit + 1, reader);
    const page = pageOf(events, query.limit, ({ position }) => [position]);
    return { ...page, items: page.items.map((event) => this.#view(event)) };
  }

  /** So many of them, where there are. */
  async #seen(cursor: string | undefined, count: number, reader: Reader): Promise<readonly StoredEvent[]> {
    const { store } = this.runtimes.administration;
    const seen: StoredEvent[] = [];
    let after = cursor === undefined ? undefined : store.parsePosition(cursor);
    for (let atHead = false; !atHead && seen.length < count;) {
      const page = await store.readPage({ after, types: TYPES, limit: count });
      seen.push(...page.events.filter(({ header }) => this.sight.seesEvent(header, reader)));
      after = page.scannedTo ?? after;
      atHead = page.atHead;
    }
    return seen.slice(0, count);
  }

  #view(event: StoredEvent): AdministrationEvent {
    const { id, type, stream, rev, occurredAt, recordedAt, court, actor } = event.header;
    const { person, post, party } = actor;
    return {
      ...{ id, type, stream, rev, subject: this.#subjectOf(stream), line: this.#tell(event) },
      ...{ occurredAt, recordedAt, court, actor: { person, post, party }, leaf: event.leafHash },
    };
  }

  #subjectOf(stream: string): string | null {
    const post = postIdOfStream(stream);
    if (post !== undefined) return this.directory.postTitle(post);
    const person = personOfKeyStream(stream);
    if (person !== undefined) return this.directory.personName(person);
    const court = courtIdOfStream(stream);
    return court === undefined ? null : this.directory.courtName(this.directory.codeOf(court) ?? court);
  }
}
