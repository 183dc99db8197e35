import { startApi, type RunningApi } from '../api/support/running-api';
import { LAW, LEADER, LEADER_ABOVE, OldCase, PROPOSER } from './support/old-case';

/** 高院督察. */
const INSPECTOR = 'song-yi';

let api: RunningApi;
let old: OldCase;
beforeAll(async () => {
  api = await startApi();
  old = new OldCase(api, '（2026）黔0102民初961号');
  await old.bring();
});
afterAll(() => api.close());

const UNDER_WAY = { status: 422, code: 'redaction-under-way' };
const problemOf = ({ status, body }: { readonly status: number; readonly body: unknown }) => ({
  status,
  code: (body as { readonly code?: string }).code,
});

it('what an inspector holds is not taken away, also where it was proposed before, until they release it', async () => {
  await old.propose(await old.idOf('CaseRegistered'), 'cause');
  await old.does(INSPECTOR, '/holds', { reason: '线索核查' });
  await old.does(INSPECTOR, '/holds', { reason: '另一线索' });
  const event = await old.idOf('DispositionRecorded');
  const body = { event, fields: ['cause'], legalBasis: LAW, reason: '依申请' };
  expect(problemOf(await old.post(PROPOSER, '/redactions', body)).status).toBe(422);
  expect(problemOf(await old.approve(LEADER))).toEqual(UNDER_WAY);
  await old.does(INSPECTOR, '/holds/1/release', { reason: '核查结束' });
  expect(problemOf(await old.approve(LEADER))).toEqual(UNDER_WAY);
  await old.does(INSPECTOR, '/holds/2/release', { reason: '核查结束' });
  expect((await old.approve(LEADER)).status).toBe(201);
  expect((await old.approve(LEADER_ABOVE)).status).toBe(201);
});

it('who tries or leads the case does not learn that there is a hold', async () => {
  const { events } = await old.history(LEADER);
  expect(JSON.stringify(events)).not.toMatch(/保全|Evidence(?:Held|Released)|song-yi/);
  expect(problemOf(await old.get(LEADER, old.path('/holds')))).toEqual({
    status: 403,
    code: 'act-not-permitted',
  });
  expect(problemOf(await old.post(LEADER, '/holds', { reason: '试试' })).status).toBe(403);
  const feed = await old.get(LEADER, '/api/v1/events?limit=200');
  expect(feed.text).not.toContain('EvidenceHeld');
});

it('inspectors see who holds what and why, and what was released', async () => {
  const { body } = await old.get(INSPECTOR, old.path('/holds'));
  expect(body).toMatchObject({
    items: [
      { hold: '1', reason: '线索核查', court: '黔', person: INSPECTOR, released: { reason: '核查结束' } },
      { hold: '2', reason: '另一线索', released: { person: INSPECTOR } },
    ],
  });
});
