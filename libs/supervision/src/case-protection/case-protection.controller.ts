import type { Receipt } from '@liuhen/event-store';
import { ReceiptView } from '@liuhen/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfCase } from '../case-file/asked-of-case';
import { LiftCaseProtectionBody, ProtectCaseBody } from './case-protection.bodies';
import type { CaseProtectionCommand } from './case-protection.decider';
import { HandleCaseProtection } from './case-protection.handler';

@ApiTags('案件保护')
@Controller('cases/:caseNumber/protection')
export class CaseProtectionController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({
    summary: '标记案件保护，或者改变保护事由',
    description: '其他法院的人查阅本案，不见当事人的个人信息，也不能取用文书。',
    operationId: 'protectCase',
  })
  @ApiCreatedResponse({ type: ReceiptView })
  protect(@AskedOfCase() asked: AskedOfCase, @Body() { grounds }: ProtectCaseBody): Promise<Receipt> {
    return this.#handle(asked, { type: 'ProtectCase', data: { grounds } });
  }

  @Post('lifting')
  @ApiOperation({ summary: '解除案件保护', operationId: 'liftCaseProtection' })
  @ApiCreatedResponse({ type: ReceiptView })
  lift(@AskedOfCase() asked: AskedOfCase, @Body() { reason }: LiftCaseProtectionBody): Promise<Receipt> {
    return this.#handle(asked, { type: 'LiftCaseProtection', data: { reason } });
  }

  #handle(asked: AskedOfCase, command: CaseProtectionCommand): Promise<Receipt> {
    return this.commands.execute(new HandleCaseProtection(asked, command));
  }
}
