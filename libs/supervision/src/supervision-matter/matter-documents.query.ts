import { Policies, type Reader } from '@liuhen/access';
import { DocumentStore, openNamed, Problem, Runtimes } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ReadableDocument } from '../case-file/answer-document';
import { namedDocument } from '../case-file/named-document';
import { readableMatter } from '../matter-file/readable-matter';
import type { MatterId } from './supervision-matter.events';

/** A document that an event of the matter names, for whoever may read that event. */
export class OpenMatterDocument extends Query<ReadableDocument> {
  constructor(
    readonly matter: MatterId,
    readonly sha256: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(OpenMatterDocument)
export class OpenMatterDocumentHandler implements IQueryHandler<OpenMatterDocument> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly documents: DocumentStore,
  ) {}

  /** One answer for what is not there and what may not be read, so that it reveals nothing. */
  async execute({ matter, sha256, reader }: OpenMatterDocument): Promise<ReadableDocument> {
    const { store } = this.runtimes.business;
    const { events, isHidden } = await readableMatter(store, this.policies, matter, reader);
    const reference = namedDocument(
      events.filter((event) => !isHidden(event)),
      sha256,
    );
    if (!reference) throw new Problem('document-not-found');
    return { reference, ...(await openNamed(this.documents, sha256)) };
  }
}
