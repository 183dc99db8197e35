import { Directory, Policies, type Reader } from '@liuhen/access';
import { refusePower } from '@liuhen/courts';
import {
  DATA_CLASSES,
  isInstant,
  READING_KINDS,
  type Instant,
  type LogName,
  type StoredEvent,
} from '@liuhen/kernel';
import {
  isText,
  pageOf,
  ProjectionWaits,
  ReadDatabase,
  readCursor,
  Runtimes,
  type Page,
  type PageQuery,
} from '@liuhen/platform';
import { caseFileOf, CaseReading, type CaseId } from '@liuhen/supervision';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { instantSql } from '../instant-sql';
import { readersPower, refuse, TRYING } from './readers.power';
import type { ReadingOfCase } from './readers.views';

/** 谁看过本案: who looked at a case, or tried to, the latest first. */
export class ListReaders extends Query<Page<ReadingOfCase>> {
  constructor(
    readonly caseId: CaseId,
    readonly query: PageQuery,
    readonly reader: Reader,
  ) {
    super();
  }
}

type Row = Omit<ReadingOfCase, 'personName' | 'postTitle' | 'courtName' | 'kindName' | 'dataName'>;

/**
 * The readings of the case $1 up to the moment $3, but for what those do who look into an open lead on it, or on its
 * court ($2): they are as if they were not there, on no page and in no count, until the lead is closed.
 */
const READINGS = `
  select r.event, ${instantSql('r.recorded_at')} as "recordedAt", r.person, r.post, r.party, r.court, r.delegation,
         r.kind, r.data, r.purpose, r.results, r.masked as withheld, r.code
    from read.case_readings r
   where r.case_id = $1 and r.recorded_at <= $3
     and not exists (
       select from read.matter_leads l
        where l.handlers && array[r.person, r.post] and l.since <= r.recorded_at
          and ($1 = any(l.cases) or l.cases = '{}' and l.courts && $2))
     and ($4::timestamptz is null or (r.recorded_at, r.event) < ($4, $5))
   order by r.recorded_at desc, r.event desc limit $6`;

@QueryHandler(ListReaders)
export class ListReadersHandler implements IQueryHandler<ListReaders> {
  constructor(
    private readonly cases: CaseReading,
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly directory: Directory,
    private readonly waits: ProjectionWaits,
    private readonly db: ReadDatabase,
  ) {}

  /** @throws Refusal `case-not-found`, `act-not-permitted`, `case-readers-not-permitted`; Problem `read-model-behind` */
  async execute({ caseId, query, reader }: ListReaders): Promise<Page<ReadingOfCase>> {
    const { events } = await this.cases.of(caseId, reader);
    this.#requirePower(events, reader);
    const after = readCursor(query.cursor, [isInstant, isText]);
    const before = await this.#allTakenIn();
    const { rows } = await this.db.query<Row>(READINGS, [
      ...[caseId, this.#courtsOf(events), before],
      ...(after ?? [null, null]),
      query.limit + 1,
    ]);
    const { items, next } = pageOf(rows, query.limit, ({ recordedAt, event }) => [recordedAt, event]);
    return { items: items.map((row) => this.#view(row)), next };
  }

  #requirePower(events: readonly StoredEvent[], { kind, person }: Reader): void {
    const refusal = refusePower(readersPower, kind);
    if (refusal) throw refusal;
    if (TRYING.includes(kind) && !caseFileOf(events)?.judges.includes(person))
      throw refuse('case-readers-not-permitted');
  }

  /** Whatever was read, and every lead that was begun, before the moment of asking is known now. */
  async #allTakenIn(): Promise<Instant> {
    const asked = this.runtimes.reading.clock.now();
    await Promise.all([this.#takenIn('reading', 'case_readings'), this.#takenIn('business', 'matters')]);
    return asked;
  }

  async #takenIn(log: LogName, projection: string): Promise<void> {
    const head = await this.runtimes[log].store.head();
    if (head !== undefined) await this.waits.waitFor([projection], head);
  }

  /** All codes of the court whose case it is. */
  #courtsOf(events: readonly StoredEvent[]): readonly string[] {
    const file = caseFileOf(events);
    return file ? this.policies.codesOf(file.handlingCourt ?? file.recordedByCourt) : [];
  }

  #view(row: Row): ReadingOfCase {
    return {
      ...row,
      personName: this.directory.personName(row.person),
      postTitle: this.directory.postTitle(row.post),
      courtName: this.directory.courtName(row.court),
      kindName: READING_KINDS[row.kind],
      dataName: DATA_CLASSES[row.data],
    };
  }
}
