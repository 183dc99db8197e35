import { execute, type EventStore } from '@liuhen/event-store';
import type { Decider, DutyChange, Message } from '@liuhen/kernel';
import type { Departure } from '@liuhen/supervision';
import { ClockBench } from './support/clock-bench';
import { CASE, discharge, handOver, HOLDERS, open, testAct, type DutiesChanged } from './support/test-duties';

const JUDGE = HOLDERS.judge;
const COLLEAGUE = { ...JUDGE, person: 'he-qian' };

type Give = Message<'GiveDuty', { readonly duty: string }>;

/** The duty goes to a colleague. */
const giving: Decider<null, Give, DutiesChanged> = {
  events: testAct.events,
  initial: null,
  decide: ({ data }) => [{ type: 'DutiesChanged', data: { changes: [handOver(data.duty, COLLEAGUE)] } }],
  evolve: () => null,
};

const given: string[] = [];

const give: Departure = ({ stream, duty, caseNumber, person }, { runtime, act }) => {
  given.push(`${duty} of ${person}`);
  return execute(runtime, {
    decider: giving,
    stream,
    caseNumber,
    command: { type: 'GiveDuty', data: { duty } },
    act,
    permit: () => undefined,
    facts: () => Promise.resolve(undefined),
  });
};

const WEDNESDAY = '2026-03-04T01:00:00.000Z';

let bench: ClockBench;
beforeEach(async () => {
  given.length = 0;
  bench = await ClockBench.open();
  await bench.startRunner();
});
afterEach(() => bench.close());

const owes = (duty: string, changes: Parameters<typeof open>[1] = {}): DutyChange =>
  open(duty, { holder: JUDGE, due: '2026-04-30', ...changes });

const handedOver = async (store: EventStore = bench.store) =>
  (await store.readStream(`case-${CASE}`)).length - 1;

describe('when somebody leaves the post in which they were charged', () => {
  const newClock = () => bench.newClock({ departures: { review: give } });

  it('what the act says follows, once, on the day on which they are gone', async () => {
    await bench.change([owes('review/1/1')]);
    await bench.leaves(JUDGE.post, 'zhang-ming', '2026-03-04');
    const clock = newClock();
    await bench.tickAt('2026-03-03T15:59:59.999Z', clock);
    expect(given).toEqual([]);
    await bench.tickAt('2026-03-03T16:00:00.000Z', clock);
    await bench.tickAt(WEDNESDAY, clock);
    expect(given).toEqual(['review/1/1 of zhang-ming']);
    expect(bench.reports).toEqual([{ kind: 'departed', stream: `case-${CASE}`, duty: 'review/1/1' }]);
  });

  it('nothing follows for who stays, for a post alone, for what is done, and for other kinds', async () => {
    const changes = [
      owes('review/2/1', { holder: COLLEAGUE }),
      owes('review/3/1', { holder: { ...JUDGE, person: null } }),
      owes('review/4/1'),
      discharge('review/4/1'),
      owes('other/5/1', { kind: 'other' }),
    ];
    await bench.change(changes);
    await bench.leaves(JUDGE.post, 'zhang-ming', '2026-03-04');
    await bench.tickAt(WEDNESDAY, newClock());
    expect(given).toEqual([]);
  });

  it('several clocks at once do it once', async () => {
    await bench.change([owes('review/1/1')]);
    await bench.leaves(JUDGE.post, 'zhang-ming', '2026-03-04');
    bench.time.set(WEDNESDAY);
    await bench.caughtUp();
    await Promise.all([newClock(), newClock(), newClock()].map((clock) => clock.tick()));
    expect(await handedOver()).toBe(1);
    expect(bench.reports.filter(({ kind }) => kind === 'departed')).toHaveLength(1);
  });

  it('it is tried again where it failed', async () => {
    await bench.change([owes('review/1/1')]);
    await bench.leaves(JUDGE.post, 'zhang-ming', '2026-03-04');
    const failing = bench.newClock({ departures: { review: () => Promise.reject(new Error('broken')) } });
    await bench.tickAt(WEDNESDAY, failing);
    expect(bench.reports).toMatchObject([{ kind: 'failed', error: { message: 'broken' } }]);
    await bench.tickAt(WEDNESDAY, newClock());
    expect(await handedOver()).toBe(1);
  });
});
