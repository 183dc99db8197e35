import { Directory, type Reader } from '@liuhen/access';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { courtFactsOf } from '../case-file/court-facts-of';
import { MatterReader } from '../matter-file/matter-reader';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import type { BulletinList } from './bulletin.views';
import { bulletinsIn } from './bulletins-in';

/** The bulletins of a matter, straight from its stream. */
export class ListBulletins extends Query<BulletinList> {
  constructor(
    readonly matter: MatterId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListBulletins)
export class ListBulletinsHandler implements IQueryHandler<ListBulletins> {
  constructor(
    private readonly matters: MatterReader,
    private readonly directory: Directory,
  ) {}

  /** @throws Refusal `matter-not-found`, `policy-missing` */
  async execute({ matter, reader }: ListBulletins): Promise<BulletinList> {
    const { history, revision } = await this.matters.read(matter, reader);
    const bulletins = bulletinsIn(history, courtFactsOf(this.directory), this.directory.today);
    return { bulletins, revision };
  }
}
