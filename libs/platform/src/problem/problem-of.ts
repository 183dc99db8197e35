import { HttpException } from '@nestjs/common';
import {
  AppendTooLarge,
  ClockBehind,
  ForeignPosition,
  OutcomeUnknown,
  Overloaded,
  StoreUnavailable,
  WrongRevision,
} from '@liuhen/event-store';
import { isRefusal, type Refusal } from '@liuhen/kernel';
import { isReadDatabaseUnavailable } from '../runtime/read-database-errors';
import { Problem, PROBLEMS, type FieldError, type ProblemBody, type ProblemCode } from './problem';

/** What is answered to an error. */
export interface ProblemAnswer {
  readonly body: ProblemBody;
  readonly headers: Readonly<Record<string, string>>;
  /** The server is at fault, not the request: logged with its stack. */
  readonly fault: boolean;
}

/** The status of a refusal by its code; what is not listed is refused on its merits, 422. */
const REFUSAL_STATUS: readonly (readonly [code: RegExp, status: number, title: string])[] = [
  [/^stale-revision$/, 412, '记录已有变动'],
  [/-not-found$/, 404, '没有这项记录'],
  [/^already-/, 409, '与已有记录冲突'],
  [/(?:^|-)not-permitted$|^not-own-court$|-of-other-court$/, 403, '无权办理'],
];
const REFUSED = [undefined, 422, '不符合规定'] as const;

/** Errors of the store that are nobody's mistake, by their class. */
const STORE_PROBLEMS: readonly (readonly [error: abstract new (...args: never[]) => Error, ProblemCode])[] = [
  [Overloaded, 'overloaded'],
  [WrongRevision, 'contended'],
  [StoreUnavailable, 'store-unavailable'],
  [OutcomeUnknown, 'outcome-unknown'],
  [ClockBehind, 'clock-behind'],
  [AppendTooLarge, 'append-too-large'],
  [ForeignPosition, 'invalid-position'],
];

/** Errors of the framework, which speak English, by their status. */
const FRAMEWORK_PROBLEMS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-body',
  404: 'unknown-route',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'body-too-large',
  414: 'path-too-long',
  415: 'unsupported-media-type',
  431: 'headers-too-large',
};

/**
 * The one place where an error becomes an answer.
 *
 * @param correlation identifies the request in the answer and in the server's log.
 */
export function problemOf(error: unknown, correlation: string): ProblemAnswer {
  if (isRefusal(error)) return answerOfRefusal(error, correlation);
  const problem = error instanceof Problem ? error : new Problem(codeOf(error), { cause: error });
  return answerOfProblem(problem, retryAfterOf(error), correlation);
}

function codeOf(error: unknown): ProblemCode {
  const store = STORE_PROBLEMS.find(([kind]) => error instanceof kind);
  if (store) return store[1];
  if (isReadDatabaseUnavailable(error)) return 'read-database-unavailable';
  const status = frameworkStatus(error);
  return (status === undefined ? undefined : FRAMEWORK_PROBLEMS[status]) ?? 'internal';
}

/** Of an error of Nest's or Fastify's own. */
function frameworkStatus(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const fastify = error instanceof Error && error.name === 'FastifyError' && 'statusCode' in error;
  return fastify && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** The store may know better than the table how long to wait. */
const retryAfterOf = (error: unknown): number | undefined =>
  error instanceof Overloaded ? Math.max(1, Math.ceil(error.retryAfterMs / 1000)) : undefined;

function answerOfProblem(
  problem: Problem,
  retryAfter: number | undefined,
  correlation: string,
): ProblemAnswer {
  const { code, details, message } = problem;
  const kind = PROBLEMS[code];
  const wait = retryAfter ?? ('retryAfter' in kind ? kind.retryAfter : undefined);
  return {
    body: {
      ...identification(code, correlation),
      title: kind.title,
      status: kind.status,
      detail: message,
      ...(details.field === undefined ? {} : { field: details.field }),
      ...(details.errors === undefined ? {} : { errors: details.errors }),
    },
    headers: { ...details.headers, ...(wait === undefined ? {} : { 'Retry-After': String(wait) }) },
    fault: code === 'internal',
  };
}

function answerOfRefusal(refusal: Refusal, correlation: string): ProblemAnswer {
  const { code, message, field, law, also } = refusal;
  const [, status, title] = REFUSAL_STATUS.find(([pattern]) => pattern.test(code)) ?? REFUSED;
  return {
    body: {
      ...identification(code, correlation),
      title,
      status,
      detail: message,
      ...(field === undefined ? {} : { field }),
      ...(law.length === 0 ? {} : { law }),
      ...(also.length === 0 ? {} : { errors: [refusal, ...also].map(fieldErrorOf) }),
    },
    headers: {},
    fault: false,
  };
}

const fieldErrorOf = ({ field = '', message }: Refusal): FieldError => ({ field, detail: message });

const identification = (code: string, correlation: string) => ({
  type: `urn:liuhen:problem:${code}`,
  code,
  instance: `urn:liuhen:request:${correlation}`,
});
