import { sealedChain } from '../testing';
import { KnownEvents } from './known-events';
import { PlacePositions } from './positions';

const position = new PlacePositions('business').of({ commit: 1n, prepare: 1n });
const stored = (...args: Parameters<typeof sealedChain>) =>
  sealedChain(...args).map((event) => ({ ...event, position }));

describe('the events that a process knows of', () => {
  it('are the last of each stream, whatever order they were seen in', () => {
    const known = new KnownEvents();
    const events = stored(3);
    for (const event of [...events].reverse()) known.note(event);
    expect(known.at('case-test', 2)).toMatchObject({ rev: 2, leafHash: events[2]?.leafHash });
    expect(known.at('case-test', 1)).toBeUndefined();
    known.forget('case-test');
    expect(known.at('case-test', 2)).toBeUndefined();
  });

  it('are of the streams seen last, so that they do not fill the memory', () => {
    const known = new KnownEvents();
    for (let index = 0; index <= 1_000; index++)
      for (const event of stored(1, { stream: `case-${String(index)}` })) known.note(event);
    expect(known.at('case-0', 0)).toBeUndefined();
    expect(known.at('case-1', 0)).toBeDefined();
    expect(known.at('case-1000', 0)).toBeDefined();
  });

  it('tell the latest time that anything was recorded', () => {
    const known = new KnownEvents();
    expect(known.newestAt).toBeUndefined();
    for (const recordedAt of ['2026-03-02T00:00:00.000Z', '2026-03-01T00:00:00.000Z'])
      for (const event of stored(1, { stream: `case-${recordedAt}`, header: { recordedAt } }))
        known.note(event);
    expect(known.newestAt).toBe('2026-03-02T00:00:00.000Z');
  });
});
