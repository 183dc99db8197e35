import { ReceiptView } from '@liuhen/platform';
import { applyDecorators } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiParam } from '@nestjs/swagger';

/** A route that gives a command on one post. */
export const OnPost = (summary: string, operationId: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary, operationId }),
    ApiParam({ name: 'postId', description: '职务编号（百分号编码）' }),
    ApiCreatedResponse({ type: ReceiptView }),
  );
