import { CurrentReader, type Reader } from '@liuhen/access';
import { CaseParam, type CaseReference } from '@liuhen/supervision';
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
@Controller('cases/:caseNumber/accountability')
export class AccountabilityController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: '案件责任卡', operationId: 'showAccountability' })
  @ApiOkResponse({ type: AccountabilityCard })
  show(
    @CaseParam() { caseId }: CaseReference,
    @Query() { asOf }: AccountabilityQuery,
    @CurrentReader() reader: Reader,
  ): Promise<AccountabilityCard> {
    return this.queries.execute(new ShowAccountability(caseId, asOf, reader));
  }
}
