import { Directory, Policies, type Reader } from '@liuhen/access';
import { isInstant, type Instant } from '@liuhen/kernel';
import { isText, pageOf, ReadDatabase, readCursor, type Page, type PageQuery } from '@liuhen/platform';
import type { MatterId } from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';
import { ABOUT } from './matter-sql';
import { sightOf } from './sight-of';
import type { SubjectKind } from './subject-rows';

/** What matters are about; any of the names. */
export interface MatterSubject {
  readonly kind: SubjectKind;
  readonly names: readonly string[];
}

interface IndexedMatter {
  readonly matter: MatterId;
  readonly draftedAt: Instant;
}

/** Finds the matters that are about something, as far as a reader may know that they are. */
@Injectable()
export class MatterIndex {
  constructor(
    private readonly db: ReadDatabase,
    private readonly directory: Directory,
    private readonly policies: Policies,
  ) {}

  /** The first begun first. */
  async page(subject: MatterSubject, query: PageQuery, reader: Reader): Promise<Page<IndexedMatter>> {
    const after = readCursor(query.cursor, [isInstant, isText]);
    const found = await this.#find(subject, reader, after, query.limit + 1);
    return pageOf(found, query.limit, ({ draftedAt, matter }) => [draftedAt, matter]);
  }

  async all(subject: MatterSubject, reader: Reader): Promise<readonly MatterId[]> {
    return (await this.#find(subject, reader)).map(({ matter }) => matter);
  }

  async #find(
    { kind, names }: MatterSubject,
    reader: Reader,
    after?: readonly [Instant, MatterId],
    limit?: number,
  ): Promise<readonly IndexedMatter[]> {
    const sight = sightOf(this.policies, reader, this.directory.today);
    const { rows } = await this.db.query<IndexedMatter>(ABOUT, [
      ...sight,
      kind,
      names,
      ...(after ?? [null, null]),
      limit,
    ]);
    return rows;
  }
}
