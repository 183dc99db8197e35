import { CurrentReader, type Reader } from '@liuhen/access';
import { ReadsFrom } from '@liuhen/platform';
import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RunDry } from './dry-run.query';
import { DryRunView } from './dry-run.views';
import { DryRunBody } from './policies.bodies';
import { clausesOf } from './policies.commands';

@ApiTags('审判权责规则')
@Controller('policies/dry-run')
export class DryRunController {
  constructor(private readonly queries: QueryBus) {}

  /** A query with a body: a draft does not fit into an address. It enters nothing. */
  @Post()
  @HttpCode(HttpStatus.OK)
  @ReadsFrom('submitted_documents')
  @ApiOperation({ summary: '以已提交的文书试算阅核规则草案', operationId: 'runPolicyDry' })
  @ApiOkResponse({ type: DryRunView })
  run(@Body() { clauses, from, to }: DryRunBody, @CurrentReader() reader: Reader): Promise<DryRunView> {
    return this.queries.execute(new RunDry({ clauses: clausesOf(clauses), from, to }, reader));
  }
}
