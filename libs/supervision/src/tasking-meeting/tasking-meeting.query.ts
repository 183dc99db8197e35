import type { Reader } from '@liuhen/access';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MatterReader } from '../matter-file/matter-reader';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import { meetingsIn } from './meetings-in';
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
