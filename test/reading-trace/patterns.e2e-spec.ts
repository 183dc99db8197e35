import { FixedClock } from '@liuhen/event-store/testing';
import { startApi, type RunningApi } from '../api/support/running-api';
import { CourtHouse } from '../supervision/support/court-house';

const PANEL = ['zhang-ming', 'jiang-xue', 'he-qian'];
/** 高院督察. */
const INSPECTOR = 'song-yi';
const clock = new FixedClock('2026-03-02T01:00:00.000Z');

let api: RunningApi;
let court: CourtHouse;
beforeAll(async () => {
  api = await startApi({ clock });
  court = new CourtHouse(api, '（2026）黔0102民初971号');
  await court.open(PANEL, '2026-01-05');
});
afterAll(() => api.close());

const patterns = (person: string, query = '', position?: string) =>
  court.get(person, `/api/v1/inspection/patterns${query}`, position);

it('who entered what long afterwards is found across cases, by the rules of the court', async () => {
  clock.advance(60_000);
  const decided = { source: 'offline', disposition: 'upheld', decidedOn: '2026-02-02' };
  const answer = await court.post('shen-bo', '/dispositions', decided);
  const { position } = answer.body as { readonly position?: string };
  expect(answer.status).toBe(201);
  const found = await patterns(INSPECTOR, `?court=${encodeURIComponent('黔0102')}`, position);
  expect(found.body).toMatchObject({
    items: [
      {
        ...{ person: 'shen-bo', personName: '沈博', signOffs: 0, entered: 1 },
        late: [{ caseId: court.caseNumber, type: 'DispositionRecorded', daysAfter: 28 }],
      },
    ],
    basis: [{ clause: 'rapid-sign-offs' }, { clause: 'working-hours' }, { clause: 'late-entries' }],
  });
});

it('is for inspectors, of the courts that they see', async () => {
  const codeOf = async (person: string, query = '') =>
    ((await patterns(person, query)).body as { readonly code?: string }).code;
  for (const person of ['chen-lei', 'wei-hua', 'ma-chao'])
    expect(await codeOf(person)).toBe('act-not-permitted');
  expect(await codeOf(INSPECTOR)).toBeUndefined();
  expect(await codeOf(INSPECTOR, '?court=X9')).toBe('court-not-found');
});
