import { faultsOf } from './faults';
import { fuzz } from './fuzz';
import { FOREIGN, TwoCourts } from './two-courts';

/** Another one is tried with FUZZ_SEED; a failure prints the path to the request beside it. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_126);

const problem = (status: number, code: string, detail = '') => ({
  status,
  type: 'application/problem+json; charset=utf-8',
  text: JSON.stringify({ status, code, detail }),
});

/** So many hostile requests over every route. */
export function describeHostileRequests(count: number): void {
  describe('hostile requests over every route', () => {
    let courts: TwoCourts;
    beforeAll(async () => {
      courts = await TwoCourts.start();
    });
    afterAll(() => courts.close());

    it(`are all answered by what is known, and tell nothing of another court (seed ${String(SEED)})`, async () => {
      const answered = await fuzz(courts, SEED, count);
      // Not only the doors are tried: what is behind them is reached, and decides.
      for (const status of [200, 400, 401, 403, 404, 405, 415, 422])
        expect(answered).toContainEqual([status, expect.any(Number)]);
    });

    it('would be found out by a fault, by an unknown code, by internals and by what is of another court', () => {
      expect(faultsOf(problem(400, 'invalid-request'), 'GET')).toEqual([]);
      expect(faultsOf(problem(500, 'internal-error'), 'GET')).toHaveLength(1);
      expect(faultsOf(problem(400, 'no-such-code'), 'GET')).toEqual(['unknown code no-such-code']);
      expect(faultsOf(problem(400, 'invalid-request', 'at run (server.ts:7)'), 'GET')).toHaveLength(1);
      expect(faultsOf({ status: 404, type: 'text/html', text: 'Not Found' }, 'GET')).toHaveLength(1);
      expect(courts.leaksIn(`{"caseNumber":"${FOREIGN}"}`, '/api/v1/cases')).toHaveLength(1);
    });
  });
}
