import { CurrentReader, type Reader } from '@liuhen/access';
import { PageQuery, ReadsFrom, Traced } from '@liuhen/platform';
import { MatterParam, type MatterId } from '@liuhen/supervision';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Moment } from '../moment';
import { MomentField } from '../moment-field';
import { MatterDifference, MatterHistory, SubjectHistory } from './history.views';
import { CompareMatter, ReplayMatter, ReplaySubject } from './matter-history.query';
import { ComparisonQuery, CutQuery } from './moment-queries';

class SubjectHistoryQuery extends PageQuery {
  @MomentField('截至何时所知', { optional: true }) readonly asOf?: Moment;
  @MomentField('截至何时所发生', { optional: true }) readonly until?: Moment;
}

@ApiTags('全程留痕')
@Controller()
export class MatterHistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get('matters/:matter/history')
  @Traced('view', 'matter')
  @ApiOperation({ summary: '督导事项的全部经过', operationId: 'replayMatter' })
  @ApiOkResponse({ type: MatterHistory })
  matter(
    @MatterParam() matter: MatterId,
    @Query() cut: CutQuery,
    @CurrentReader() reader: Reader,
  ): Promise<MatterHistory> {
    return this.queries.execute(new ReplayMatter(matter, cut, reader));
  }

  @Get('matters/:matter/diff')
  @Traced('view', 'matter')
  @ApiOperation({ summary: '督导事项在两个时刻之间的差别', operationId: 'compareMatter' })
  @ApiOkResponse({ type: MatterDifference })
  diff(
    @MatterParam() matter: MatterId,
    @Query() { by, from, to }: ComparisonQuery,
    @CurrentReader() reader: Reader,
  ): Promise<MatterDifference> {
    return this.queries.execute(new CompareMatter(matter, { by, from, to }, reader));
  }

  @Get('courts/:court/history')
  @Traced('search', 'matter')
  @ReadsFrom('matters')
  @ApiOperation({ summary: '法院所涉督导事项的全部经过', operationId: 'replayCourt' })
  @ApiParam({ name: 'court', description: '法院代字', schema: { type: 'string' } })
  @ApiOkResponse({ type: SubjectHistory })
  court(
    @Param('court') court: string,
    @Query() query: SubjectHistoryQuery,
    @CurrentReader() reader: Reader,
  ): Promise<SubjectHistory> {
    return this.queries.execute(new ReplaySubject('court', court, query, reader));
  }

  @Get('posts/:post/history')
  @Traced('search', 'matter')
  @ReadsFrom('matters')
  @ApiOperation({ summary: '岗位所涉督导事项的全部经过', operationId: 'replayPost' })
  @ApiParam({ name: 'post', description: '岗位', schema: { type: 'string' } })
  @ApiOkResponse({ type: SubjectHistory })
  post(
    @Param('post') post: string,
    @Query() query: SubjectHistoryQuery,
    @CurrentReader() reader: Reader,
  ): Promise<SubjectHistory> {
    return this.queries.execute(new ReplaySubject('post', post, query, reader));
  }
}
