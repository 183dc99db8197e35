import type { Reader } from '@liuhen/access';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MatterReader } from '../matter-file/matter-reader';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import { assignmentIn } from './assignment-record';
import type { LeaderAssignmentView } from './leader-assignment.views';

/** The record of an assignment, straight from the matter's stream. */
export class ShowAssignment extends Query<LeaderAssignmentView> {
  constructor(
    readonly matter: MatterId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowAssignment)
export class ShowAssignmentHandler implements IQueryHandler<ShowAssignment> {
  constructor(private readonly matters: MatterReader) {}

  /** @throws Refusal `matter-not-found` */
  async execute({ matter, reader }: ShowAssignment): Promise<LeaderAssignmentView> {
    const { history, revision } = await this.matters.read(matter, reader);
    return { ...assignmentIn(history), revision };
  }
}
