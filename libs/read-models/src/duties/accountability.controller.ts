import { CurrentReader, type Reader } from '@liuhen/access';
import { CaseParam, MatterParam, type CaseReference, type MatterId } from '@liuhen/supervision';
import { Traced } from '@liuhen/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Moment } from '../moment';
import { MomentField } from '../moment-field';
import { ShowAccountability } from './accountability.query';
import { AccountabilityCard } from './accountability.views';

class AccountabilityQuery {
  @MomentField('截至何时所知', { optional: true }) readonly asOf?: Moment;
}

@ApiTags('责任台账')
@Controller()
export class AccountabilityController {
  constructor(private readonly queries: QueryBus) {}

  @Get('cases/:caseNumber/accountability')
  @Traced('view', 'duties')
  @ApiOperation({ summary: '案件责任卡', operationId: 'showAccountability' })
  @ApiOkResponse({ type: AccountabilityCard })
  ofCase(
    @CaseParam() { caseId }: CaseReference,
    @Query() { asOf }: AccountabilityQuery,
    @CurrentReader() reader: Reader,
  ): Promise<AccountabilityCard> {
    return this.queries.execute(new ShowAccountability({ caseId }, asOf, reader));
  }

  @Get('matters/:matter/accountability')
  @Traced('view', 'matter')
  @ApiOperation({ summary: '督导事项责任卡', operationId: 'showMatterAccountability' })
  @ApiOkResponse({ type: AccountabilityCard })
  ofMatter(
    @MatterParam() matter: MatterId,
    @Query() { asOf }: AccountabilityQuery,
    @CurrentReader() reader: Reader,
  ): Promise<AccountabilityCard> {
    return this.queries.execute(new ShowAccountability({ matter }, asOf, reader));
  }
}
