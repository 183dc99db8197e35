import { addWorkingDays, chinaCalendar, dutyTerm, type WarningThreshold } from '@liuhen/courts';
import type { DutyChange, DutyTerms, Instant } from '@liuhen/kernel';
import { systemAct } from '@liuhen/access';
import { Refusal } from '@liuhen/kernel';
import { withMethods } from '../../libs/event-store/src/testing/with-methods';
import { Gate } from '../read-models/bench';
import { ClockBench } from './support/clock-bench';
import { dying } from './support/dying';
import { BASIS, CASE, discharge, handOver, HOLDERS, open } from './support/test-duties';

const THRESHOLDS: readonly WarningThreshold[] = [
  { step: 'used', to: 'holder', percent: 70 },
  { step: 'daysLeft', to: 'holder', days: 1 },
  { step: 'overdue', to: 'divisionChief', days: 0 },
  { step: 'overdue', to: 'vicePresident', days: 1 },
  { step: 'overdue', to: 'president', days: 2 },
];

/** Five working days from the moment on. */
function owed(duty: string, openedAt: Instant, changes: Partial<DutyTerms> = {}): DutyChange {
  const due = addWorkingDays(chinaCalendar, openedAt.slice(0, 10), 5);
  return open(duty, {
    ...dutyTerm(chinaCalendar, THRESHOLDS, openedAt, due),
    holder: HOLDERS.judge,
    ...changes,
  });
}

const MONDAY = '2026-03-02T01:00:00.000Z';
/** The last day is the Monday after; one day before is Friday, and 70 % of five days are over at noon on it. */
const RAISED = [
  ['daysLeft', 'holder', '2026-03-05T16:00:00.000Z'],
  ['used', 'holder', '2026-03-06T04:00:00.000Z'],
  ['overdue', 'divisionChief', '2026-03-09T16:00:00.000Z'],
  ['overdue', 'vicePresident', '2026-03-10T16:00:00.000Z'],
  ['overdue', 'president', '2026-03-11T16:00:00.000Z'],
];

let bench: ClockBench;
beforeEach(async () => {
  bench = await ClockBench.open();
  await bench.startRunner();
});
afterEach(() => bench.close());

const raised = async (caseNumber = CASE) =>
  (await bench.warnings(caseNumber)).map(({ data: { step, to, at } }) => [step, to, at]);

describe('warnings', () => {
  it('come one after the other, each when its time has come, up to the president', async () => {
    await bench.change([owed('review/1/1', MONDAY)]);
    const clock = bench.newClock();
    for (const [index, [, , at = '']] of RAISED.entries()) {
      await bench.tickAt(new Date(Date.parse(at) - 1).toISOString(), clock);
      expect(await raised()).toEqual(RAISED.slice(0, index));
      await bench.tickAt(at, clock);
      expect(await raised()).toEqual(RAISED.slice(0, index + 1));
    }
  });

  it('say whom they tell, of what, and on which basis, in the inner file and as the system’s own act', async () => {
    await bench.change([owed('review/1/1', MONDAY)]);
    await bench.tickAt('2026-03-31T01:00:00.000Z', bench.newClock());
    const warnings = await bench.warnings();
    expect(warnings.map(({ data }) => data.addressee.post)).toEqual([
      HOLDERS.judge.post,
      HOLDERS.judge.post,
      HOLDERS.chief.post,
      HOLDERS.vicePresident.post,
      HOLDERS.president.post,
    ]);
    expect(warnings[0]).toMatchObject({
      data: { duty: 'review/1/1', kind: 'review', due: '2026-03-09' },
      header: {
        secrecy: 'inner',
        basis: [BASIS],
        case: CASE,
        actor: { person: 'supervision-system', party: 'system' },
        source: 'live',
      },
    });
  });

  it('tell whoever holds the duty by then', async () => {
    await bench.change([owed('review/1/1', MONDAY)]);
    await bench.change([handOver('review/1/1', HOLDERS.upperChief)]);
    await bench.tickAt('2026-03-10T00:00:00.000Z', bench.newClock());
    expect((await bench.warnings()).map(({ data }) => data.addressee.post)).toEqual([
      HOLDERS.upperChief.post,
      HOLDERS.upperChief.post,
      HOLDERS.upperChief.post,
    ]);
  });

  it('that a stopped clock missed all come, each once, and say when they really came', async () => {
    await bench.change([owed('review/1/1', MONDAY)]);
    const resumed = '2026-04-01T01:00:00.000Z';
    await bench.tickAt(resumed, bench.newClock());
    await bench.tickAt('2026-04-01T01:00:15.000Z', bench.newClock());
    expect(await raised()).toEqual(RAISED);
    expect(new Set((await bench.warnings()).map(({ header }) => header.recordedAt))).toEqual(
      new Set([resumed]),
    );
  });

  it('come once, however many clocks look at once', async () => {
    const cases = ['1', '2', '3'].map((number) => `（2026）黔0102民初${number}号`);
    for (const number of cases)
      await bench.change([owed('review/1/1', MONDAY), owed('review/2/1', MONDAY)], number);
    bench.time.set('2026-03-31T01:00:00.000Z');
    await bench.caughtUp();
    const clocks = Array.from({ length: 4 }, () => bench.newClock());
    await Promise.all(clocks.map((clock) => clock.tick()));
    await Promise.all(clocks.map((clock) => clock.tick()));
    for (const number of cases) {
      const told = (await bench.warnings(number)).map(({ data }) => JSON.stringify([data.duty, data.at]));
      expect(told).toHaveLength(2 * RAISED.length);
      expect(new Set(told).size).toBe(2 * RAISED.length);
    }
    expect(bench.reports.filter(({ kind }) => kind === 'failed')).toEqual([]);
    expect(bench.reports.filter(({ kind }) => kind === 'warned')).toHaveLength(6 * RAISED.length);
  });

  it.each(['before', 'after'] as const)('come once when a clock is killed %s an append', async (when) => {
    await bench.change([owed('review/1/1', MONDAY)]);
    const killed = bench.newClock({ store: dying(bench.store, when) });
    await bench.tickAt('2026-03-06T05:00:00.000Z', killed);
    expect(await raised()).toEqual(when === 'before' ? [] : RAISED.slice(0, 2));
    await bench.tickAt('2026-03-06T05:00:15.000Z', bench.newClock());
    expect(await raised()).toEqual(RAISED.slice(0, 2));
  });

  it('do not come for what was done meanwhile, also if the read model does not know it yet', async () => {
    await bench.change([owed('review/1/1', MONDAY)]);
    await bench.caughtUp();
    const old = await bench.db.query('select * from read.duty_warnings');
    expect(old.rows).toHaveLength(RAISED.length);
    await bench.change([discharge('review/1/1')]);
    const due = { stream: `case-${CASE}`, duty: 'review/1/1', caseNumber: CASE };
    const rows = RAISED.map(([step, to, at]) => ({ ...due, step, to, at }));
    const behind = { query: async () => ({ rows, rowCount: rows.length }) } as never;
    const clock = bench.newClock({ db: behind });
    bench.time.set('2026-03-31T01:00:00.000Z');
    await clock.tick();
    expect(await raised()).toEqual([]);
    expect(bench.reports).toEqual([]);
  });

  it('do not ask the stream again for what it has settled, while the read model still shows it', async () => {
    await bench.change([owed('review/1/1', MONDAY)]);
    const due = { stream: `case-${CASE}`, duty: 'review/1/1', caseNumber: CASE };
    const [step, to, at] = RAISED[0] ?? [];
    const behind = { query: async () => ({ rows: [{ ...due, step, to, at }], rowCount: 1 }) } as never;
    let reads = 0;
    const counted = withMethods(bench.store, {
      readStream: (...asked) => {
        reads++;
        return bench.store.readStream(...asked);
      },
    });
    const clock = bench.newClock({ store: counted, db: behind });
    bench.time.set('2026-03-06T01:00:00.000Z');
    for (let tick = 0; tick < 3; tick++) await clock.tick();
    expect(reads).toBe(1);
    expect(await raised()).toEqual(RAISED.slice(0, 1));
  });

  it('wait over weekends and holidays, and know make-up days', async () => {
    // Wednesday 30 September 2026; 1 to 7 October are holidays, Saturday 10 October is worked.
    const openedAt = '2026-09-30T01:00:00.000Z';
    bench.time.set(openedAt);
    await bench.change([owed('review/1/1', openedAt)]);
    const clock = bench.newClock();
    await bench.tickAt('2026-10-07T15:59:59.999Z', clock);
    expect(await raised()).toEqual([]);
    await bench.tickAt('2026-10-30T00:00:00.000Z', clock);
    // Working days: 8, 9, 10, 12, 13 October.
    expect((await raised()).map(([, , at]) => at)).toEqual([
      '2026-10-11T16:00:00.000Z',
      '2026-10-12T04:00:00.000Z',
      '2026-10-13T16:00:00.000Z',
      '2026-10-14T16:00:00.000Z',
      '2026-10-15T16:00:00.000Z',
    ]);
  });

  it('rest on provisional days where the holidays are not announced yet, and say so in the ledger', async () => {
    const openedAt = '2026-12-30T01:00:00.000Z';
    bench.time.set(openedAt);
    await bench.change([owed('review/1/1', openedAt)]);
    await bench.tickAt('2027-02-01T00:00:00.000Z', bench.newClock());
    expect(await raised()).toHaveLength(RAISED.length);
    const { rows } = await bench.db.query('select provisional, due::text from read.duties');
    expect(rows).toEqual([{ provisional: true, due: '2027-01-06' }]);
  });
});

describe('lapses', () => {
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
  });

  it('are asked for once the last day is over, at each tick, until the duty is closed', async () => {
    await bench.change([owed('review/1/1', MONDAY)]);
    const clock = bench.newClock({
      lapses: {
        review: async ({ stream, duty, caseNumber }, { act, facts, runtime }) => {
          expect([stream, caseNumber, act]).toEqual([
            `case-${CASE}`,
            CASE,
            systemAct(`clock/${duty}/lapse`, 'clock'),
          ]);
          expect(facts.posts.size).toBeGreaterThan(0);
          asked.push(runtime.clock.now());
        },
      },
    });
    const [lastMoment, midnight, later] = [
      '2026-03-09T15:59:59.999Z',
      '2026-03-09T16:00:00.000Z',
      '2026-03-09T16:00:15.000Z',
    ];
    for (const moment of [lastMoment, midnight, later]) await bench.tickAt(moment, clock);
    expect(asked).toEqual([midnight, later]);
    await bench.change([{ change: 'waive', duty: 'review/1/1', waiver: 'lapsed' }]);
    await bench.tickAt('2026-03-09T16:00:30.000Z', clock);
    expect(asked).toHaveLength(2);
  });

  it('that fail, or are refused as not yet due, stand in nobody’s way', async () => {
    await bench.change(['a', 'b', 'c'].map((duty) => owed(duty, MONDAY)));
    const clock = bench.newClock({
      lapses: {
        review: async ({ duty }) => {
          asked.push(duty);
          if (duty === 'a') throw new Error('broken');
          if (duty === 'b') throw new Refusal('not-yet', '时间未到');
        },
      },
    });
    await bench.tickAt('2026-03-31T01:00:00.000Z', clock);
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(await bench.warnings()).toHaveLength(3 * RAISED.length);
    expect(bench.reports.slice(-3)).toMatchObject([
      { kind: 'failed', subject: `case-${CASE} a` },
      { kind: 'refused', duty: 'b' },
      { kind: 'lapsed', duty: 'c' },
    ]);
    await bench.tickAt('2026-03-31T01:00:15.000Z', clock);
    expect(asked).toHaveLength(6);
  });
});

describe('a clock that is stopped', () => {
  it('finishes what is at work and leaves the rest to others', async () => {
    await bench.change(['a', 'b'].map((duty) => owed(duty, MONDAY)));
    await bench.caughtUp();
    bench.time.set('2026-03-05T17:00:00.000Z');
    const [entered, proceed] = [new Gate(), new Gate()];
    const slow = withMethods(bench.store, {
      append: async (...request) => {
        entered.open();
        await proceed.opened;
        return bench.store.append(...request);
      },
    });
    const clock = bench.newClock({ store: slow });
    clock.start();
    await entered.opened;
    const stopped = clock.stop();
    proceed.open();
    await stopped;
    expect(await raised()).toHaveLength(1);
    await bench.tickAt('2026-03-05T17:00:15.000Z', bench.newClock());
    expect(await raised()).toHaveLength(2);
  });

  it('goes on after an outage of the database', async () => {
    await bench.change([owed('a', MONDAY)]);
    await bench.caughtUp();
    bench.time.set('2026-03-05T17:00:00.000Z');
    let outages = 3;
    const failing = {
      query: (...asked: readonly unknown[]) =>
        outages-- > 0 ? Promise.reject(new Error('down')) : bench.db.query(...(asked as [string])),
    } as typeof bench.db;
    const clock = bench.newClock({ db: failing });
    const warned = new Gate();
    bench.reports.push = (...told) => {
      if (told.some(({ kind }) => kind === 'warned')) warned.open();
      return Array.prototype.push.apply(bench.reports, told);
    };
    clock.start();
    await warned.opened;
    await clock.stop();
    expect(await raised()).toHaveLength(1);
    expect(bench.reports.filter(({ kind }) => kind === 'failed')).toHaveLength(3);
  });
});
