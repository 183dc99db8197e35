import { Module } from '@nestjs/common';
import { CaseDocumentsController } from './case-documents.controller';
import { KeepDocumentHandler } from './case-documents.handler';
import { OpenDocumentHandler } from './case-documents.query';

/** 文书: no act, as it has no events; the acts' events name what is kept here. */
@Module({
  controllers: [CaseDocumentsController],
  providers: [KeepDocumentHandler, OpenDocumentHandler],
})
export class CaseDocumentsModule {}
