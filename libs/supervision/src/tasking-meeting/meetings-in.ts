import type { Recorded } from '@liuhen/kernel';
import { itemsWith } from '../matter-file/items-with';
import type { MatterEvent } from '../matter-rules/matter-events';
import { isRepeated } from './draw';
import { evolveTasking, NO_TASKING, type Tasking } from './tasking';
import type { TaskingMeetingList } from './tasking-meeting.views';

type History = readonly Recorded<MatterEvent>[];

/** What is known of a matter's meetings, one a round; each draw is drawn again. */
export const meetingsIn = (history: History): TaskingMeetingList['meetings'] =>
  [...new Set(history.map(({ data }) => data.round))].flatMap((round) => {
    const events = history.filter(({ data }) => data.round === round);
    const { agenda, notice, draw, held } = events.reduce(
      (tasking, event) => evolveTasking(tasking, event, event.header),
      NO_TASKING,
    );
    if (!agenda && !held) return [];
    const view = {
      round,
      issuedAt: notice?.at ?? null,
      agenda: agenda && agendaView(agenda),
      draw: draw && { ...drawView(draw), repeated: isFromNotice(draw, notice) },
      held: held && { ...heldView(held), tasks: tasksIn(events) },
    };
    return [view];
  });

const tasksIn = (events: History): readonly string[] =>
  events.flatMap((event, place) =>
    event.type === 'TaskingMeetingHeld' ? itemsWith(event, events[place + 1]) : [],
  );

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
