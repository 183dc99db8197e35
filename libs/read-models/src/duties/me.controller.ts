import { CurrentReader, type Reader } from '@liuhen/access';
import { ReadsFrom, Untraced } from '@liuhen/platform';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowMe } from './me.query';
import { Me } from './me.views';

@ApiTags('责任台账')
@Controller('me')
@ReadsFrom('duties', 'acts_by_person')
export class MeController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Untraced('本人的岗位、责任和所做的事')
  @ApiOperation({ summary: '我的岗位、权责、责任和所做的事', operationId: 'showMe' })
  @ApiOkResponse({ type: Me })
  show(@CurrentReader() reader: Reader): Promise<Me> {
    return this.queries.execute(new ShowMe(reader));
  }
}
