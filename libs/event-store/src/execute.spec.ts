import { payloadData, Refusal, type Act, type Decider, type Message } from '@liuhen/kernel';
import { someAct } from '@liuhen/kernel/testing';
import { OutcomeUnknown, WrongRevision } from './errors';
import type { EventStore } from './event-store';
import { execute, type Execution, type Receipt, type Runtime } from './execute';
import type { StreamReader } from './stream-reader';
import { FixedClock, MemoryEventStore, seededEntropy, TEST_LOG, withAppendFaults } from './testing';

type Opened = Message<'MatterOpened', { title: string }>;
type Noted = Message<'NoteTaken', { text: string; number: number }>;
type NoteCommand = Message<'TakeNote', { text: string }>;
interface Matter {
  readonly opened: boolean;
  readonly notes: number;
}
interface NoteFacts {
  readonly notesElsewhere: number;
}

/** Opens a matter with its first note; takes three notes at most, over all the streams it is told of. */
const notes: Decider<Matter, NoteCommand, Opened | Noted, NoteFacts> = {
  events: { MatterOpened: { schema: 1 }, NoteTaken: { schema: 1 } },
  initial: { opened: false, notes: 0 },
  decide: ({ data: { text } }, state, _act, { notesElsewhere }) => {
    if (state.notes + notesElsewhere >= 3) return new Refusal('enough-notes', '记录已满');
    const taken = { type: 'NoteTaken', data: { text, number: state.notes + 1 } } as const;
    return state.opened ? [taken] : [{ type: 'MatterOpened', data: { title: text } }, taken];
  },
  evolve: (state, event) =>
    event.type === 'MatterOpened' ? { ...state, opened: true } : { ...state, notes: state.notes + 1 },
};

const STREAM = 'matter-1';

describe('execute', () => {
  let store: EventStore;
  let clock: FixedClock;
  let keys: number;

  beforeEach(() => {
    store = new MemoryEventStore(TEST_LOG);
    clock = new FixedClock('2026-03-01T01:00:00.000Z');
    keys = 0;
  });

  const runtime = (changes: Partial<Runtime> = {}): Runtime => ({
    store,
    clock,
    entropy: seededEntropy(`draw ${String(keys)}`),
    ...changes,
  });

  const note = (
    text: string,
    act: Partial<Act> = {},
    changes: Partial<Execution<Matter, NoteCommand, Opened | Noted, NoteFacts>> = {},
  ): Execution<Matter, NoteCommand, Opened | Noted, NoteFacts> => ({
    decider: notes,
    stream: STREAM,
    caseNumber: '（2026）黔0102民初1号',
    command: { type: 'TakeNote', data: { text } },
    act: someAct({ key: `key ${String(++keys)}`, ...act }),
    permit: () => undefined,
    facts: () => Promise.resolve({ notesElsewhere: 0 }),
    ...changes,
  });

  const dataOf = async (stream = STREAM): Promise<readonly unknown[]> =>
    (await store.readStream(stream)).map(({ payloadText }) => payloadData(payloadText));
  const notesIn = async (read: StreamReader, stream: string): Promise<NoteFacts> => {
    const events = await read<Opened | Noted>(stream, notes.events);
    return { notesElsewhere: events.filter(({ type }) => type === 'NoteTaken').length };
  };

  it('stores what is decided and acknowledges it', async () => {
    const receipt = await execute(runtime(), note('甲'));
    const stored = await store.readStream(STREAM);

    expect(stored.map(({ header }) => [header.type, header.rev, header.schema])).toEqual([
      ['MatterOpened', 0, 1],
      ['NoteTaken', 1, 1],
    ]);
    expect(receipt).toEqual<Receipt>({
      stream: STREAM,
      position: stored[1]?.position ?? expect.anything(),
      revision: 1,
      events: stored.map(({ header: { id, type, rev, recordedAt }, leafHash }) => ({
        id,
        type,
        rev,
        leaf: leafHash,
        recordedAt,
      })),
      replayed: false,
    });
  });

  it('says in the header who acted, when, on what case and by which command', async () => {
    await execute(runtime(), note('甲', { key: 'key x', correlation: 'conversation', source: 'offline' }));
    const [first, second] = await store.readStream(STREAM);
    expect(first?.header).toMatchObject({
      log: TEST_LOG.origin,
      case: '（2026）黔0102民初1号',
      actor: someAct().actor,
      recordedAt: '2026-03-01T01:00:00.000Z',
      source: 'offline',
      command: { key: 'key x', signature: null },
      correlation: 'conversation',
      prev: null,
    });
    expect(second?.header.prev).toBe(first?.leafHash);
  });

  it('decides from the history of the stream', async () => {
    for (const text of ['甲', '乙', '丙']) await execute(runtime(), note(text));
    await expect(execute(runtime(), note('丁'))).rejects.toMatchObject({ code: 'enough-notes' });
    expect(await dataOf()).toHaveLength(4);
  });

  it('takes a decider that decides nothing for a fault, not for success', async () => {
    const idle = { ...notes, decide: () => [] };
    await expect(execute(runtime(), note('甲', {}, { decider: idle }))).rejects.toThrow('decided nothing');
  });

  describe('with the permission to act', () => {
    const forbidden = new Refusal('forbidden', '无权');
    const closedOnceOpened = (state: Matter): void => {
      if (state.opened) throw forbidden;
    };

    it('asks for it with what the stream holds', async () => {
      await execute(runtime(), note('甲', {}, { permit: closedOnceOpened }));
      await expect(execute(runtime(), note('乙', {}, { permit: closedOnceOpened }))).rejects.toBe(forbidden);
      expect(await dataOf()).toHaveLength(2);
    });

    it('asks before it says anything else of the stream or reads another', async () => {
      await execute(runtime(), note('甲'));
      const facts = jest.fn();
      const peeping = note('乙', {}, { permit: closedOnceOpened, facts, seenRevision: 0 });
      await expect(execute(runtime(), peeping)).rejects.toBe(forbidden);
      expect(facts).not.toHaveBeenCalled();
    });

    it('asks again when it decides again', async () => {
      const racing = ['甲', '乙'].map((text) =>
        execute(runtime({ entropy: seededEntropy(text) }), note(text, {}, { permit: closedOnceOpened })),
      );
      const outcomes = await Promise.allSettled(racing);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('with a party that depends on what the stream holds', () => {
    const answersAs = ({ opened }: Matter) => (opened ? 'upperAndLowerCourts' : 'courtLeaders');
    const parties = async () => (await store.readStream(STREAM)).map(({ header }) => header.actor.party);

    it('is in the header of what is decided, by the stream as it was before', async () => {
      await execute(runtime(), note('甲', {}, { answersAs }));
      await execute(runtime(), note('乙', {}, { answersAs }));
      await execute(runtime(), note('丙'));
      expect(await parties()).toEqual(['courtLeaders', 'courtLeaders', 'upperAndLowerCourts', 'judge']);
    });

    it('is told to the decider', async () => {
      const seen: string[] = [];
      const watching: typeof notes = {
        ...notes,
        decide: (command, state, act, facts) => {
          seen.push(act.actor.party);
          return notes.decide(command, state, act, facts);
        },
      };
      await execute(runtime(), note('甲', {}, { decider: watching, answersAs }));
      await execute(runtime(), note('乙', {}, { decider: watching }));
      expect(seen).toEqual(['courtLeaders', 'judge']);
    });

    it('is told anew when somebody else was first', async () => {
      const racing = ['甲', '乙'].map((text) =>
        execute(runtime({ entropy: seededEntropy(text) }), note(text, {}, { answersAs })),
      );
      await Promise.all(racing);
      expect(await parties()).toEqual(['courtLeaders', 'courtLeaders', 'upperAndLowerCourts']);
    });

    it('is no other command when it comes again', async () => {
      await execute(runtime(), note('甲', { key: 'key x' }, { answersAs }));
      const again = await execute(runtime(), note('甲', { key: 'key x' }, { answersAs }));
      expect(again.replayed).toBe(true);
      expect(await parties()).toEqual(['courtLeaders', 'courtLeaders']);
    });
  });

  describe('a command that comes again', () => {
    it('is answered from the events of the first time', async () => {
      const first = await execute(runtime(), note('甲', { key: 'key x' }));
      await execute(runtime(), note('乙'));

      const again = await execute(runtime(), note('甲', { key: 'key x' }));
      expect(again).toEqual({ ...first, replayed: true });
      expect(await dataOf()).toHaveLength(3);
    });

    it('is answered so even where it would be refused now', async () => {
      await execute(runtime(), note('甲', { key: 'key x' }));
      for (const text of ['乙', '丙']) await execute(runtime(), note(text));
      await expect(execute(runtime(), note('甲', { key: 'key x' }))).resolves.toMatchObject({
        replayed: true,
      });
    });

    it.each([
      ['another text', note('乙', { key: 'key x' })],
      ['another time of the act', note('甲', { key: 'key x', occurredAt: '2026-02-01' })],
      ['another source', note('甲', { key: 'key x', source: 'offline' })],
    ])('is refused with %s under the same key', async (_difference, other) => {
      await execute(runtime(), note('甲', { key: 'key x' }));
      await expect(execute(runtime(), other)).rejects.toMatchObject({
        code: 'idempotency-key-reused',
        field: 'Idempotency-Key',
      });
    });

    it('is told by what was asked, whatever this release makes of it', async () => {
      const asked = { method: 'POST', path: ['notes'], body: { text: '甲' } };
      await execute(runtime(), note('甲', { key: 'key x', asked }));
      await expect(execute(runtime(), note('甲（新）', { key: 'key x', asked }))).resolves.toMatchObject({
        replayed: true,
      });
      const other = note('甲', { key: 'key x', asked: { ...asked, body: { text: '乙' } } });
      await expect(execute(runtime(), other)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    });

    it('is another command when another person uses the same key', async () => {
      await execute(runtime(), note('甲', { key: 'key x' }));
      const actor = { ...someAct().actor, person: 'p-other' };
      await expect(execute(runtime(), note('甲', { key: 'key x', actor }))).resolves.toMatchObject({
        replayed: false,
      });
    });

    it('is stored once when it comes twice at the same time', async () => {
      const receipts = await Promise.all([
        execute(runtime({ entropy: seededEntropy('one') }), note('甲', { key: 'key x' })),
        execute(runtime({ entropy: seededEntropy('two') }), note('甲', { key: 'key x' })),
      ]);
      expect(receipts.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
      expect(receipts[0].events).toEqual(receipts[1].events);
      expect(await dataOf()).toHaveLength(2);
    });
  });

  describe('when somebody else was first', () => {
    it('decides again on what is there now', async () => {
      const racing = ['甲', '乙', '丙', '丁', '戊'].map((text, index) =>
        execute(runtime({ entropy: seededEntropy(`racer ${String(index)}`) }), note(text)),
      );
      const outcomes = await Promise.allSettled(racing);

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
      const numbers = (await dataOf()).slice(1).map((data) => (data as { number: number }).number);
      expect(numbers).toEqual([1, 2, 3]);
    });

    it('gathers the facts again too', async () => {
      await execute(runtime(), note('甲'));
      let gathered = 0;
      const facts = async (): Promise<NoteFacts> => {
        if (++gathered === 1) await execute(runtime({ entropy: seededEntropy('first') }), note('先'));
        return { notesElsewhere: 0 };
      };
      const receipt = await execute(runtime(), note('后', {}, { facts }));
      expect(gathered).toBe(2);
      expect(receipt.revision).toBe(3);
    });

    it('gives up on a stream that never rests', async () => {
      const restless = withWrongRevisions(store);
      await expect(execute(runtime({ store: restless }), note('甲'))).rejects.toThrow(WrongRevision);
      expect(restless.appends()).toBe(20);
    });
  });

  describe('with a revision that the user had seen', () => {
    it('goes on when the stream is still there', async () => {
      await execute(runtime(), note('甲'));
      await expect(execute(runtime(), note('乙', {}, { seenRevision: 1 }))).resolves.toMatchObject({
        revision: 2,
      });
    });

    it('refuses when the stream has moved on', async () => {
      await execute(runtime(), note('甲'));
      await execute(runtime(), note('乙'));
      await expect(execute(runtime(), note('丙', {}, { seenRevision: 1 }))).rejects.toMatchObject({
        code: 'stale-revision',
        field: 'If-Match',
      });
    });

    it('refuses when it moves on meanwhile', async () => {
      await execute(runtime(), note('甲'));
      const racing = ['乙', '丙'].map((text) =>
        execute(runtime({ entropy: seededEntropy(text) }), note(text, {}, { seenRevision: 1 })),
      );
      const outcomes = await Promise.allSettled(racing);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'stale-revision' },
      });
    });

    it('still answers a command that comes again', async () => {
      await execute(runtime(), note('甲'));
      const command = () => note('乙', { key: 'key x' }, { seenRevision: 1 });
      await execute(runtime(), command());
      await expect(execute(runtime(), command())).resolves.toMatchObject({ replayed: true });
    });
  });

  describe('with facts of other streams', () => {
    it('records which streams it relied on and as of when', async () => {
      await execute(runtime(), note('别处', {}, { stream: 'matter-2' }));
      const elsewhere = await store.readStream('matter-2');
      const facts = async (_state: Matter, read: StreamReader): Promise<NoteFacts> => {
        await read('matter-none', notes.events);
        return notesIn(read, 'matter-2');
      };
      await execute(runtime(), note('甲', {}, { facts }));

      const reliedOn = [
        { stream: 'matter-none', rev: -1, leaf: null },
        { stream: 'matter-2', rev: 1, leaf: elsewhere[1]?.leafHash },
      ];
      expect(await dataOf()).toEqual([
        { title: '甲', reliedOn },
        { text: '甲', number: 1, reliedOn },
      ]);
    });

    it('decides by them', async () => {
      for (const text of ['一', '二', '三']) await execute(runtime(), note(text, {}, { stream: 'matter-2' }));
      const facts = (_state: Matter, read: StreamReader) => notesIn(read, 'matter-2');
      await expect(execute(runtime(), note('甲', {}, { facts }))).rejects.toMatchObject({
        code: 'enough-notes',
      });
      expect(await store.readStream(STREAM)).toEqual([]);
    });

    it('records nothing of the kind where it read none', async () => {
      await execute(runtime(), note('甲'));
      expect(await dataOf()).toEqual([{ title: '甲' }, { text: '甲', number: 1 }]);
    });
  });

  describe('when the answer does not come', () => {
    it.each(['stored-unanswered', 'not-stored-unanswered'] as const)(
      'sends the same events again, whether they were stored or not: %s',
      async (fault) => {
        const receipt = await execute(runtime({ store: withAppendFaults(store, [fault]) }), note('甲'));
        const stored = await store.readStream(STREAM);
        expect(stored).toHaveLength(2);
        expect(receipt.events.map(({ id }) => id)).toEqual(stored.map(({ header }) => header.id));
        expect(receipt.replayed).toBe(fault === 'stored-unanswered');
      },
    );

    it('gives up after a while, and the same command is answered later', async () => {
      const silent = withAppendFaults(store, Array<'stored-unanswered'>(9).fill('stored-unanswered'));
      await expect(execute(runtime({ store: silent }), note('甲', { key: 'key x' }))).rejects.toThrow(
        OutcomeUnknown,
      );
      await expect(execute(runtime(), note('甲', { key: 'key x' }))).resolves.toMatchObject({
        replayed: true,
        revision: 1,
      });
      expect(await dataOf()).toHaveLength(2);
    });
  });

  describe('with the clock', () => {
    const times = async (): Promise<readonly string[]> =>
      (await store.readStream(STREAM)).map(({ header }) => header.recordedAt);

    it('records the moment of the attempt', async () => {
      await execute(runtime(), note('甲'));
      clock.advance(1_500);
      await execute(runtime(), note('乙'));
      expect(await times()).toEqual([
        '2026-03-01T01:00:00.000Z',
        '2026-03-01T01:00:00.000Z',
        '2026-03-01T01:00:01.500Z',
      ]);
    });

    it('never records an earlier moment in a stream, though the clock is set back', async () => {
      await execute(runtime(), note('甲'));
      clock.advance(-60_000);
      await execute(runtime(), note('乙'));
      clock.advance(60_001);
      await execute(runtime(), note('丙'));
      expect(await times()).toEqual([
        '2026-03-01T01:00:00.000Z',
        '2026-03-01T01:00:00.000Z',
        '2026-03-01T01:00:00.000Z',
        '2026-03-01T01:00:00.001Z',
      ]);
    });

    it('tells the decider the moment that will be recorded', async () => {
      await execute(runtime(), note('甲'));
      clock.advance(-60_000);
      const seen: string[] = [];
      const watching: typeof notes = {
        ...notes,
        decide: (command, state, act, facts) => {
          seen.push(act.at);
          return notes.decide(command, state, act, facts);
        },
      };
      await execute(runtime(), note('乙', {}, { decider: watching }));
      expect(seen).toEqual(['2026-03-01T01:00:00.000Z']);
    });
  });
});

/** A store where somebody else is always first, and which counts the attempts. */
function withWrongRevisions(store: EventStore): EventStore & { readonly appends: () => number } {
  let appends = 0;
  const append: EventStore['append'] = ({ stream, expected }) => {
    appends++;
    return Promise.reject(new WrongRevision(stream, expected, 99));
  };
  return Object.assign(withAppendFaults(store, []), { append, appends: () => appends });
}
