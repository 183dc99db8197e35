import { CurrentReader, type Reader } from '@liuhen/access';
import { PageQuery, Traced, type Page } from '@liuhen/platform';
import { CaseParam, type CaseReference } from '@liuhen/supervision';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListReaders } from './readers.query';
import { ReadingOfCasePage, type ReadingOfCase } from './readers.views';

@ApiTags('查阅留痕')
@Controller('cases/:caseNumber/readers')
export class ReadersController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Traced('view', 'trail')
  @ApiOperation({
    summary: '谁看过本案',
    description:
      '此刻以前的全部查阅、导出、打印和被拒的查阅，近的在前。办理未结督察线索的人员所作的查阅，线索办结之后才列出。',
    operationId: 'listCaseReaders',
  })
  @ApiOkResponse({ type: ReadingOfCasePage })
  list(
    @CaseParam() { caseId }: CaseReference,
    @Query() query: PageQuery,
    @CurrentReader() reader: Reader,
  ): Promise<Page<ReadingOfCase>> {
    return this.queries.execute(new ListReaders(caseId, query, reader));
  }
}
