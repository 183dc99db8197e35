import { Policies, type CommandAct } from '@liuhen/access';
import type { DocumentReference } from '@liuhen/kernel';
import { DocumentStore, type IncomingBody } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { keepUpload } from '../case-file/stored-documents';
import { refuse } from '../matter-rules/matter-rules.refusals';

/** Stores a document, so that a step of a matter can name it. Until then nobody can read it, and it is no event. */
export class KeepMatterDocument extends Command<DocumentReference> {
  constructor(
    readonly name: string,
    readonly body: IncomingBody,
    readonly act: CommandAct,
  ) {
    super();
  }
}

@CommandHandler(KeepMatterDocument)
export class KeepMatterDocumentHandler implements ICommandHandler<KeepMatterDocument> {
  constructor(
    private readonly policies: Policies,
    private readonly documents: DocumentStore,
  ) {}

  /** Nothing of the body is read before it is clear that it may come. */
  async execute({ name, body, act }: KeepMatterDocument): Promise<DocumentReference> {
    if (!this.policies.mayActOn(act.court, act)) throw refuse('matter-not-found');
    return keepUpload(this.documents, name, body);
  }
}
