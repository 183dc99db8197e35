import { isRefusal, type Act, type ReadingKind } from '@liuhen/kernel';
import {
  Problem,
  PURPOSE_HEADER,
  routeOf,
  Runtimes,
  SUBJECT_PARAMS,
  USE_HEADER,
  type Requester,
  type TracedRoute,
} from '@liuhen/platform';
import { namedCase, type ReadingPolicy } from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AnswerContent } from './answer-content';
import type { ReadingTraceCommand } from './reading-trace.decider';
import type { CommandRefused, Read } from './reading-trace.events';
import { ReadingRules } from './reading-rules';
import { TraceLog } from './trace-log';

type Request = Pick<FastifyRequest, 'id' | 'method' | 'headers' | 'params' | 'query' | 'routeOptions'>;

const LONGEST_PURPOSE = 200;

/** Records what people read and were refused. */
@Injectable()
export class Readings {
  readonly #log: TraceLog;

  constructor(
    private readonly runtimes: Runtimes,
    private readonly rules: ReadingRules,
  ) {
    this.#log = new TraceLog(runtimes.reading);
  }

  /** What a request is about to read. @throws Problem where it does not say why, or not readably */
  readBy(request: Request, requester: Requester, { kind, data }: Omit<TracedRoute, 'ahead'>): Read {
    return {
      kind: kindOf(request, kind),
      data,
      route: routeOf(request),
      ...subjectsIn(request),
      purpose: purposeOf(request, this.rules.of(requester.court)),
    };
  }

  /** @throws the errors of `EventStore.append` */
  async read(request: Request, requester: Requester, read: Read, content: AnswerContent): Promise<void> {
    const { results, masked, isFile } = content;
    // A list that leaves as a file has left the system.
    const kind = isFile && read.kind === 'search' ? 'export' : read.kind;
    const cases = read.data === 'matter' ? [] : [...new Set([...read.cases, ...content.cases])];
    await this.#record(request, requester, {
      type: 'RecordReading',
      data: { ...read, kind, cases, results, masked },
    });
  }

  async denied(request: Request, requester: Requester, route: TracedRoute, code: string): Promise<void> {
    const read = { ...route, route: routeOf(request), ...subjectsIn(request) };
    const { kind, data, cases, matters } = read;
    const purpose = givenPurpose(request) ?? this.rules.of(requester.court).purpose.preset;
    await this.#record(request, requester, {
      type: 'RecordDenial',
      data: { kind: kindOf(request, kind), data, route: read.route, cases, matters, purpose, code },
    });
  }

  async refused(
    request: Request,
    requester: Requester,
    refusal: Pick<CommandRefused['data'], 'code' | 'command' | 'stream'>,
  ): Promise<void> {
    const data = { ...refusal, route: routeOf(request), ...subjectsIn(request) };
    await this.#record(request, requester, { type: 'RecordRefusal', data });
  }

  #record(request: Request, requester: Requester, command: ReadingTraceCommand): Promise<void> {
    const { minutes } = this.rules.of(requester.court).repeats;
    const act = { ...actOf(request, requester), key: this.runtimes.reading.entropy.newId() };
    return this.#log.record({ command, act, facts: { repeatMinutes: minutes } });
  }
}

const actOf = (
  { id }: Request,
  { person, post, party, delegation, court }: Requester,
): Omit<Act, 'at' | 'key'> => ({
  actor: { person, post, party, delegation },
  court,
  occurredAt: null,
  source: 'live',
  basis: [],
  asked: null,
  correlation: id,
  cause: null,
  signature: null,
});

/** The case or the matter that the address names, where it names one. */
function subjectsIn({ params }: Request): Pick<Read, 'cases' | 'matters'> {
  const { [SUBJECT_PARAMS.case]: caseNumber, [SUBJECT_PARAMS.matter]: matter } = params as Readonly<
    Record<string, string | undefined>
  >;
  return {
    cases: caseNumber === undefined ? [] : caseIn(caseNumber),
    matters: matter === undefined ? [] : [matter],
  };
}

function caseIn(text: string): readonly string[] {
  try {
    return [namedCase(text, SUBJECT_PARAMS.case).caseId];
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

const kindOf = ({ headers }: Request, kind: ReadingKind): ReadingKind =>
  headers[USE_HEADER.toLowerCase()] === 'print' ? 'print' : kind;

function purposeOf(request: Request, { purpose: { preset, required } }: ReadingPolicy): string {
  const given = givenPurpose(request);
  if (given !== undefined) return given;
  const isGiven = request.headers[PURPOSE_HEADER.toLowerCase()] !== undefined;
  if (required || isGiven) throw new Problem('purpose-required', { field: PURPOSE_HEADER });
  return preset;
}

/** `undefined` where it is not given or cannot be read. What a route asks for as its own `purpose` is as good as the header. */
function givenPurpose({ headers, query }: Request): string | undefined {
  const header = headers[PURPOSE_HEADER.toLowerCase()];
  const { purpose } = Object(query) as { readonly purpose?: unknown };
  const asked = header === undefined ? purpose : decoded(String(header));
  const text = typeof asked === 'string' ? asked.trim() : '';
  return text !== '' && text.length <= LONGEST_PURPOSE && text.isWellFormed() ? text : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
