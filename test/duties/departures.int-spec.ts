import { execute } from '@liuhen/event-store';
import { Refusal, type DutyChange } from '@liuhen/kernel';
import type { Departure } from '@liuhen/supervision';
import { changeDuties, ClockBench } from './support/clock-bench';
import { dying } from './support/dying';
import { CASE, discharge, handOver, HOLDERS, open } from './support/test-duties';

const { judge: JUDGE, chief: CHIEF } = HOLDERS;
const COLLEAGUE = { ...JUDGE, person: 'he-qian' };

const asked: string[] = [];

const following =
  (changes: (duty: string) => readonly DutyChange[]): Departure =>
  ({ stream, duty, caseNumber, post, person }, { runtime, act }) => {
    asked.push(`${duty} ${post} ${person}`);
    return execute(runtime, {
      decider: changeDuties,
      stream,
      caseNumber,
      command: { type: 'ChangeDuties', data: { changes: changes(duty) } },
      act,
      permit: () => undefined,
      facts: () => Promise.resolve(undefined),
    });
  };

/** The duty goes to a colleague. */
const give = following((duty) => [handOver(duty, COLLEAGUE)]);
/** Somebody else is to see to it; the duty stays where it is meanwhile. */
const suspend = following((duty) => [open(`reassignment of ${duty}`, { kind: 'reassignment' })]);

const NOON = '2026-03-04T04:00:00.000Z';
const LATER = '2026-03-04T04:00:15.000Z';

let bench: ClockBench;
beforeEach(async () => {
  asked.length = 0;
  bench = await ClockBench.open();
  await bench.startRunner();
});
afterEach(() => bench.close());

const owes = (duty: string, changes: Parameters<typeof open>[1] = {}): DutyChange =>
  open(duty, { holder: JUDGE, due: '2026-04-30', ...changes });

const clockThat = (review: Departure) => bench.newClock({ departures: { review } });
const leaves = (on = '2026-03-04') => bench.leaves(JUDGE.post, 'zhang-ming', on);

/** What the system did in the case. */
const done = async () =>
  (await bench.store.readStream(`case-${CASE}`)).filter(({ header }) => header.actor.party === 'system');

const departed = (duty: string) => ({ kind: 'departed', stream: `case-${CASE}`, duty });

describe('when somebody leaves the post in which they were charged', () => {
  it('what the act says follows, once, on the day on which they are gone', async () => {
    await bench.change([owes('review/1/1')]);
    await leaves();
    const clock = clockThat(give);
    await bench.tickAt('2026-03-03T15:59:59.999Z', clock);
    expect(asked).toEqual([]);
    for (const moment of ['2026-03-03T16:00:00.000Z', NOON]) await bench.tickAt(moment, clock);
    expect(asked).toEqual([`review/1/1 ${JUDGE.post} zhang-ming`]);
    expect(bench.reports).toEqual([departed('review/1/1')]);
    expect((await done()).map(({ header }) => header.actor.person)).toEqual(['supervision-system']);
  });

  it('it follows once, also where the duty stays with them', async () => {
    await bench.change([owes('review/1/1')]);
    await leaves();
    for (const moment of [NOON, LATER]) await bench.tickAt(moment, clockThat(suspend));
    expect(asked).toHaveLength(2);
    expect(await done()).toHaveLength(1);
    expect(bench.reports).toEqual([departed('review/1/1')]);
  });

  it('it follows again when they came back, were charged once more, and leave again', async () => {
    await bench.change([owes('review/1/1')]);
    await leaves();
    const clock = clockThat(give);
    await bench.tickAt(NOON, clock);
    const back = { person: 'zhang-ming', name: '张明', from: '2026-03-10', demonstration: true };
    await bench.atPost(JUDGE.post, { type: 'AppointPerson', data: back });
    bench.time.set('2026-03-10T01:00:00.000Z');
    await bench.change([handOver('review/1/1', JUDGE)]);
    await bench.tickAt('2026-03-10T02:00:00.000Z', clock);
    expect(await done()).toHaveLength(1);
    await leaves('2026-03-20');
    await bench.tickAt('2026-03-20T01:00:00.000Z', clock);
    expect(await done()).toHaveLength(2);
    expect(bench.reports).toEqual([departed('review/1/1'), departed('review/1/1')]);
  });

  it('nothing follows for who stays, for a post alone, for what is done or handed over, and for other kinds', async () => {
    await bench.change([
      owes('review/2/1', { holder: COLLEAGUE }),
      owes('review/3/1', { holder: { ...JUDGE, person: null } }),
      owes('review/4/1'),
      discharge('review/4/1'),
      owes('review/5/1'),
      handOver('review/5/1', COLLEAGUE),
      owes('other/6/1', { kind: 'other' }),
    ]);
    await leaves();
    await bench.tickAt(NOON, clockThat(give));
    expect(asked).toEqual([]);
  });
});

describe('nobody has left a post', () => {
  it('who is on leave from it', async () => {
    await bench.change([owes('review/1/1')]);
    const leave = { person: 'zhang-ming', from: '2026-03-01', until: '2026-03-31', reason: null };
    await bench.atPost(JUDGE.post, { type: 'RecordLeave', data: leave });
    await bench.tickAt(NOON, clockThat(give));
    expect(asked).toEqual([]);
  });

  it('who acts in it as a delegate, until the delegation ends', async () => {
    await bench.atPost(CHIEF.post, {
      type: 'GrantDelegation',
      data: {
        ...{ person: 'wei-hua', to: 'zhang-ming', toPost: JUDGE.post, approver: 'chu-yun', reason: null },
        ...{ from: '2026-03-01', until: '2026-03-10' },
      },
    });
    await bench.change([owes('review/1/1', { holder: { ...CHIEF, person: 'zhang-ming' } })]);
    const clock = clockThat(give);
    await bench.tickAt('2026-03-09T15:59:59.999Z', clock);
    expect(asked).toEqual([]);
    await bench.tickAt('2026-03-09T16:00:00.000Z', clock);
    expect(asked).toEqual([`review/1/1 ${CHIEF.post} zhang-ming`]);
  });
});

describe('what follows from a departure', () => {
  beforeEach(async () => {
    await bench.change(['a', 'b', 'c'].map((duty) => owes(duty)));
    await leaves();
  });

  it('is done once, however many clocks look at once', async () => {
    bench.time.set(NOON);
    await bench.caughtUp();
    await Promise.all(Array.from({ length: 3 }, () => clockThat(suspend).tick()));
    expect(await done()).toHaveLength(3);
    expect(bench.reports).toHaveLength(3);
    expect(bench.reports).toEqual(expect.arrayContaining(['a', 'b', 'c'].map(departed)));
  });

  it.each(['before', 'after'] as const)('is done once when a clock is killed %s an append', async (when) => {
    const killed = bench.newClock({ store: dying(bench.store, when), departures: { review: suspend } });
    await bench.tickAt(NOON, killed);
    expect(await done()).toHaveLength(when === 'before' ? 0 : 3);
    await bench.tickAt(LATER, clockThat(suspend));
    expect(await done()).toHaveLength(3);
  });

  it('stands in nobody’s way where it fails or is refused, and is tried again at the next tick', async () => {
    let isBroken = true;
    const clock = clockThat(async (duty, context) => {
      if (duty.duty === 'a' && isBroken) throw new Error('broken');
      if (duty.duty === 'b' && isBroken) throw new Refusal('not-yet', '时间未到');
      return give(duty, context);
    });
    await bench.tickAt(NOON, clock);
    expect(bench.reports).toMatchObject([
      { kind: 'failed', subject: `case-${CASE} a`, error: { message: 'broken' } },
      { kind: 'refused', duty: 'b', refusal: { code: 'not-yet' } },
      departed('c'),
    ]);
    isBroken = false;
    await bench.tickAt(LATER, clock);
    expect(bench.reports.slice(3)).toEqual(['a', 'b'].map(departed));
  });
});
