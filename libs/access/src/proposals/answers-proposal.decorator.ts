import { ReceiptView } from '@liuhen/platform';
import { applyDecorators } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { StepUp } from '../identity/step-up.decorator';

/** A route on which a proposal is approved, declined or withdrawn: whoever does it has shown two factors lately. */
export const AnswersProposal = (summary: string, operationId: string): MethodDecorator =>
  applyDecorators(
    StepUp(),
    ApiOperation({ summary, operationId }),
    ApiParam({ name: 'proposal', description: '提请编号（百分号编码）' }),
    ApiCreatedResponse({ type: ReceiptView }),
  );
