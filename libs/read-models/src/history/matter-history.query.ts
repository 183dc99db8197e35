import { Directory, Policies, type Reader } from '@liuhen/access';
import type { PageQuery } from '@liuhen/platform';
import type { MatterId } from '@liuhen/supervision';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MatterIndex } from '../matters/matter-index';
import type { Cut } from './cut';
import type { MatterDifference, MatterHistory, SubjectHistory } from './history.views';
import { addedBetween, toldAt, type Comparison } from './past';
import { Replay } from './replay';
import { SeenStreams } from './seen-streams';

/** The history of a matter, as it was known and as it had happened at given moments. */
export class ReplayMatter extends Query<MatterHistory> {
  constructor(
    readonly matter: MatterId,
    readonly cut: Cut,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ReplayMatter)
export class ReplayMatterHandler implements IQueryHandler<ReplayMatter> {
  constructor(
    private readonly streams: SeenStreams,
    private readonly replay: Replay,
  ) {}

  async execute({ matter, cut, reader }: ReplayMatter): Promise<MatterHistory> {
    const seen = await this.streams.ofMatter(matter, reader);
    return { matter: seen.matter, within: seen.within, ...toldAt(this.replay.of([seen]), cut) };
  }
}

export class CompareMatter extends Query<MatterDifference> {
  constructor(
    readonly matter: MatterId,
    readonly comparison: Comparison,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(CompareMatter)
export class CompareMatterHandler implements IQueryHandler<CompareMatter> {
  constructor(
    private readonly streams: SeenStreams,
    private readonly replay: Replay,
  ) {}

  async execute({ matter, comparison, reader }: CompareMatter): Promise<MatterDifference> {
    const seen = await this.streams.ofMatter(matter, reader);
    const added = addedBetween(this.replay.of([seen]), comparison);
    return { matter: seen.matter, ...comparison, added };
  }
}

/** What a court or a post had to do with in matters, in order: of as many matters a page. */
export class ReplaySubject extends Query<SubjectHistory> {
  constructor(
    readonly kind: 'court' | 'post',
    /** Code, or id. */
    readonly subject: string,
    readonly query: Cut & PageQuery,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ReplaySubject)
export class ReplaySubjectHandler implements IQueryHandler<ReplaySubject> {
  constructor(
    private readonly streams: SeenStreams,
    private readonly matters: MatterIndex,
    private readonly replay: Replay,
    private readonly directory: Directory,
    private readonly policies: Policies,
  ) {}

  async execute({ kind, subject, query, reader }: ReplaySubject): Promise<SubjectHistory> {
    const names = kind === 'court' ? this.policies.codesOf(subject) : [subject];
    const { items, next } = await this.matters.page({ kind, names }, query, reader);
    const seen = await this.streams.ofMatters(
      items.map(({ matter }) => matter),
      reader,
    );
    const past = this.replay.of(seen);
    const name = kind === 'court' ? this.directory.courtName(subject) : this.directory.postTitle(subject);
    return { subject, name, matters: past.matters, ...toldAt(past, query), next };
  }
}
