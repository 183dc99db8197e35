import { DatabaseError } from 'pg';
import { OutcomeUnknown, Overloaded, StoreUnavailable, WrongRevision } from '../errors';
import type { AppendRequest } from '../event-store';
import { pause } from '../pause';
import { requestFor, sealedChain } from '../testing';
import type { Answer } from './answer';
import { AppendQueue, QUEUE_LIMITS, type QueueLimits } from './append-queue';

/** One call of the append function, to be answered by the test. */
interface Call {
  readonly streams: readonly string[];
  readonly answer: (...kinds: readonly Answer['kind'][]) => void;
  readonly fail: (error: unknown) => void;
}

const STORED: Answer = { kind: 'stored', revision: 0, position: '1' };
const lost = new Error('Connection terminated unexpectedly');

function sqlError(code: string): DatabaseError {
  const error = new DatabaseError('refused', 1, 'error');
  error.code = code;
  return error;
}

const requestOn = (stream: string): AppendRequest => requestFor(sealedChain(1, { stream }));

/** What became of a promise so far. */
async function stateOf(promise: Promise<unknown>): Promise<'pending' | 'fulfilled' | 'rejected'> {
  const settled = promise.then(
    () => 'fulfilled' as const,
    () => 'rejected' as const,
  );
  return Promise.race([settled, Promise.resolve('pending' as const)]);
}

describe('the append queue', () => {
  let calls: Call[];
  /** Where calls fail before anything is sent. */
  let unreachable: boolean;
  /** How long it takes to have a connection. */
  let connectMs: number;

  beforeEach(() => {
    jest.useFakeTimers();
    calls = [];
    unreachable = false;
    connectMs = 0;
  });
  afterEach(() => jest.useRealTimers());

  const queueWith = (limits: Partial<QueueLimits> = {}): AppendQueue =>
    new AppendQueue(
      async (take) => {
        if (unreachable) throw new Error('connect ECONNREFUSED');
        if (connectMs > 0) await pause(connectMs);
        const batch = take();
        if (batch.length === 0) return [];
        return new Promise((resolve, reject) => {
          calls.push({
            streams: batch.map(({ stream }) => stream),
            answer: (...kinds) => {
              resolve(batch.map((_, index) => ({ ...STORED, kind: kinds[index] ?? 'stored' })));
            },
            fail: reject,
          });
        });
      },
      { ...QUEUE_LIMITS, ...limits },
    );

  const append = (queue: AppendQueue, stream: string, deadlineMs = 10_000): Promise<Answer> => {
    const result = queue.append(requestOn(stream), deadlineMs);
    result.catch(() => undefined); // Looked at later.
    return result;
  };
  const pass = (ms = 0): Promise<void> => jest.advanceTimersByTimeAsync(ms);
  const streamsSent = (): readonly (readonly string[])[] => calls.map(({ streams }) => streams);

  it('sends what comes in one turn as one batch', async () => {
    const queue = queueWith();
    const results = ['a', 'b', 'c'].map((stream) => append(queue, stream));
    await pass();
    calls[0]?.answer();
    await expect(Promise.all(results)).resolves.toHaveLength(3);
    expect(streamsSent()).toEqual([['a', 'b', 'c']]);
  });

  it('gathers what comes while its batches are on their way', async () => {
    const queue = queueWith();
    for (const stream of ['a', 'b', 'c', 'd']) {
      void append(queue, stream);
      await pass();
    }
    expect(streamsSent()).toEqual([['a'], ['b']]);
    calls[1]?.answer();
    await pass();
    expect(streamsSent()).toEqual([['a'], ['b'], ['c', 'd']]);
  });

  it('has writers who come back together in as many batches as can be on their way', async () => {
    const queue = queueWith();
    for (let n = 0; n < 40; n++) void append(queue, `case-${String(n)}`);
    await pass();
    expect(streamsSent().map(({ length }) => length)).toEqual([20, 20]);
    calls[0]?.answer();
    for (let n = 40; n < 60; n++) void append(queue, `case-${String(n)}`);
    await pass();
    expect(streamsSent().map(({ length }) => length)).toEqual([20, 20, 20]);
  });

  it('keeps its batches to the size allowed', async () => {
    const queue = queueWith({ batchRequests: 2, inFlight: 9 });
    for (const stream of ['a', 'b', 'c', 'd', 'e']) void append(queue, stream);
    await pass();
    expect(streamsSent()).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('keeps its batches to the bytes allowed, yet sends what is larger alone', async () => {
    const queue = queueWith({ batchBytes: 1, inFlight: 9 });
    for (const stream of ['a', 'b']) void append(queue, stream);
    await pass();
    expect(streamsSent()).toEqual([['a'], ['b']]);
  });

  it('has a stream in one batch at a time, in the order of the requests', async () => {
    const queue = queueWith();
    for (const stream of ['a', 'a', 'b', 'a']) void append(queue, stream);
    await pass();
    expect(streamsSent()).toEqual([['a', 'b']]);
    calls[0]?.answer();
    await pass();
    expect(streamsSent().slice(1)).toEqual([['a']]);
  });

  it('answers each request by its own answer', async () => {
    const queue = queueWith();
    const [a, b] = [append(queue, 'a'), append(queue, 'b')];
    await pass();
    calls[0]?.answer('wrong-revision', 'replayed');
    await expect(a).rejects.toThrow(WrongRevision);
    await expect(b).resolves.toMatchObject({ kind: 'replayed' });
  });

  it('sends a busy stream again, before what came later on it', async () => {
    const queue = queueWith();
    const [first, second, other] = [append(queue, 'a'), append(queue, 'a'), append(queue, 'b')];
    await pass();
    calls[0]?.answer('busy', 'stored');
    await expect(other).resolves.toMatchObject({ kind: 'stored' });
    expect(calls).toHaveLength(1);
    await pass(5);
    calls[1]?.answer('stored');
    await expect(first).resolves.toMatchObject({ kind: 'stored' });
    expect(await stateOf(second)).toBe('pending');
    await pass();
    calls[2]?.answer('wrong-revision');
    await expect(second).rejects.toThrow(WrongRevision);
  });

  it('sends the same batch again after a lost connection', async () => {
    const queue = queueWith();
    const results = [append(queue, 'a'), append(queue, 'b')];
    await pass();
    calls[0]?.fail(lost);
    await pass(1_000);
    calls[1]?.answer('replayed', 'stored');
    expect(streamsSent()).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    await expect(Promise.all(results)).resolves.toMatchObject([{ kind: 'replayed' }, { kind: 'stored' }]);
  });

  it('sends each request alone when the server refuses the batch, so that one cannot fail the others', async () => {
    const queue = queueWith();
    const [a, b] = [append(queue, 'a'), append(queue, 'b')];
    await pass();
    calls[0]?.fail(sqlError('22021'));
    await pass();
    calls[1]?.fail(sqlError('22021'));
    await pass();
    calls[2]?.answer();
    await expect(a).rejects.toMatchObject({ code: '22021' });
    await expect(b).resolves.toMatchObject({ kind: 'stored' });
    expect(streamsSent()).toEqual([['a', 'b'], ['a'], ['b']]);
  });

  it.each(['40P01', '53300', '55P03', '57014', '25006'])(
    'sends the batch again later when the server says %s',
    async (code) => {
      const queue = queueWith();
      const result = append(queue, 'a');
      await pass();
      calls[0]?.fail(sqlError(code));
      await pass(1_000);
      calls[1]?.answer();
      await expect(result).resolves.toMatchObject({ kind: 'stored' });
    },
  );

  describe('at the deadline', () => {
    it('does not know the outcome of what was sent', async () => {
      const queue = queueWith();
      const result = append(queue, 'a', 100);
      await pass(100);
      await expect(result).rejects.toThrow(OutcomeUnknown);
    });

    it('knows that what was never sent is not stored', async () => {
      const queue = queueWith({ inFlight: 1 });
      void append(queue, 'a');
      await pass();
      const result = append(queue, 'b', 100);
      await pass(100);
      await expect(result).rejects.toThrow(StoreUnavailable);
      calls[0]?.answer();
      await pass();
      expect(streamsSent()).toEqual([['a']]);
    });

    it('knows so too when no connection could be made, and why', async () => {
      unreachable = true;
      const result = append(queueWith(), 'a', 3_000);
      await pass(3_000);
      await expect(result).rejects.toThrow(StoreUnavailable);
      await expect(result).rejects.toMatchObject({ cause: { message: 'connect ECONNREFUSED' } });
    });

    it('knows so too when a connection came too late, by which only the others are sent', async () => {
      connectMs = 100;
      const queue = queueWith({ inFlight: 1 });
      const results = [append(queue, 'a', 50), append(queue, 'b')];
      await pass(100);
      calls[0]?.answer();
      await expect(results[0]).rejects.toThrow(StoreUnavailable);
      await expect(results[1]).resolves.toMatchObject({ kind: 'stored' });
      expect(streamsSent()).toEqual([['b']]);
    });

    it('knows so too when the server rolled back', async () => {
      const result = append(queueWith(), 'a', 20);
      await pass();
      calls[0]?.fail(sqlError('40P01'));
      await pass(20);
      await expect(result).rejects.toThrow(StoreUnavailable);
    });

    it('still does not know when a later attempt failed after one was lost', async () => {
      const result = append(queueWith(), 'a', 500);
      await pass();
      calls[0]?.fail(lost);
      await pass(60);
      calls[1]?.fail(sqlError('40P01'));
      unreachable = true;
      await pass(500);
      await expect(result).rejects.toThrow(OutcomeUnknown);
    });

    it('sends no more what nobody waits for', async () => {
      const queue = queueWith();
      void append(queue, 'a', 10);
      void append(queue, 'b');
      await pass(10);
      calls[0]?.fail(lost);
      await pass(1_000);
      expect(streamsSent()).toEqual([['a', 'b'], ['b']]);
    });
  });

  describe('under too much load', () => {
    it('refuses at once, says when to come again, and takes more when there is room', async () => {
      const queue = queueWith({ queuedRequests: 2, inFlight: 1 });
      void append(queue, 'a');
      await pass();
      void append(queue, 'b');
      void append(queue, 'c');
      let refusal: unknown;
      try {
        void append(queue, 'd');
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(Overloaded);
      expect((refusal as Overloaded).retryAfterMs).toBeGreaterThan(0);
      calls[0]?.answer();
      await pass();
      expect(() => void append(queue, 'd')).not.toThrow();
    });

    it('refuses by bytes too', async () => {
      const queue = queueWith({ queuedBytes: 1, inFlight: 1 });
      void append(queue, 'a');
      expect(() => void append(queue, 'b')).toThrow(Overloaded);
      await pass();
      expect(() => void append(queue, 'b')).not.toThrow();
    });
  });

  describe('when closed', () => {
    it('takes nothing more, and is closed when all is answered', async () => {
      const queue = queueWith({ inFlight: 1 });
      const results = [append(queue, 'a'), append(queue, 'a')];
      const closed = queue.close();
      expect(() => void append(queue, 'b')).toThrow(StoreUnavailable);
      await pass();
      calls[0]?.answer();
      await pass();
      expect(await stateOf(closed)).toBe('pending');
      calls[1]?.answer('busy');
      await pass(5);
      calls[2]?.answer();
      await closed;
      await expect(Promise.all(results)).resolves.toHaveLength(2);
    });

    it('is closed at once when nothing is on its way', async () => {
      await expect(queueWith().close()).resolves.toBeUndefined();
    });
  });
});
