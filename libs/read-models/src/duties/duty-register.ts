import { Directory, Policies, type Reader } from '@liuhen/access';
import { answeredBy, type AnsweredHolder } from '@liuhen/courts';
import { isCalendarDate, startOfChinaDay, type CalendarDate, type Party } from '@liuhen/kernel';
import { isText, pageOf, ReadDatabase, readCursor, type Page } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import { sightOf } from '../matters/sight-of';
import { after, dayOf, endOfChinaDay } from '../moment';
import type { DutyFilter, DutyPageFilter } from './duty-filter';
import { NO_DUE_DAY } from './duty-rows';
import {
  COUNT_OWED,
  listSql,
  NOW,
  OWED_BY_HOLDERS,
  OWED_TO_PERSON,
  summarySql,
  type FoundDuty,
} from './duty-sql';
import type { DutyCounts, PartyDutyCounts } from './duties.views';

type Holders = readonly Pick<AnsweredHolder, 'post' | 'person'>[];

/** Reads the ledger of duties as far as a reader may see it. */
@Injectable()
export class DutyRegister {
  constructor(
    private readonly db: ReadDatabase,
    private readonly directory: Directory,
    private readonly policies: Policies,
  ) {}

  /** The day on which a question without a moment of its own is answered. */
  get today(): CalendarDate {
    return this.directory.today;
  }

  /** For whom the person answers on the day, themselves included. */
  answeredBy(person: string, on: CalendarDate): readonly AnsweredHolder[] {
    return answeredBy(this.directory.posts, person, on);
  }

  /** Soonest due first. */
  async page(filter: DutyPageFilter, reader: Reader): Promise<Page<FoundDuty>> {
    const cursor = readCursor(filter.cursor, [isDueDay, isText, isText]) ?? [];
    const [due, stream, duty] = cursor;
    const { rows } = await this.db.query<FoundDuty>(listSql(filter.condition, filter.asOf !== undefined), [
      ...this.#question(filter, reader),
      due,
      stream,
      duty,
      filter.limit + 1,
    ]);
    return pageOf(rows, filter.limit, (row) => [row.due, row.stream, row.duty]);
  }

  /** By party, of those that have any. */
  async countByParty(
    filter: Omit<DutyFilter, 'condition'>,
    reader: Reader,
  ): Promise<readonly Omit<PartyDutyCounts, 'partyName'>[]> {
    const { rows } = await this.db.query<Omit<PartyDutyCounts, 'partyName'>>(
      summarySql(filter.asOf !== undefined),
      this.#question(filter, reader),
    );
    return rows;
  }

  /** What these holders owe, soonest due first. */
  async owedBy(holders: Holders, limit: number): Promise<readonly FoundDuty[]> {
    if (holders.length === 0) return [];
    const { rows } = await this.db.query<FoundDuty>(OWED_BY_HOLDERS, [NOW, ...columnsOf(holders), limit]);
    return rows;
  }

  /** What others owe because of what the person did, soonest due first. @param own for whom the person answers */
  async owedTo(person: string, own: Holders, limit: number): Promise<readonly FoundDuty[]> {
    const values = [NOW, person, ...columnsOf(own), limit];
    const { rows } = await this.db.query<FoundDuty>(OWED_TO_PERSON, values);
    return rows;
  }

  async countOwedBy(holders: Holders): Promise<Pick<DutyCounts, 'open' | 'late'>> {
    const { rows } = await this.db.query<Pick<DutyCounts, 'open' | 'late'>>(COUNT_OWED, [
      this.today,
      ...columnsOf(holders),
    ]);
    return rows[0] ?? { open: 0, late: 0 };
  }

  /** The parameters from $1 to $22. */
  #question(filter: Omit<DutyFilter, 'condition'>, reader: Reader): readonly unknown[] {
    const { asOf, person, openedFrom, openedTo } = filter;
    const day = asOf === undefined ? this.today : dayOf(asOf);
    return [
      asOf === undefined ? NOW : after(asOf),
      day,
      ...this.#sight(reader, day),
      filter.party,
      filter.court,
      filter.division,
      filter.post,
      person,
      ...columnsOf(person === undefined ? [] : this.answeredBy(person, day)),
      filter.case,
      filter.kind,
      openedFrom === undefined ? undefined : startOfChinaDay(openedFrom),
      openedTo === undefined ? undefined : endOfChinaDay(openedTo),
      filter.dueFrom,
      filter.dueTo,
      ...this.#sightOfMatters(reader),
    ];
  }

  /**
   * Who answers for the court sees the duties of the own court and of those beneath it. Others see what is open on the
   * cases that they may read, and nothing of the inner file, which would tell that a leader disagreed
   * (最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释 第五十三条), but for what they owe or wait for themselves.
   */
  #sight(reader: Reader, day: CalendarDate): readonly unknown[] {
    const courts = this.policies.visibleCourts(reader);
    const own = this.answeredBy(reader.person, day);
    return [courts, OVERSEEING.has(reader.party), ...columnsOf(own), reader.person];
  }

  /** What happens between courts is told to these courts alone, and not to those at whom it is aimed. */
  #sightOfMatters(reader: Reader): readonly unknown[] {
    const [courts, reading] = sightOf(this.policies, reader, this.today);
    return [courts, reading];
  }
}

/** 党组、院庭长、审判管理部门. */
const OVERSEEING: ReadonlySet<Party> = new Set(['partyCommittee', 'courtLeaders', 'trialManagement']);

const isDueDay = (value: unknown): value is string => value === NO_DUE_DAY || isCalendarDate(value);

/** Posts and persons; '' where the post alone says who. */
const columnsOf = (holders: Holders) => [
  holders.map(({ post }) => post),
  holders.map(({ person }) => person ?? ''),
];
