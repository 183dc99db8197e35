import { DoesNotRun } from '../stores/store';
import { interleaved } from './interleaved';

const silent = (): void => undefined;

describe('rounds', () => {
  it('take the contenders in turn', async () => {
    const measured: string[] = [];
    const entrant = (name: string) => ({
      name,
      measure: () => Promise.resolve({ perSecond: measured.push(name) }),
    });
    const lines = await interleaved(2, [entrant('a'), entrant('b')], silent);
    expect(measured).toEqual(['a', 'b', 'a', 'b']);
    expect(lines).toEqual([
      { name: 'a', rounds: [{ perSecond: 1 }, { perSecond: 3 }] },
      { name: 'b', rounds: [{ perSecond: 2 }, { perSecond: 4 }] },
    ]);
  });

  it('go on without a contender that does not run, and tell its reason', async () => {
    const measure = jest.fn().mockRejectedValue(new DoesNotRun('no backend'));
    expect(await interleaved(3, [{ name: 'a', measure }], silent)).toEqual([
      { name: 'a', rounds: [], doesNotRun: 'no backend' },
    ]);
    expect(measure).toHaveBeenCalledTimes(1);
  });

  it('end with whatever else goes wrong', async () => {
    const measure = () => Promise.reject(new Error('2 events were acknowledged and 1 are stored'));
    await expect(interleaved(3, [{ name: 'a', measure }], silent)).rejects.toThrow('acknowledged');
  });
});
