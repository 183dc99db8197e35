import { CurrentAct, CurrentReader, type CommandAct, type Reader } from '@liuhen/access';
import type { DocumentReference } from '@liuhen/kernel';
import { DOCUMENT_MEDIA_TYPES, type IncomingBody, StreamedBody, StreamsBody, Traced } from '@liuhen/platform';
import { Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answerDocument } from '../case-file/answer-document';
import type { CaseReference } from '../case-file/case-id';
import { CaseParam } from '../case-file/case-param';
import { UploadedDocument, UploadQuery } from '../case-file/upload.views';
import { KeepDocument } from './case-documents.handler';
import { OpenDocument } from './case-documents.query';

@ApiTags('文书')
@Controller('cases/:caseNumber/documents')
export class CaseDocumentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @ApiOperation({
    summary: '上传文书',
    description: '请求体为文书本身（不是表单）。回答中的引用交给之后的操作；被某项操作引用之后，方可查阅。',
    operationId: 'keepDocument',
  })
  @StreamsBody(DOCUMENT_MEDIA_TYPES, '文书的内容，格式须与 Content-Type 相符；默认不超过 50 MiB')
  @ApiCreatedResponse({ type: UploadedDocument })
  keep(
    @CaseParam() { caseId }: CaseReference,
    @Query() { name }: UploadQuery,
    @StreamedBody() body: IncomingBody,
    @CurrentAct() act: CommandAct,
  ): Promise<DocumentReference> {
    return this.commands.execute(new KeepDocument(caseId, name, body, act));
  }

  @Get(':sha256')
  @Traced('view', 'document')
  @ApiOperation({ summary: '取用本案记录所引用的文书', operationId: 'openDocument' })
  @ApiParam({ name: 'sha256', description: '内容的 SHA-256（十六进制）', schema: { type: 'string' } })
  @ApiProduces(...DOCUMENT_MEDIA_TYPES)
  @ApiOkResponse({ description: '文书的内容', schema: { type: 'string', format: 'binary' } })
  async open(
    @CaseParam() { caseId }: CaseReference,
    @Param('sha256') sha256: string,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return answerDocument(await this.queries.execute(new OpenDocument(caseId, sha256, reader)), reply);
  }
}
