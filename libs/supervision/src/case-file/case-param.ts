import { CASE_NUMBER_PARAM, caseNumberOf } from '@liuhen/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { referenceOf, unnumberedReference, type CaseReference } from './case-id';

/** The route's `:caseNumber`: a case number in any spelling, or the id of an unnumbered imported proceeding. */
export const CaseParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  caseReferenceIn(context.switchToHttp().getRequest<CaseRequest>()),
);

/** A request of a route with `:caseNumber`. */
export type CaseRequest = FastifyRequest<{ Params: Record<string, string> }>;

/** For parameters that are made of more than the case. @throws Refusal */
export const caseReferenceIn = ({ params }: Pick<CaseRequest, 'params'>): CaseReference =>
  namedCase(params[CASE_NUMBER_PARAM] ?? '', CASE_NUMBER_PARAM);

/** @throws Refusal with the reason why the text names no case. */
export const namedCase = (text: string, field: string): CaseReference =>
  unnumberedReference(text) ?? referenceOf(caseNumberOf(text, field));
