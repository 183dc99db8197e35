import { SecondFactor, type Reader } from '@liuhen/access';
import type { DocumentReference, Secrecy } from '@liuhen/kernel';
import { DocumentStore, openNamed, Problem } from '@liuhen/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ReadableDocument } from '../case-file/answer-document';
import { namedDocument } from '../case-file/named-document';
import { refuse } from '../case-file/case-file.refusals';
import { CaseReading } from '../case-file/case-reading';
import type { CaseId } from '../case/case.events';

/** A document that an event of the case names, for whoever may read such an event; of 副卷 by two factors only. */
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
    private readonly cases: CaseReading,
    private readonly documents: DocumentStore,
    private readonly secondFactor: SecondFactor,
  ) {}

  /**
   * One answer for what is not there and what may not be read, so that it reveals nothing.
   *
   * @throws Refusal `protected-documents-not-permitted`
   */
  async execute({ caseId, sha256, reader }: OpenDocument): Promise<ReadableDocument> {
    const { events, innerFile, isProtected } = await this.cases.of(caseId, reader);
    if (isProtected) throw refuse('protected-documents-not-permitted');
    const namedBy = (secrecy: Secrecy): DocumentReference | undefined =>
      namedDocument(
        events.filter(({ header }) => header.secrecy === secrecy),
        sha256,
      );
    const open = namedBy('open');
    const inner = innerFile === 'closed' ? undefined : namedBy('inner');
    const reference = open ?? inner;
    if (!reference) throw new Problem('document-not-found');
    if (!open) this.secondFactor.require(reader);
    return { reference, ...(await openNamed(this.documents, sha256)) };
  }
}
