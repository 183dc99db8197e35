import { CurrentReader, type Reader } from '@liuhen/access';
import { attachment, FlagField, ReadsFrom, TextField, Traced, TracedFile } from '@liuhen/platform';
import { CaseParam, type CaseReference } from '@liuhen/supervision';
import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExportEvidence } from './evidence.query';

const MEDIA_TYPE = 'application/zip';

class EvidenceQuery {
  @TextField('用途，记入证据包', { max: 200 }) readonly purpose: string;
  @FlagField('连同同一纠纷的各案', { optional: true, fromText: true }) readonly family: boolean = false;
  @FlagField('遮蔽当事人的个人信息（证明仍然成立）', { optional: true, fromText: true })
  readonly withholdPersonal: boolean = false;
}

@ApiTags('存证')
@Controller('cases/:caseNumber/evidence')
@ReadsFrom('case_register')
export class EvidenceController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Traced('export', 'evidence')
  @ApiOperation({
    summary: '案件的证据包',
    description:
      '一个文件，离线核验全部经过完整、未改、未倒签。您无权查阅的记录只有其杂凑值。先取得涵盖全案的各流之末、检查点和联署，至多等待 5 秒。',
    operationId: 'exportEvidence',
  })
  @ApiProduces(MEDIA_TYPE)
  @ApiOkResponse({ description: '证据包', schema: { type: 'string', format: 'binary' } })
  async export(
    @CaseParam() { caseId }: CaseReference,
    @Query() query: EvidenceQuery,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { bundle, content } = await this.queries.execute(new ExportEvidence(caseId, query, reader));
    void reply.header('Content-Disposition', attachment(`${caseId}.evidence.zip`));
    return new TracedFile(bundle, { type: MEDIA_TYPE, length: bundle.length }, content);
  }
}
