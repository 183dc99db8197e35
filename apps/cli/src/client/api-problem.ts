import type { LawArticle } from '@liuhen/kernel';
import type { Exit } from '../exit-codes';

interface ProblemFields {
  readonly status: number;
  readonly code: string;
  readonly law: readonly LawArticle[];
  /** Seconds. */
  readonly retryAfter: number | undefined;
}

/** The server answered with a problem (RFC 9457); the message is its Chinese text. */
export class ApiProblem extends Error implements ProblemFields {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly law: readonly LawArticle[];
  readonly retryAfter: number | undefined;

  constructor(message: string, { status, code, law, retryAfter }: ProblemFields) {
    super(message);
    this.status = status;
    this.code = code;
    this.law = law;
    this.retryAfter = retryAfter;
  }
}

interface ProblemBody {
  readonly code?: unknown;
  readonly detail?: unknown;
  readonly law?: unknown;
  readonly errors?: unknown;
}

export async function problemIn(answer: Response): Promise<ApiProblem> {
  const body = (await answer.json().catch(() => ({}))) as ProblemBody;
  const retryAfter = Number(answer.headers.get('retry-after') ?? NaN);
  const detail = typeof body.detail === 'string' ? body.detail : `服务答复 ${String(answer.status)}`;
  return new ApiProblem([detail, ...fieldErrors(body.errors)].join('；'), {
    status: answer.status,
    code: typeof body.code === 'string' ? body.code : '',
    law: Array.isArray(body.law) ? (body.law as readonly LawArticle[]) : [],
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
  });
}

function fieldErrors(errors: unknown): readonly string[] {
  if (!Array.isArray(errors)) return [];
  return (errors as readonly { readonly field?: unknown; readonly detail?: unknown }[]).map(
    ({ field, detail }) => `${String(field)} ${String(detail)}`,
  );
}

const TEMPORARY: ReadonlySet<number> = new Set([429, 503]);

/** It will pass by itself, and soon: a stopped read model or a missing cosignature needs somebody to look at it first. */
export const isTemporary = ({ status, code }: ApiProblem): boolean =>
  TEMPORARY.has(status) && code !== 'read-model-stopped' && code !== 'evidence-incomplete';

/** The request's own content was refused, not the person or the service. */
export const isAboutContent = ({ status }: ApiProblem): boolean =>
  [400, 404, 409, 412, 413, 422].includes(status);

/** How a command ends with a problem that it does not expect. */
export function exitOf({ status, code }: ApiProblem): Exclude<Exit, 'ok'> {
  if (TEMPORARY.has(status)) return 'unreachable';
  if (status === 404 && code !== 'unknown-route') return 'notFound';
  if (status === 400) return 'usage';
  return status < 500 ? 'refused' : 'fault';
}
