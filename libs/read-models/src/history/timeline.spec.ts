import fc from 'fast-check';
import { seal, type Position, type StoredEvent } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { inOrderOfHappening } from './timeline';

const event = (stream: string, rev: number, occurredAt: string | null): StoredEvent => ({
  ...seal('sha256', someHeader({ stream, rev, occurredAt }), {}, () => 'salt'),
  position: '0' as Position,
});
const told = (events: readonly StoredEvent[]) =>
  inOrderOfHappening(events).map(({ header }) => `${header.stream}${String(header.rev)}`);

describe('the order of happening', () => {
  it('follows the days, not the log', () => {
    expect(told([event('a', 0, '2017-01-01'), event('b', 0, '2016-01-01')])).toEqual(['b0', 'a0']);
  });

  it('puts an event of unknown time after what was recorded before it', () => {
    const log = [event('a', 0, '2016-01-01'), event('b', 0, null), event('c', 0, '2017-01-01')];
    expect(told(log)).toEqual(['a0', 'b0', 'c0']);
  });

  it('keeps a late entry in its stream’s order', () => {
    const log = [event('a', 0, '2016-01-01'), event('a', 1, '2018-01-01'), event('a', 2, '2017-01-01')];
    expect(told(log)).toEqual(['a0', 'a1', 'a2']);
  });

  it('loses nothing and never turns a stream around', () => {
    const day = fc.option(
      fc.integer({ min: 1, max: 28 }).map((d) => `2016-01-${String(d).padStart(2, '0')}`),
    );
    const log = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), day), { maxLength: 20 });
    fc.assert(
      fc.property(log, (entries) => {
        const events = entries.map(([stream, at], index) => event(stream, index, at));
        const ordered = inOrderOfHappening(events);
        expect(new Set(ordered)).toEqual(new Set(events));
        for (const stream of ['a', 'b', 'c']) {
          const revisions = ordered
            .filter(({ header }) => header.stream === stream)
            .map(({ header }) => header.rev);
          expect(revisions).toEqual(revisions.toSorted((x, y) => x - y));
        }
      }),
    );
  });
});
