import { seal, type EventHeader, type Position, type StoredEvent } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { cutStream } from './cut';

const NUMBER = '（2016）晋08刑终427号';

const event = (rev: number, changes: Partial<EventHeader>): StoredEvent => ({
  ...seal('sha256', someHeader({ rev, case: NUMBER, ...changes }), {}, () => 'salt'),
  position: String(rev + 1) as Position,
});
const revisions = (events: readonly StoredEvent[]) => events.map(({ header }) => header.rev);

describe('what was known as of a moment', () => {
  const stream = [
    event(0, { recordedAt: '2026-03-01T15:59:59.999Z' }),
    event(1, { recordedAt: '2026-03-01T16:00:00.000Z' }),
  ];

  it.each([
    ['2026-03-01T15:59:59.999Z', [0]],
    ['2026-03-01T16:00:00.000Z', [0, 1]],
    ['2026-03-01', [0]],
    ['2026-03-02', [0, 1]],
    ['2026-02-28', []],
  ])('at %s is %j: a day counts to its end in China', (asOf, expected) => {
    expect(revisions(cutStream(stream, { asOf }).events)).toEqual(expected);
  });
});

describe('what had happened until a moment', () => {
  it.each([
    ['2016-05-12', []],
    ['2016-05-13', [0]],
    ['2016-05-13T01:00:00.000Z', [0]],
    ['2016-05-12T15:59:59.999Z', []],
  ])('at %s: what happened on a day counts from its beginning: %j', (until, expected) => {
    expect(revisions(cutStream([event(0, { occurredAt: '2016-05-13' })], { until }).events)).toEqual(
      expected,
    );
  });

  it('is cut by what was known too', () => {
    const stream = [event(0, { occurredAt: '2016-05-13', recordedAt: '2026-03-01T00:00:00.000Z' })];
    expect(cutStream(stream, { until: '2017-01-01', asOf: '2020-01-01' }).events).toEqual([]);
  });

  const undated = { occurredAt: null } as const;

  it('holds an event of unknown time if a later one of the case had happened', () => {
    const stream = [event(0, undated), event(1, { occurredAt: '2017-02-20' })];
    expect(revisions(cutStream(stream, { until: '2017-02-20' }).events)).toEqual([0, 1]);
  });

  it('holds a registration of unknown time once the year of its number is over', () => {
    const stream = [event(0, undated), event(1, { occurredAt: '2017-02-20' })];
    expect(cutStream(stream, { until: '2016-12-31' })).toMatchObject({ events: [stream[0]], notPlaced: 0 });
  });

  it('leaves out an event before the year of its number, and does not wonder', () => {
    expect(cutStream([event(0, undated)], { until: '2015-12-31' })).toEqual({ events: [], notPlaced: 0 });
  });

  it('leaves out and counts an event of which nothing can be said', () => {
    const decided = event(2, { ...undated, type: 'DispositionRecorded' });
    expect(cutStream([decided], { until: '2020-01-01' })).toEqual({ events: [], notPlaced: 1 });
    expect(cutStream([event(0, undated)], { until: '2016-06-01' })).toEqual({ events: [], notPlaced: 1 });
    expect(cutStream([event(0, { ...undated, case: null })], { until: '2020-01-01' }).notPlaced).toBe(1);
  });

  it('is everything where no moment is asked for', () => {
    expect(revisions(cutStream([event(0, undated), event(1, undated)], {}).events)).toEqual([0, 1]);
  });
});
