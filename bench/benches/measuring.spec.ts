import { checkedCount } from './measuring';

describe('what was acknowledged', () => {
  it('is what is stored', () => {
    expect(checkedCount(5, 5)).toEqual({ acknowledged: 5, rows: 5 });
  });

  it.each([4, 6, Number.NaN])('and anything else fails the benchmark: 5, not %d', (rows) => {
    expect(() => checkedCount(5, rows)).toThrow('5 events were acknowledged');
  });
});
