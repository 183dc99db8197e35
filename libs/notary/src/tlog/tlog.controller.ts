import { CurrentReader, Policies, type Reader } from '@liuhen/access';
import { LOG_NAMES, type LogName } from '@liuhen/kernel';
import { Problem, Untraced } from '@liuhen/platform';
import {
  Controller,
  createParamDecorator,
  Get,
  Param,
  StreamableFile,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Ledgers } from '../reading/ledgers';
import { tlogFile } from './tlog-file';

const BYTES = 'application/octet-stream';

/** What follows the route's last slash. */
const PathBelow = createParamDecorator(
  (_: unknown, context: ExecutionContext): string =>
    context.switchToHttp().getRequest<FastifyRequest<{ Params: { '*': string } }>>().params['*'],
);

/** The logs for cosigners, who read every header and no payload. */
@ApiTags('存证')
@Controller('ledger/logs/:log')
export class TlogController {
  constructor(
    private readonly ledgers: Ledgers,
    private readonly policies: Policies,
  ) {}

  @Get('*')
  @Untraced('联署系统读取的是哈希和事件头，不含内容')
  @ApiOperation({
    summary: '日志的检查点、树和事件头',
    description:
      '按 C2SP tlog-tiles 的布局：checkpoint、tile/…、tile/entries/…；另有 heads/序号。只向联署人提供。',
    operationId: 'readLog',
  })
  @ApiParam({ name: 'log', description: '日志', enum: LOG_NAMES })
  @ApiParam({
    name: 'path',
    description: '文件，例如 checkpoint 或者 tile/0/000',
    schema: { type: 'string' },
  })
  @ApiProduces(BYTES)
  @ApiOkResponse({ description: '文件的内容', schema: { type: 'string', format: 'binary' } })
  async read(
    @Param('log') name: string,
    @PathBelow() path: string,
    @CurrentReader() reader: Reader,
  ): Promise<StreamableFile> {
    if (!this.policies.mayReadLedger(reader)) throw new Problem('not-a-cosigner');
    const log = LOG_NAMES.find((known): known is LogName => known === name);
    const file = log && (await tlogFile(this.ledgers.of(log), path));
    if (!file) throw new Problem('unknown-route', { detail: '日志没有这个文件，或者尚无' });
    return new StreamableFile(file, { type: BYTES, length: file.length });
  }
}
