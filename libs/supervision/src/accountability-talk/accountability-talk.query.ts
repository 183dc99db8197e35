import type { Reader } from '@liuhen/access';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MatterReader } from '../matter-file/matter-reader';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import type { TalkList } from './accountability-talk.views';
import { talksIn } from './talks-in';

/** The talks of a matter, straight from its stream. */
export class ListTalks extends Query<TalkList> {
  constructor(
    readonly matter: MatterId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListTalks)
export class ListTalksHandler implements IQueryHandler<ListTalks> {
  constructor(private readonly matters: MatterReader) {}

  /** @throws Refusal `matter-not-found` */
  async execute({ matter, reader }: ListTalks): Promise<TalkList> {
    const { history, revision } = await this.matters.read(matter, reader);
    return { talks: talksIn(history), revision };
  }
}
