import { Directory, Policies, type Reader } from '@liuhen/access';
import { postKindOf } from '@liuhen/courts';
import { isInstant, type CalendarDate } from '@liuhen/kernel';
import { isText, pageOf, ReadDatabase, readCursor, type Page } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import type { FoundAssignment, FoundCounts, FoundRound } from './found-round';
import type { MatterFilter, MatterPageFilter } from './matter-filter';
import {
  afterSql,
  assignmentsSql,
  chainsSql,
  listSql,
  matchesSql,
  registerSql,
  ROUNDS_OF,
  summarySql,
  type Bind,
} from './matter-sql';
import { sightOf } from './sight-of';
import { caseIdIn } from './subject-rows';

/** Reads matters as far as a reader may know of them. */
@Injectable()
export class MatterRegister {
  constructor(
    private readonly db: ReadDatabase,
    private readonly directory: Directory,
    private readonly policies: Policies,
  ) {}

  /** The day on which questions are answered. */
  get today(): CalendarDate {
    return this.directory.today;
  }

  /** The latest begun first. */
  page(filter: MatterPageFilter, reader: Reader): Promise<Page<FoundRound>> {
    return this.#page(listSql, filter, reader);
  }

  /** Those that went on from one instrument to another. */
  chains(filter: MatterPageFilter, reader: Reader): Promise<Page<FoundRound>> {
    return this.#page(chainsSql, filter, reader);
  }

  assignments(filter: MatterPageFilter, reader: Reader): Promise<Page<FoundAssignment>> {
    return this.#page(assignmentsSql, filter, reader);
  }

  /** All rounds of matters, in order. */
  async roundsOf(matters: readonly string[], reader: Reader): Promise<readonly FoundRound[]> {
    const { rows } = await this.db.query<FoundRound>(ROUNDS_OF, [
      ...sightOf(this.policies, reader, this.today),
      matters,
    ]);
    return rows;
  }

  /** Every round, in the order of their letters. */
  async rounds(filter: MatterFilter, reader: Reader): Promise<readonly FoundRound[]> {
    const { matches, values } = this.#question(filter, reader);
    return (await this.db.query<FoundRound>(registerSql(matches), values)).rows;
  }

  async summary(filter: MatterFilter, reader: Reader): Promise<readonly FoundCounts[]> {
    const { matches, values } = this.#question(filter, reader);
    return (await this.db.query<FoundCounts>(summarySql(matches), values)).rows;
  }

  async #page<Found extends FoundRound>(
    sql: (matches: string, limit: string) => string,
    filter: MatterPageFilter,
    reader: Reader,
  ): Promise<Page<Found>> {
    const { matches, values, bind } = this.#question(filter, reader);
    const last = readCursor(filter.cursor, [isInstant, isText]);
    const place = last ? ` and ${afterSql(bind(last[0]), bind(last[1]))}` : '';
    const { rows } = await this.db.query<Found>(sql(matches + place, bind(filter.limit + 1)), values);
    return pageOf(rows, filter.limit, (row) => [row.draftedAt, row.matter]);
  }

  #question({ court, ...filter }: MatterFilter, reader: Reader) {
    const values: unknown[] = [...sightOf(this.policies, reader, this.today)];
    const bind: Bind = (value) => `$${String(values.push(value))}`;
    const matches = matchesSql(
      {
        ...filter,
        case: filter.case && caseIdIn(filter.case),
        courts: court === undefined ? undefined : this.policies.codesOf(court),
        soleHoldings: filter.person ? this.#soleHoldingsOf(filter.person) : [],
      },
      bind,
    );
    return { matches, values, bind };
  }

  /** The posts that the person alone holds: what names such a post names the person. */
  #soleHoldingsOf(person: string): readonly string[] {
    const sole = this.directory.postsOf(person).filter(({ kind }) => postKindOf(kind)?.seats === 'one');
    return sole.map(({ id }) => id);
  }
}
