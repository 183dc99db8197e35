import { CASE_NUMBER_PARAM, caseNumberOf } from '@liuhen/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { referenceOf, unnumberedReference, type CaseReference } from './case-id';

/** The route's `:caseNumber`: a case number in any spelling, or the id of an unnumbered imported proceeding. */
export const CaseParam = createParamDecorator((_: unknown, context: ExecutionContext): CaseReference => {
  const { params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
  return namedCase(params[CASE_NUMBER_PARAM] ?? '', CASE_NUMBER_PARAM);
});

/** @throws Refusal with the reason why the text names no case. */
export const namedCase = (text: string, field: string): CaseReference =>
  unnumberedReference(text) ?? referenceOf(caseNumberOf(text, field));
