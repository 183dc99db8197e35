import { parseCaseNumber, type CaseNumber } from '@liuhen/courts';
import { Refusal } from '@liuhen/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export const CASE_NUMBER_PARAM = 'caseNumber';

/** @throws Refusal with the reason why the text is not a case number. */
export function caseNumberOf(text: string, field: string): CaseNumber {
  const result = parseCaseNumber(text);
  if (result.ok) return result.caseNumber;
  const { code, message, law } = result.reason;
  throw new Refusal(code, message, { law, field });
}

/** The route's `:caseNumber`, percent-encoded in the address, in any spelling of the brackets. */
export const CaseNumberParam = createParamDecorator((_: unknown, context: ExecutionContext): CaseNumber => {
  const { params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
  return caseNumberOf(params[CASE_NUMBER_PARAM] ?? '', CASE_NUMBER_PARAM);
});
