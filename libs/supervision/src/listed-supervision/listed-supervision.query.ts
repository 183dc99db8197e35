import type { Reader } from '@liuhen/access';
import { chinaDateOf, type Recorded } from '@liuhen/kernel';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MatterReader } from '../matter-file/matter-reader';
import type { MatterEvent } from '../matter-rules/matter-events';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import type { ListingView } from './listed-supervision.views';

/** Plan and reports of a matter, straight from its stream. */
export class ShowListing extends Query<ListingView> {
  constructor(
    readonly matter: MatterId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowListing)
export class ShowListingHandler implements IQueryHandler<ShowListing> {
  constructor(private readonly matters: MatterReader) {}

  /** @throws Refusal `matter-not-found` */
  async execute({ matter, reader }: ShowListing): Promise<ListingView> {
    const { history, revision } = await this.matters.read(matter, reader);
    return { ...recordOf(history), revision };
  }
}

function recordOf(history: readonly Recorded<MatterEvent>[]): Omit<ListingView, 'revision'> {
  const dueDays = new Map(
    history.flatMap(({ data }) => data.charges.map(({ duty, due }) => [duty, due] as const)),
  );
  return {
    plans: history.flatMap((event) => {
      if (event.type !== 'ClosingPlanSubmitted') return [];
      const { round, steps, closeBy } = event.data;
      return [{ round, steps, closeBy, submittedOn: chinaDateOf(event.header.recordedAt) }];
    }),
    reports: history.flatMap((event) => {
      if (event.type !== 'PeriodicReportFiled') return [];
      const { round, nth, progress, obstacles, documents, fulfils } = event.data;
      const due = dueDays.get(fulfils[0] ?? '') ?? null;
      const filedOn = chinaDateOf(event.header.recordedAt);
      return [{ round, nth, progress, obstacles, documents, due, filedOn }];
    }),
  };
}
