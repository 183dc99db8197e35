import { SetMetadata } from '@nestjs/common';

/** Carries "I have seen the log up to here" from a command's answer to a later query. */
export const POSITION_HEADER = 'Liuhen-Position';

/** Whether projections have come up to a position; asked by the queries that must see what a command did. */
export abstract class ProjectionWaits {
  /**
   * A projection of another log than the position's has nothing to wait for.
   *
   * @throws Problem `read-model-behind` after 2 s, `read-model-stopped` at once if it will not come, and
   * `invalid-position` if it is no log's.
   */
  abstract waitFor(projections: readonly string[], position: string): Promise<void>;
}

export const READS_FROM = 'liuhen:reads-from';

/** Names the projections whose tables a query reads, so that it can wait for the request's `Liuhen-Position`. */
export const ReadsFrom = (...projections: readonly string[]) => SetMetadata(READS_FROM, projections);
