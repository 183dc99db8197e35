import type { Reader } from '@liuhen/access';
import type { Page } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { MatterFilter, MatterPageFilter } from './matter-filter';
import { MatterRegister } from './matter-register';
import type { AssignmentView, MatterChain, MatterRegisterView, MatterSummary } from './matter-tables.views';
import { MatterTeller } from './matter-teller';
import type { MatterRoundView } from './matters.views';

/** The matters that a reader may know of, the latest begun first, each as its latest round stands. */
export class ListMatters extends Query<Page<MatterRoundView>> {
  constructor(
    readonly filter: MatterPageFilter,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListMatters)
export class ListMattersHandler implements IQueryHandler<ListMatters> {
  constructor(
    private readonly register: MatterRegister,
    private readonly teller: MatterTeller,
  ) {}

  async execute({ filter, reader }: ListMatters): Promise<Page<MatterRoundView>> {
    const { items, next } = await this.register.page(filter, reader);
    return { items: this.teller.views(items, this.register.today), next };
  }
}

/** How many rounds stand how, by court aimed at, instrument and stage. */
export class SummariseMatters extends Query<MatterSummary> {
  constructor(
    readonly filter: MatterFilter,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(SummariseMatters)
export class SummariseMattersHandler implements IQueryHandler<SummariseMatters> {
  constructor(
    private readonly register: MatterRegister,
    private readonly teller: MatterTeller,
  ) {}

  async execute({ filter, reader }: SummariseMatters): Promise<MatterSummary> {
    const counted = await this.register.summary(filter, reader);
    return { rows: counted.map((counts) => this.teller.counted(counts)) };
  }
}

/** Matters that went on from one instrument to another, with all rounds that the reader may know of. */
export class ListChains extends Query<Page<MatterChain>> {
  constructor(
    readonly filter: MatterPageFilter,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListChains)
export class ListChainsHandler implements IQueryHandler<ListChains> {
  constructor(
    private readonly register: MatterRegister,
    private readonly teller: MatterTeller,
  ) {}

  async execute({ filter, reader }: ListChains): Promise<Page<MatterChain>> {
    const { items, next } = await this.register.chains(filter, reader);
    const found = await this.register.roundsOf(
      items.map(({ matter }) => matter),
      reader,
    );
    const rounds = this.teller.views(found, this.register.today);
    const chainOf = ({
      matter,
      title,
    }: {
      readonly matter: string;
      readonly title: string;
    }): MatterChain => ({
      matter,
      title,
      rounds: rounds.filter((round) => round.matter === matter),
    });
    return { items: items.map(chainOf), next };
  }
}

/** 院领导包保, and how far each has come. */
export class ListAssignments extends Query<Page<AssignmentView>> {
  constructor(
    readonly filter: MatterPageFilter,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListAssignments)
export class ListAssignmentsHandler implements IQueryHandler<ListAssignments> {
  constructor(
    private readonly register: MatterRegister,
    private readonly teller: MatterTeller,
  ) {}

  async execute({ filter, reader }: ListAssignments): Promise<Page<AssignmentView>> {
    const { items, next } = await this.register.assignments(filter, reader);
    const views = items.flatMap((found) => this.teller.assignment(found, this.register.today) ?? []);
    return { items: views, next };
  }
}

/** 年度台账: every round of a year that the reader may know of. */
export class ShowRegister extends Query<MatterRegisterView> {
  constructor(
    readonly filter: MatterFilter & { readonly year: number },
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowRegister)
export class ShowRegisterHandler implements IQueryHandler<ShowRegister> {
  constructor(
    private readonly register: MatterRegister,
    private readonly teller: MatterTeller,
  ) {}

  async execute({ filter, reader }: ShowRegister): Promise<MatterRegisterView> {
    const found = await this.register.rounds(filter, reader);
    return { year: filter.year, rows: this.teller.views(found, this.register.today) };
  }
}
