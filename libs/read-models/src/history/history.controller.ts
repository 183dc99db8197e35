import { CurrentReader, type Reader } from '@liuhen/access';
import { ChoiceField, FlagField, ReadsFrom } from '@liuhen/platform';
import { CaseParam, type CaseReference } from '@liuhen/supervision';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowFamily } from '../family/family.query';
import { Family } from '../family/family.views';
import type { Moment } from '../moment';
import { MomentField } from '../moment-field';
import { CLOCKS, CompareMoments, ReplayHistory, type ClockName } from './history.query';
import { CaseHistory, HistoryDifference } from './history.views';

class SubjectQuery {
  @FlagField('连同同一纠纷的各案', { optional: true, fromText: true }) readonly family: boolean = false;
}

class HistoryQuery extends SubjectQuery {
  @MomentField('截至何时所知', { optional: true }) readonly asOf?: Moment;
  @MomentField('截至何时所发生', { optional: true }) readonly until?: Moment;
}

class DifferenceQuery extends SubjectQuery {
  @MomentField('起') readonly from: Moment;
  @MomentField('止') readonly to: Moment;
  @ChoiceField('以何种时间比较', Object.keys(CLOCKS), {
    optional: true,
    note: 'recorded 记录时间（默认），happened 发生时间',
  })
  readonly by: ClockName = 'recorded';
}

@ApiTags('全程留痕')
@Controller('cases/:caseNumber')
@ReadsFrom('case_register')
export class HistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get('history')
  @ApiOperation({ summary: '案件的全部经过', operationId: 'replayHistory' })
  @ApiOkResponse({ type: CaseHistory })
  history(
    @CaseParam() { caseId }: CaseReference,
    @Query() { family, asOf, until }: HistoryQuery,
    @CurrentReader() reader: Reader,
  ): Promise<CaseHistory> {
    return this.queries.execute(new ReplayHistory({ caseId, family }, { asOf, until }, reader));
  }

  @Get('diff')
  @ApiOperation({ summary: '两个时刻之间的差别', operationId: 'compareMoments' })
  @ApiOkResponse({ type: HistoryDifference })
  diff(
    @CaseParam() { caseId }: CaseReference,
    @Query() { family, from, to, by }: DifferenceQuery,
    @CurrentReader() reader: Reader,
  ): Promise<HistoryDifference> {
    return this.queries.execute(new CompareMoments({ caseId, family }, by, from, to, reader));
  }

  @Get('family')
  @ApiOperation({ summary: '同一纠纷的各案', operationId: 'showFamily' })
  @ApiOkResponse({ type: Family })
  family(@CaseParam() { caseId }: CaseReference, @CurrentReader() reader: Reader): Promise<Family> {
    return this.queries.execute(new ShowFamily(caseId, reader));
  }
}
