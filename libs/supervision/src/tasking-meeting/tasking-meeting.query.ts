import type { Reader } from '@liuhen/access';
import type { Recorded } from '@liuhen/kernel';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MatterReader } from '../matter-file/matter-reader';
import type { MatterEvent } from '../matter-rules/matter-events';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import { isRepeated } from './draw';
import { evolveTasking, NO_TASKING, type Tasking } from './tasking';
import type { TaskingMeetingList } from './tasking-meeting.views';

/** The tasking meetings of a matter, straight from its stream; each draw is drawn again. */
export class ListTaskingMeetings extends Query<TaskingMeetingList> {
  constructor(
    readonly matter: MatterId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListTaskingMeetings)
export class ListTaskingMeetingsHandler implements IQueryHandler<ListTaskingMeetings> {
  constructor(private readonly matters: MatterReader) {}

  /** @throws Refusal `matter-not-found` */
  async execute({ matter, reader }: ListTaskingMeetings): Promise<TaskingMeetingList> {
    const { history, revision } = await this.matters.read(matter, reader);
    return { meetings: meetingsIn(history), revision };
  }
}

const meetingsIn = (history: readonly Recorded<MatterEvent>[]): TaskingMeetingList['meetings'] =>
  [...new Set(history.map(({ data }) => data.round))].flatMap((round) => {
    const tasking = history
      .filter(({ data }) => data.round === round)
      .reduce((before, event) => evolveTasking(before, event, event.header), NO_TASKING);
    return tasking.agenda || tasking.held ? [{ round, ...meetingView(tasking) }] : [];
  });

const meetingView = ({ agenda, notice, draw, held }: Tasking) => ({
  issuedAt: notice?.at ?? null,
  agenda: agenda && agendaView(agenda),
  draw: draw && { ...drawView(draw), repeated: isFromNotice(draw, notice) },
  held: held && heldView(held),
});

/** Drawn as it was fixed before the issue, by the chance of that issue. */
const isFromNotice = (draw: NonNullable<Tasking['draw']>, notice: Tasking['notice']): boolean =>
  notice?.plan?.of === draw.of && isRepeated(draw, { ...notice.plan, seededBy: notice.seededBy });

const agendaView = ({ scope, cadence, topics, dataPackage, draw }: NonNullable<Tasking['agenda']>) => ({
  scope,
  cadence,
  topics,
  dataPackage,
  draw,
});

const drawView = ({
  procedure,
  of,
  seededBy,
  seed,
  population,
  populationHash,
  size,
  drawn,
  at,
}: NonNullable<Tasking['draw']>) => ({
  ...{ procedure, of, seededBy, seed, population, populationHash, size, drawn },
  drawnAt: at,
});

const heldView = ({ heldAt, chair, attendees, resolutions, minutes }: NonNullable<Tasking['held']>) => ({
  heldAt,
  chair,
  attendees,
  resolutions,
  minutes,
});
