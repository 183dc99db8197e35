import { Policies, type Reader } from '@liuhen/access';
import type { Secrecy } from '@liuhen/kernel';
import { DocumentStore, openNamed, Problem, Runtimes } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ReadableDocument } from '../case-file/answer-document';
import { namedDocument } from '../case-file/named-document';
import { mayReadInnerFile, readableCase } from '../case-file/readable-case';
import type { CaseId } from '../case/case.events';

/** A document that an event of the case names, for whoever may read such an event. */
export class OpenDocument extends Query<ReadableDocument> {
  constructor(
    readonly caseId: CaseId,
    readonly sha256: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(OpenDocument)
export class OpenDocumentHandler implements IQueryHandler<OpenDocument> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly documents: DocumentStore,
  ) {}

  /** One answer for what is not there and what may not be read, so that it reveals nothing. */
  async execute({ caseId, sha256, reader }: OpenDocument): Promise<ReadableDocument> {
    const { store } = this.runtimes.business;
    const stream = await readableCase(store, this.policies, caseId, reader);
    const secrecies: readonly Secrecy[] = mayReadInnerFile(this.policies, stream, reader)
      ? ['open', 'inner']
      : ['open'];
    const readable = stream.filter(({ header }) => secrecies.includes(header.secrecy));
    const reference = namedDocument(readable, sha256);
    if (!reference) throw new Problem('document-not-found');
    return { reference, ...(await openNamed(this.documents, sha256)) };
  }
}
