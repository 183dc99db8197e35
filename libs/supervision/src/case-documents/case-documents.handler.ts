import { Policies, type CommandAct } from '@liuhen/access';
import type { DocumentReference } from '@liuhen/kernel';
import { DocumentStore, Runtimes, type IncomingBody } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { caseFileOf } from '../case-file/case-file-of';
import { refuse } from '../case-file/case-file.refusals';
import { keepUpload } from '../case-file/stored-documents';
import { caseStream, type CaseId } from '../case/case.events';

/** Stores a document, so that a command on the case can name it. Until then nobody can read it, and it is no event. */
export class KeepDocument extends Command<DocumentReference> {
  constructor(
    readonly caseId: CaseId,
    readonly name: string,
    readonly body: IncomingBody,
    readonly act: CommandAct,
  ) {
    super();
  }
}

@CommandHandler(KeepDocument)
export class KeepDocumentHandler implements ICommandHandler<KeepDocument> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly documents: DocumentStore,
  ) {}

  /** Nothing of the body is read before it is clear that it may come. */
  async execute({ caseId, name, body, act }: KeepDocument): Promise<DocumentReference> {
    const file = caseFileOf(await this.runtimes.business.store.readStream(caseStream(caseId)));
    if (!file) throw refuse('case-not-found');
    this.policies.requireMayActOn(file.handlingCourt, act);
    return keepUpload(this.documents, name, body);
  }
}
