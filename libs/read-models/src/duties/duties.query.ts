import type { Reader } from '@liuhen/access';
import { PARTIES, RESPONSIBLE_PARTIES, type Party } from '@liuhen/kernel';
import type { Page } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dayOf } from '../moment';
import type { DutyFilter, DutyPageFilter } from './duty-filter';
import { DutyRegister } from './duty-register';
import { DutyTeller } from './duty-teller';
import type { DutyCounts, DutySummary, DutyView, PartyDutyCounts } from './duties.views';

/** The duties that a reader may see, soonest due first, as known now or then. */
export class ListDuties extends Query<Page<DutyView>> {
  constructor(
    readonly filter: DutyPageFilter,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListDuties)
export class ListDutiesHandler implements IQueryHandler<ListDuties> {
  constructor(
    private readonly register: DutyRegister,
    private readonly teller: DutyTeller,
  ) {}

  async execute({ filter, reader }: ListDuties): Promise<Page<DutyView>> {
    const { items, next } = await this.register.page(filter, reader);
    const day = filter.asOf === undefined ? this.register.today : dayOf(filter.asOf);
    return { items: this.teller.views(items, day), next };
  }
}

export type SummaryFilter = Omit<DutyFilter, 'condition' | 'party' | 'post' | 'person' | 'case'>;

/** How many of a court's duties stand how, by party. */
export class SummariseDuties extends Query<DutySummary> {
  constructor(
    readonly filter: SummaryFilter,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(SummariseDuties)
export class SummariseDutiesHandler implements IQueryHandler<SummariseDuties> {
  constructor(private readonly register: DutyRegister) {}

  async execute({ filter, reader }: SummariseDuties): Promise<DutySummary> {
    const court = filter.court ?? reader.court;
    const counted = await this.register.countByParty({ ...filter, court }, reader);
    const others = counted.filter(({ party }) => !Object.hasOwn(RESPONSIBLE_PARTIES, party));
    const parties = [...RESPONSIBLE_CODES, ...others.map(({ party }) => party)];
    return { court, total: sumOf(counted), parties: parties.map((party) => countsOf(party, counted)) };
  }
}

const RESPONSIBLE_CODES = Object.keys(RESPONSIBLE_PARTIES) as (keyof typeof RESPONSIBLE_PARTIES)[];

/** As data, which can be put together. */
type Counts = { readonly [Name in keyof DutyCounts]: number };

const NONE: Counts = { opened: 0, open: 0, late: 0, discharged: 0, dischargedLate: 0, waived: 0 };

const countsOf = (party: Party, counted: readonly Omit<PartyDutyCounts, 'partyName'>[]): PartyDutyCounts => ({
  ...NONE,
  ...counted.find((counts) => counts.party === party),
  party,
  partyName: PARTIES[party],
});

const sumOf = (counted: readonly Counts[]): DutyCounts =>
  counted.reduce(
    (sum, counts) => ({
      opened: sum.opened + counts.opened,
      open: sum.open + counts.open,
      late: sum.late + counts.late,
      discharged: sum.discharged + counts.discharged,
      dischargedLate: sum.dischargedLate + counts.dischargedLate,
      waived: sum.waived + counts.waived,
    }),
    NONE,
  );
