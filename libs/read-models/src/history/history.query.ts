import type { Reader } from '@liuhen/access';
import { caseIdOf } from '@liuhen/supervision';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Moment } from '../moment';
import { cutStream, type Cut } from './cut';
import type { CaseHistory, HistoryDifference } from './history.views';
import { Replay, type Subject } from './replay';

/** The history of a case or family, as it was known and as it had happened at given moments. */
export class ReplayHistory extends Query<CaseHistory> {
  constructor(
    readonly subject: Subject,
    readonly cut: Cut,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ReplayHistory)
export class ReplayHistoryHandler implements IQueryHandler<ReplayHistory> {
  constructor(private readonly replay: Replay) {}

  async execute({ subject, cut, reader }: ReplayHistory): Promise<CaseHistory> {
    const seen = await this.replay.seenBy(reader, subject);
    const streams = seen.streams.map((stream) => cutStream(stream, cut));
    const events = streams.flatMap((stream) => stream.events);
    return {
      caseId: subject.caseId,
      cases: [...new Set(events.map(({ header }) => caseIdOf(header)))],
      asOf: cut.asOf ?? null,
      until: cut.until ?? null,
      events: seen.told(events),
      notPlaced: streams.reduce((sum, { notPlaced }) => sum + notPlaced, 0),
    };
  }
}

/** The two clocks by which moments can be compared: when it was recorded, when it happened. */
export const CLOCKS = { recorded: 'asOf', happened: 'until' } as const satisfies Record<string, keyof Cut>;
export type ClockName = keyof typeof CLOCKS;

export class CompareMoments extends Query<HistoryDifference> {
  constructor(
    readonly subject: Subject,
    readonly by: ClockName,
    readonly from: Moment,
    readonly to: Moment,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(CompareMoments)
export class CompareMomentsHandler implements IQueryHandler<CompareMoments> {
  constructor(private readonly replay: Replay) {}

  async execute({ subject, by, from, to, reader }: CompareMoments): Promise<HistoryDifference> {
    const { streams, told } = await this.replay.seenBy(reader, subject);
    const at = (moment: Moment) =>
      streams.flatMap((stream) => cutStream(stream, { [CLOCKS[by]]: moment }).events);
    const before = new Set(at(from));
    const added = at(to).filter((event) => !before.has(event));
    return { caseId: subject.caseId, by, from, to, added: told(added) };
  }
}
