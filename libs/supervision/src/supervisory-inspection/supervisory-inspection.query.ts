import type { Reader } from '@liuhen/access';
import type { Recorded } from '@liuhen/kernel';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { itemsWith } from '../matter-file/items-with';
import { MatterReader } from '../matter-file/matter-reader';
import type { MatterEvent } from '../matter-rules/matter-events';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import type { InspectionView } from './supervisory-inspection.views';

/** The record of an inspection, straight from the matter's stream. */
export class ShowInspection extends Query<InspectionView> {
  constructor(
    readonly matter: MatterId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowInspection)
export class ShowInspectionHandler implements IQueryHandler<ShowInspection> {
  constructor(private readonly matters: MatterReader) {}

  /** @throws Refusal `matter-not-found` */
  async execute({ matter, reader }: ShowInspection): Promise<InspectionView> {
    const { history, revision } = await this.matters.read(matter, reader);
    return { ...recordOf(history), revision };
  }
}

const recordOf = (history: readonly Recorded<MatterEvent>[]): Omit<InspectionView, 'revision'> => ({
  plans: history.flatMap((event) => {
    if (event.type !== 'InspectionPlanned') return [];
    const { round, team, from, until, methods, scope } = event.data;
    return [{ round, team, from, until, methods, scope }];
  }),
  visits: history.flatMap((event) => {
    if (event.type !== 'SiteVisited') return [];
    const { round, team, from, until, findings } = event.data;
    return [{ round, team, from, until, findings }];
  }),
  feedback: history.flatMap((event, place) => {
    if (event.type !== 'InspectionFeedbackGiven') return [];
    const { round, heldOn, summary, report } = event.data;
    return [{ round, heldOn, summary, report, items: itemsWith(event, history[place + 1]) }];
  }),
  guidance: history.flatMap((event, place) => {
    if (event.type !== 'GuidanceGiven') return [];
    const { round, heldOn, guides, content, documents } = event.data;
    return [{ round, heldOn, guides, content, documents, items: itemsWith(event, history[place + 1]) }];
  }),
});
