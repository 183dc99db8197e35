import { logIdentity, StoreUnavailable, type EventStore, type Runtime } from '@liuhen/event-store';
import {
  FixedClock,
  MemoryEventStore,
  seededEntropy,
  TEST_DEPLOYMENT,
  withAppendFaults,
} from '@liuhen/event-store/testing';
import { decodeAll, type ReadingKind } from '@liuhen/kernel';
import { someAct } from '@liuhen/kernel/testing';
import fc from 'fast-check';
import { readingTraceEvents } from './reading-trace.events';
import { TraceLog, type Trace } from './trace-log';

const traceOf = (
  caseId: string,
  { person = 'p-1', kind = 'view' }: { readonly person?: string; readonly kind?: ReadingKind } = {},
): Trace => ({
  command: {
    type: 'RecordReading',
    data: {
      ...{ kind, data: 'case', route: 'GET /cases/:caseNumber', purpose: '履职查阅' },
      ...{ cases: [caseId], matters: [], results: 1, masked: [] },
    },
  },
  act: someAct({ actor: { ...someAct().actor, person } }),
  facts: { repeatMinutes: 10 },
});

const newStore = (): MemoryEventStore => new MemoryEventStore(logIdentity(TEST_DEPLOYMENT, 'reading'));
const runtimeOf = (store: EventStore, clock = new FixedClock(), seed = 1): Runtime => ({
  store,
  clock,
  entropy: seededEntropy(String(seed)),
});

async function recorded(store: EventStore): Promise<readonly string[]> {
  const { events } = await store.readPage({ limit: 10_000 });
  return decodeAll(readingTraceEvents, events).map(
    ({ header, data }) => `${header.actor.person} ${'kind' in data ? data.kind : ''} ${data.cases.join()}`,
  );
}

describe('the log of readings', () => {
  it('has what many read at once, each person’s in a stream of their own and day', async () => {
    const store = newStore();
    const log = new TraceLog(runtimeOf(store));
    const cases = Array.from({ length: 30 }, (_, index) => String(index));
    await Promise.all(
      ['p-1', 'p-2'].flatMap((person) => cases.map((id) => log.record(traceOf(id, { person })))),
    );
    expect((await recorded(store)).toSorted()).toEqual(
      ['p-1', 'p-2'].flatMap((person) => cases.map((id) => `${person} view ${id}`)).toSorted(),
    );
    expect(await store.readStream('reader-p-1-2026-03-01')).toHaveLength(30);
  });

  it('goes on where another process, or an earlier one, has left off', async () => {
    const store = newStore();
    const logs = [1, 2].map((seed) => new TraceLog(runtimeOf(store, new FixedClock(), seed)));
    for (const round of ['a', 'b', 'c'])
      await Promise.all(logs.map((log, index) => log.record(traceOf(`${round}${String(index)}`))));
    const later = new TraceLog(runtimeOf(store, new FixedClock(), 3));
    await later.record(traceOf('d'));
    await later.record(traceOf('a0'));
    expect((await recorded(store)).map((line) => line.split(' ')[2]).toSorted()).toEqual([
      'a0',
      'a1',
      'b0',
      'b1',
      'c0',
      'c1',
      'd',
    ]);
    const stream = await store.readStream('reader-p-1-2026-03-01');
    expect(stream.map(({ header }) => header.rev)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const { header } of stream) expect(header).toMatchObject({ secrecy: 'isolated', case: null });
  });

  it('is in doubt about no append: whatever became of it, it is there once', async () => {
    for (const fault of ['stored-unanswered', 'not-stored-unanswered'] as const) {
      const store = newStore();
      const log = new TraceLog(runtimeOf(withAppendFaults(store, [fault, fault])));
      await log.record(traceOf('a'));
      await log.record(traceOf('b'));
      expect(await recorded(store)).toEqual(['p-1 view a', 'p-1 view b']);
    }
  });

  it('tells of all that a failed append was to hold, and takes the next', async () => {
    const store = newStore();
    let fails = true;
    const flaky = new Proxy(store, {
      get: (target, name) =>
        name === 'append' && fails
          ? () => Promise.reject(new StoreUnavailable('away'))
          : (Reflect.get(target, name, target) as unknown),
    });
    const log = new TraceLog(runtimeOf(flaky));
    const outcomes = await Promise.allSettled(['a', 'a', 'b'].map((id) => log.record(traceOf(id))));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    fails = false;
    // What was not stored is no reading that this one could repeat.
    await log.record(traceOf('a'));
    expect(await recorded(store)).toEqual(['p-1 view a']);
  });
});

describe('any sequence of readings', () => {
  const reading = fc.record({
    person: fc.constantFrom('p-1', 'p-2'),
    caseId: fc.constantFrom('a', 'b'),
    kind: fc.constantFrom('view' as const, 'export' as const),
    /** Minutes after the one before. */
    later: fc.integer({ min: 0, max: 12 }),
  });

  it('is what is recorded, but for those that say the same within ten minutes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reading, { maxLength: 25 }), async (readings) => {
        const [store, clock] = [newStore(), new FixedClock()];
        const runtime = runtimeOf(store, clock);
        const expected: string[] = [];
        const fresh = new Map<string, number>();
        let minute = 0;
        let log = new TraceLog(runtime);
        for (const [index, { person, caseId, kind, later }] of readings.entries()) {
          minute += later;
          clock.advance(later * 60_000);
          // Processes come and go.
          if (index % 7 === 6) log = new TraceLog(runtime);
          await log.record(traceOf(caseId, { person, kind }));
          const line = `${person} ${kind} ${caseId}`;
          const before = fresh.get(line);
          if (kind === 'view' && before !== undefined && minute - before < 10) continue;
          fresh.set(line, minute);
          expected.push(line);
        }
        expect(await recorded(store)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
