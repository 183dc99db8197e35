import fc from 'fast-check';
import type { StoredEvent } from '@liuhen/kernel';
import { MemoryEventStore } from '../../memory/memory-event-store';
import type { AppendRequest, EventStore } from '../../event-store';
import { requestFor, sealedChain } from '../sealed-chain';
import type { StoreUnderTest } from './store-under-test';

/** What a writer may try on one of three streams. */
const attempt = fc.record({
  stream: fc.constantFrom('case-a', 'case-b', 'case-c'),
  kind: fc.constantFrom('continue', 'repeat', 'begin', 'skip', 'fork', 'earlier'),
  count: fc.integer({ min: 1, max: 4 }),
  /** Which earlier request is repeated. */
  pick: fc.nat(),
});

type Attempt = typeof attempt extends fc.Arbitrary<infer Value> ? Value : never;

/** Any sequence of attempts has the same answers, and leaves the same log, as in the model. */
export function describeModel(open: () => Promise<StoreUnderTest>, runs: number): void {
  describe('compared with the model', () => {
    it('answers every sequence of appends as the model does', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 25 }), async (attempts) => {
          const under = await open();
          try {
            await compare(under.store, attempts);
          } finally {
            await under.close();
          }
        }),
        { numRuns: runs },
      );
    });
  });
}

async function compare(store: EventStore, attempts: readonly Attempt[]): Promise<void> {
  const model = new MemoryEventStore(store.identity);
  const sent: AppendRequest[] = [];
  for (const [index, next] of attempts.entries()) {
    const history = await model.readStream(next.stream);
    const request = requestOf(next, history, sent, `attempt ${String(index)}`, store);
    sent.push(request);
    expect(await outcomeOf(store, request)).toEqual(await outcomeOf(model, request));
  }
  expect(await store.readPage({ limit: 1_000 })).toEqual(await model.readPage({ limit: 1_000 }));
  for (const stream of ['case-a', 'case-b', 'case-c'])
    expect(await store.readStream(stream)).toEqual(await model.readStream(stream));
}

function requestOf(
  { kind, count, pick, stream }: Attempt,
  history: readonly StoredEvent[],
  sent: readonly AppendRequest[],
  seed: string,
  { identity: log }: EventStore,
): AppendRequest {
  const last = history.at(-1);
  const chain = (changes: Parameters<typeof sealedChain>[1]): AppendRequest =>
    requestFor(sealedChain(count, { log, stream, seed, ...changes }));
  switch (kind) {
    case 'continue':
      return chain({ after: last });
    case 'repeat':
      return sent[pick % Math.max(sent.length, 1)] ?? chain({ after: last });
    case 'begin':
      return chain({});
    case 'skip':
      return requestFor(sealedChain(count + 1, { log, stream, seed, after: last }).slice(1));
    case 'fork':
      return chain({ after: history.at(pick % Math.max(history.length, 1)) });
    case 'earlier':
      return chain({ after: last, header: { recordedAt: '2026-02-28T00:00:00.000Z' } });
  }
}

async function outcomeOf(store: EventStore, request: AppendRequest): Promise<unknown> {
  try {
    return await store.append(request);
  } catch (error) {
    return error;
  }
}
