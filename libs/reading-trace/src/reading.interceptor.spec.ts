import { logIdentity, StoreUnavailable } from '@liuhen/event-store';
import { FixedClock, MemoryEventStore, seededEntropy, TEST_DEPLOYMENT } from '@liuhen/event-store/testing';
import { decodeAll, Refusal } from '@liuhen/kernel';
import { Metrics, noteRequester, Problem, runtimesOf, type TracedRoute } from '@liuhen/platform';
import { Logger, StreamableFile, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { lastValueFrom, of, throwError, type Observable } from 'rxjs';
import { ReadingInterceptor } from './reading.interceptor';
import type { ReadingRules } from './reading-rules';
import { readingTraceEvents } from './reading-trace.events';
import { Readings } from './readings';
import { TracedRefusals } from './traced-refusals';

beforeAll(() => {
  Logger.overrideLogger(false);
});

const REQUESTER = {
  ...{ person: 'p-1', post: '黔0102.president', court: '黔0102', delegation: null },
  party: 'courtLeaders' as const,
};
const CASE = '（2026）黔0102民初1号';

const newDesk = ({ required = false } = {}) => {
  const store = new MemoryEventStore(logIdentity(TEST_DEPLOYMENT, 'reading'));
  const append = jest.spyOn(store, 'append');
  const runtime = { store, clock: new FixedClock(), entropy: seededEntropy() };
  const rules = { of: () => ({ purpose: { preset: '履职查阅', required }, repeats: { minutes: 10 } }) };
  const readings = new Readings(
    runtimesOf(() => runtime),
    rules as unknown as ReadingRules,
  );
  const metrics = new Metrics();
  return {
    metrics,
    interceptor: new ReadingInterceptor(readings),
    refusals: new TracedRefusals(readings, metrics),
    failing: () => append.mockRejectedValue(new StoreUnavailable('away')),
    recorded: async () => decodeAll(readingTraceEvents, (await store.readPage({ limit: 100 })).events),
  };
};

const request = (
  traced: TracedRoute | undefined,
  { method = 'GET', headers = {} }: { readonly method?: string; readonly headers?: object } = {},
): FastifyRequest => {
  const made = {
    ...{ id: 'r-1', method, headers, params: { caseNumber: '(2026)黔0102民初1号' } },
    routeOptions: { url: '/api/v1/cases/:caseNumber', config: { traced } },
  } as unknown as FastifyRequest;
  noteRequester(made, REQUESTER);
  return made;
};
const contextOf = (made: FastifyRequest): ExecutionContext =>
  ({ switchToHttp: () => ({ getRequest: () => made }) }) as unknown as ExecutionContext;

const VIEW: TracedRoute = { kind: 'view', data: 'case', ahead: false };

/** What a route answers that gives so much. */
const answered = async (
  desk: ReturnType<typeof newDesk>,
  made: FastifyRequest,
  gives: () => Observable<unknown> = () => of({ caseNumber: CASE }),
): Promise<unknown> => {
  const answer = await desk.interceptor.intercept(contextOf(made), { handle: gives });
  return lastValueFrom(answer);
};
const codeOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'answered',
    (error: unknown) => (error instanceof Problem || error instanceof Refusal ? error.code : error),
  );

describe('the content of a traced route', () => {
  it('is answered when its reading is on record', async () => {
    const desk = newDesk();
    expect(await answered(desk, request(VIEW))).toEqual({ caseNumber: CASE });
    expect(await desk.recorded()).toMatchObject([
      {
        type: 'RecordsRead',
        data: { kind: 'view', data: 'case', cases: [CASE], results: 1, purpose: '履职查阅' },
        header: { actor: { person: 'p-1', post: '黔0102.president' }, court: '黔0102', correlation: 'r-1' },
      },
    ]);
  });

  it('is not answered when it cannot be recorded', async () => {
    const desk = newDesk();
    desk.failing();
    expect(await codeOf(answered(desk, request(VIEW)))).toBe('reading-not-recorded');
  });

  it('is not even opened for long then', async () => {
    const desk = newDesk();
    desk.failing();
    const content = Readable.from(['x']);
    const file = () => of(new StreamableFile(content));
    expect(await codeOf(answered(desk, request(VIEW), file))).toBe('reading-not-recorded');
    expect(content.destroyed).toBe(true);
  });

  it('is not begun before its record, where it is sent piece by piece', async () => {
    const desk = newDesk();
    const ahead = request({ ...VIEW, ahead: true });
    let begun = 0;
    const gives = () => {
      begun++;
      return of(undefined);
    };
    await answered(desk, ahead, gives);
    expect([begun, (await desk.recorded()).length]).toEqual([1, 1]);
    const failing = newDesk();
    failing.failing();
    expect(await codeOf(answered(failing, request({ ...VIEW, ahead: true }), gives))).toBe(
      'reading-not-recorded',
    );
    expect(begun).toBe(1);
  });

  it('is not recorded where there is none', async () => {
    const desk = newDesk();
    const gives = () => throwError(() => new Refusal('case-not-found', '没有'));
    expect(await codeOf(answered(desk, request(VIEW), gives))).toBe('case-not-found');
    expect(await codeOf(answered(desk, request(undefined)))).toBe('answered');
    expect(await desk.recorded()).toEqual([]);
  });

  it('is printed where the reader says so, and exported where a list leaves as a file', async () => {
    const desk = newDesk();
    await answered(desk, request(VIEW, { headers: { 'liuhen-use': 'print' } }));
    const file = () => of(new StreamableFile(Buffer.from('x')));
    await answered(desk, request({ ...VIEW, kind: 'search' }), file);
    expect((await desk.recorded()).map(({ data }) => 'kind' in data && data.kind)).toEqual([
      'print',
      'export',
    ]);
  });
});

describe('the purpose of a reading', () => {
  const saying = (purpose: string) =>
    request(VIEW, { headers: { 'liuhen-purpose': encodeURIComponent(purpose) } });

  it('is what the reader says', async () => {
    const desk = newDesk();
    await answered(desk, saying('信访核查'));
    expect((await desk.recorded())[0]?.data).toMatchObject({ purpose: '信访核查' });
  });

  it.each([
    ['that is missing, where the rules of the court ask for it', { required: true }, undefined],
    ['without words', {}, ' '],
    ['of too many words', {}, '长'.repeat(201)],
  ])('%s keeps the content from them', async (_, rules, purpose) => {
    const desk = newDesk(rules);
    const asking = purpose === undefined ? request(VIEW) : saying(purpose);
    expect(await codeOf(answered(desk, asking))).toBe('purpose-required');
    expect(await desk.recorded()).toEqual([]);
  });
});

describe('a refusal', () => {
  const refusal = new Refusal('act-not-permitted', '无权');

  it('of a reading is recorded, and kept back where it cannot be', async () => {
    const desk = newDesk();
    expect(await desk.refusals.recorded(refusal, request(VIEW))).toBe(refusal);
    expect(await desk.recorded()).toMatchObject([
      { type: 'ReadingDenied', data: { code: 'act-not-permitted', cases: [CASE] } },
    ]);
    desk.failing();
    expect(await desk.refusals.recorded(refusal, request(VIEW))).toMatchObject({
      code: 'reading-not-recorded',
    });
  });

  it('of a command is recorded, and stands also where it cannot be', async () => {
    const desk = newDesk();
    const post = () => request(undefined, { method: 'POST' });
    expect(await desk.refusals.recorded(refusal, post())).toBe(refusal);
    expect(await desk.recorded()).toMatchObject([
      {
        type: 'CommandRefused',
        data: {
          code: 'act-not-permitted',
          route: 'POST /api/v1/cases/:caseNumber',
          cases: [CASE],
          command: null,
        },
      },
    ]);
    desk.failing();
    expect(await desk.refusals.recorded(refusal, post())).toBe(refusal);
    expect((await desk.metrics.unrecordedRefusals.get()).values).toMatchObject([{ value: 1 }]);
  });

  it('is none where something else went wrong', async () => {
    const desk = newDesk();
    for (const error of [new Error('x'), new Problem('invalid-request'), new Problem('read-model-behind')])
      for (const made of [request(VIEW), request(undefined, { method: 'POST' })])
        expect(await desk.refusals.recorded(error, made)).toBe(error);
    expect(await desk.recorded()).toEqual([]);
  });
});
