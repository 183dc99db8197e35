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
import { UploadedDocument, UploadQuery } from '../case-file/upload.views';
import { MatterParam } from '../matter-file/asked-of-matter';
import { KeepMatterDocument } from './matter-documents.handler';
import { OpenMatterDocument } from './matter-documents.query';
import type { MatterId } from './supervision-matter.events';

@ApiTags('督导事项')
@Controller('matters')
export class MatterDocumentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('documents')
  @ApiOperation({
    summary: '上传督导文书',
    description: '请求体为文书本身（不是表单）。回答中的引用交给之后的各步；被某一步引用之后，方可查阅。',
    operationId: 'keepMatterDocument',
  })
  @StreamsBody(DOCUMENT_MEDIA_TYPES, '文书的内容，格式须与 Content-Type 相符；默认不超过 50 MiB')
  @ApiCreatedResponse({ type: UploadedDocument })
  keep(
    @Query() { name }: UploadQuery,
    @StreamedBody() body: IncomingBody,
    @CurrentAct() act: CommandAct,
  ): Promise<DocumentReference> {
    return this.commands.execute(new KeepMatterDocument(name, body, act));
  }

  @Get(':matter/documents/:sha256')
  @Traced('view', 'matter')
  @ApiOperation({ summary: '取用督导事项的记录所引用的文书', operationId: 'openMatterDocument' })
  @ApiParam({ name: 'sha256', description: '内容的 SHA-256（十六进制）', schema: { type: 'string' } })
  @ApiProduces(...DOCUMENT_MEDIA_TYPES)
  @ApiOkResponse({ description: '文书的内容', schema: { type: 'string', format: 'binary' } })
  async open(
    @MatterParam() matter: MatterId,
    @Param('sha256') sha256: string,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return answerDocument(await this.queries.execute(new OpenMatterDocument(matter, sha256, reader)), reply);
  }
}
