import { Policies, type Reader } from '@liuhen/access';
import { decodeAll } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readableMatter } from '../matter-file/readable-matter';
import { matterEvents } from '../matter-rules/matter-events';
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
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
  ) {}

  /**
   * Who knows of a round knows when and by whom they are talked with: that is the notice, though the plan as such is the
   * issuing side's own paper.
   *
   * @throws Refusal `matter-not-found`
   */
  async execute({ matter, reader }: ListTalks): Promise<TalkList> {
    const { store } = this.runtimes.business;
    const { events, isHidden } = await readableMatter(store, this.policies, matter, reader);
    const shown = events.filter((event) => !isHidden(event));
    const told = new Set(decodeAll(matterEvents, shown).map(({ data }) => data.round));
    const talks = talksIn(decodeAll(matterEvents, events)).filter(({ round }) => told.has(round));
    return { talks, revision: events.length - 1 };
  }
}
