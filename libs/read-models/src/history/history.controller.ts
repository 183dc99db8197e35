import { accessRefusals, CurrentReader, type Reader } from '@liuhen/access';
import { refuserOf } from '@liuhen/kernel';
import { FlagField, ReadsFrom, Traced } from '@liuhen/platform';
import { CaseParam, type CaseReference } from '@liuhen/supervision';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowFamily } from '../family/family.query';
import { Family } from '../family/family.views';
import { CompareMoments, ReplayHistory } from './history.query';
import { CaseHistory, HistoryDifference } from './history.views';
import { ComparisonQuery, CutQuery } from './moment-queries';

const refuse = refuserOf(accessRefusals);

const FAMILY = '连同同一纠纷的各案';

class CaseHistoryQuery extends CutQuery {
  @FlagField(FAMILY, { optional: true, fromText: true }) readonly family: boolean = false;
}

class CaseDifferenceQuery extends ComparisonQuery {
  @FlagField(FAMILY, { optional: true, fromText: true }) readonly family: boolean = false;
}

@ApiTags('全程留痕')
@Controller('cases/:caseNumber')
@ReadsFrom('case_register', 'matters')
export class HistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get('history')
  @Traced('view', 'history')
  @ApiOperation({ summary: '案件的全部经过', operationId: 'replayHistory' })
  @ApiOkResponse({ type: CaseHistory })
  history(
    @CaseParam() { caseId }: CaseReference,
    @Query() { family, asOf, until }: CaseHistoryQuery,
    @CurrentReader() reader: Reader,
  ): Promise<CaseHistory> {
    return this.queries.execute(new ReplayHistory({ caseId, family }, { asOf, until }, reader));
  }

  @Get('diff')
  @Traced('view', 'history')
  @ApiOperation({ summary: '两个时刻之间的差别', operationId: 'compareMoments' })
  @ApiOkResponse({ type: HistoryDifference })
  diff(
    @CaseParam() { caseId }: CaseReference,
    @Query() { family, from, to, by }: CaseDifferenceQuery,
    @CurrentReader() reader: Reader,
  ): Promise<HistoryDifference> {
    return this.queries.execute(new CompareMoments({ caseId, family }, { by, from, to }, reader));
  }

  @Get('family')
  @Traced('view', 'case')
  @ApiOperation({ summary: '同一纠纷的各案', operationId: 'showFamily' })
  @ApiOkResponse({ type: Family })
  async family(@CaseParam() { caseId }: CaseReference, @CurrentReader() reader: Reader): Promise<Family> {
    const family = await this.queries.execute(new ShowFamily(caseId, reader));
    if (family.cases.length === 0) throw refuse('case-not-found');
    return family;
  }
}
