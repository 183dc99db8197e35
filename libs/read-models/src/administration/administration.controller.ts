import { CurrentReader, type Reader } from '@liuhen/access';
import { type Page, PageQuery, Traced } from '@liuhen/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReplayAdministration } from './administration.query';
import { AdministrationPage, type AdministrationEvent } from './administration.views';

@ApiTags('管理记录')
@Controller('administration')
export class AdministrationController {
  constructor(private readonly queries: QueryBus) {}

  @Get('history')
  @Traced('view', 'administration')
  @ApiOperation({
    summary: '管理记录：法院、岗位、规则、密钥及其提请的全部经过',
    description: '由审计管理员和院长查阅，及于本院和下级法院。',
    operationId: 'replayAdministration',
  })
  @ApiOkResponse({ type: AdministrationPage })
  replay(@Query() query: PageQuery, @CurrentReader() reader: Reader): Promise<Page<AdministrationEvent>> {
    return this.queries.execute(new ReplayAdministration(query, reader));
  }
}
