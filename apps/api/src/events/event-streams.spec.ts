import { EventStreams } from './event-streams';

describe('the open streams', () => {
  const NOW = Date.parse('2026-03-01T00:00:00Z');
  const inSeconds = (seconds: number): number => NOW / 1000 + seconds;
  let open = 0;
  const streams = () => new EventStreams((count) => (open = count));

  beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
  });
  afterEach(() => jest.useRealTimers());

  it('end with the token that opened them', () => {
    const { signal } = streams().open('p', inSeconds(60));
    jest.advanceTimersByTime(59_999);
    expect([signal.aborted, open]).toEqual([false, 1]);
    jest.advanceTimersByTime(1);
    expect([signal.aborted, open]).toEqual([true, 0]);
  });

  it('outlast no timer: a token of a hundred years is looked at anew after weeks', () => {
    const { signal } = streams().open('p', inSeconds(100 * 365 * 86_400));
    jest.advanceTimersByTime(86_400_000);
    expect(signal.aborted).toBe(false);
  });

  it('are so many for one person, who has room again when one ends', () => {
    const all = streams();
    const own = Array.from({ length: 6 }, () => all.open('p', inSeconds(60)));
    expect(() => all.open('p', inSeconds(60))).toThrow('事件流过多');
    expect(() => all.open('q', inSeconds(60))).not.toThrow();
    own[0]?.end();
    expect(() => all.open('p', inSeconds(60))).not.toThrow();
  });

  it('are so many in all', () => {
    const all = streams();
    for (let n = 0; n < 200; n++) all.open(`p${String(n)}`, inSeconds(60));
    expect(() => all.open('q', inSeconds(60))).toThrow('事件流过多');
  });

  it('end when the server closes, which then opens none', () => {
    const all = streams();
    const { signal } = all.open('p', inSeconds(60));
    all.close();
    expect([signal.aborted, open]).toEqual([true, 0]);
    expect(() => all.open('p', inSeconds(60))).toThrow('事件流过多');
  });
});
