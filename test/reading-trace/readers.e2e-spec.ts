import { decodeAll } from '@liuhen/kernel';
import { readingTraceEvents } from '@liuhen/reading-trace';
import { PostgresEventStore, logIdentity } from '@liuhen/event-store';
import request from 'supertest';
import { liuhen } from '../../apps/cli/src/main';
import { startApi, type RunningApi } from '../api/support/running-api';
import { CourtHouse } from '../supervision/support/court-house';
import { TEST_DEPLOYMENT } from '../support/database';
import { until } from '../support/until';
import { told, trailIn } from './support/trail';

const PANEL = ['zhang-ming', 'jiang-xue', 'he-qian'];
/** 庭长; 高院督察; 别院院长. */
const [CHIEF, INSPECTOR, STRANGER] = ['wei-hua', 'song-yi', 'dong-ping'] as const;

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

let cases = 910;
async function newCase(): Promise<CourtHouse> {
  const court = new CourtHouse(api, `（2026）黔0102民初${String(++cases)}号`);
  await court.open(PANEL, '2026-01-05');
  return court;
}
const trail = async (court: CourtHouse, person: string = CHIEF) =>
  trailIn(await court.get(person, court.path('/readers')));

describe('谁看过本案', () => {
  it('lists every reading of the case, whichever way, and none else', async () => {
    const court = await newCase();
    const other = await newCase();
    await court.get('jiang-xue', court.path());
    await court.get(INSPECTOR, court.path('/history'));
    await other.get('jiang-xue', other.path());
    await court.get(CHIEF, court.path('/reviews'));
    expect(told(await trail(court))).toEqual([
      'jiang-xue view case',
      `${INSPECTOR} view history`,
      `${CHIEF} view innerFile`,
    ]);
    expect(told(await trail(other))).toEqual(['jiang-xue view case']);
    // Whoever looks at the trail has looked at the case.
    expect(told(await trail(other))).toEqual(['jiang-xue view case', `${CHIEF} view trail`]);
  });

  it('lists who found the case in a list', async () => {
    const court = await newCase();
    await until(async () =>
      (await court.get('jiang-xue', '/api/v1/cases?limit=200')).text.includes(court.caseNumber),
    );
    expect(told(await trail(court))).toEqual(['jiang-xue search case']);
  });

  it('tells one look from the next by what was said and seen, not by how often', async () => {
    const court = await newCase();
    const look = (headers: object) => lookAt(court, 'jiang-xue', headers);
    for (const purpose of ['合议准备', '合议准备', '信访核查'])
      await look({ 'liuhen-purpose': encodeURIComponent(purpose) });
    await look({ 'liuhen-use': 'print' });
    await look({ 'liuhen-use': 'print' });
    const lines = await trail(court);
    expect(lines.map(({ kind, purpose }) => `${kind} ${purpose}`)).toEqual([
      ...['view 合议准备', 'view 信访核查'],
      ...['print 履职查阅', 'print 履职查阅'],
    ]);
  });

  it('is read page by page, nothing twice and nothing left out', async () => {
    const court = await newCase();
    for (let n = 0; n < 7; n++) await lookAt(court, 'jiang-xue', { 'liuhen-use': 'print' });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const rest = `/readers?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const answer = await court.get('chen-lei', court.path(rest));
      seen.push(...trailIn(answer).map(({ event }) => event));
      cursor = (answer.body as { readonly next: string | null }).next;
    }
    const all = (await trail(court)).filter(({ kind }) => kind === 'print').map(({ event }) => event);
    expect(all).toHaveLength(7);
    expect(seen.filter((event) => all.includes(event)).toSorted()).toEqual(all.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is told on the command line', async () => {
    const court = await newCase();
    await court.get('jiang-xue', court.path('/history'));
    const [out, err]: [string[], string[]] = [[], []];
    const { authorization } = await api.as(CHIEF);
    const exit = await liuhen(['readers', court.caseNumber], {
      environment: { LIUHEN_API: api.server.url, LIUHEN_TOKEN: authorization.replace('Bearer ', '') },
      input: process.stdin,
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      status: undefined,
    });
    expect([exit, err]).toEqual(['ok', []]);
    expect(out).toEqual([
      expect.stringMatching(/南明区人民法院.*蒋雪  查看办案经过  履职查阅  1 项$/),
      '共 1 次',
    ]);
  });

  it('is for supervisory posts and for those who try the case', async () => {
    const court = await newCase();
    const answer = async (person: string) => {
      const { status, body } = await court.get(person, court.path('/readers'));
      return `${String(status)} ${(body as { readonly code?: string }).code ?? ''}`;
    };
    for (const person of [CHIEF, 'chen-lei', 'shen-bo', INSPECTOR, 'jiang-xue'])
      expect([person, await answer(person)]).toEqual([person, '200 ']);
    expect(await answer('sun-jing')).toBe('403 case-readers-not-permitted');
    expect(await answer('lu-ping')).toBe('403 act-not-permitted');
    for (const person of [STRANGER, 'ma-chao']) expect(await answer(person)).toBe('404 case-not-found');
  });
});

describe('what is denied', () => {
  it('leaves a trace, with its code and whom it met', async () => {
    const court = await newCase();
    expect((await court.get(STRANGER, court.path())).status).toBe(404);
    expect((await court.get('sun-jing', court.path('/readers'))).status).toBe(403);
    expect(told(await trail(court))).toEqual([
      `${STRANGER} view case case-not-found`,
      'sun-jing view trail case-readers-not-permitted',
    ]);
  });

  it('leaves the same trace where there is no such case yet', async () => {
    const court = new CourtHouse(api, '（2026）黔0102民初888号');
    expect((await court.get(STRANGER, court.path('/history'))).status).toBe(404);
    await court.open(PANEL, '2026-01-05');
    expect(told(await trail(court))).toEqual([`${STRANGER} view history case-not-found`]);
  });

  it('is on record also for a command, by power and by law, with its type and stream', async () => {
    const court = await newCase();
    const stream = `case-${court.caseNumber}`;
    expect((await court.post(STRANGER, '/panel', PANEL_BODY)).status).toBe(404);
    expect((await court.post('lu-ping', '/panel', PANEL_BODY)).status).toBe(403);
    const twice = { caseNumber: court.caseNumber, caseType: 'civil', stage: 'firstInstance' };
    const again = await request(api.server.url)
      .post('/api/v1/cases')
      .set({ ...(await api.as('jiang-xue')), 'Idempotency-Key': 'again' })
      .send(twice);
    const { code } = again.body as { readonly code: string };
    expect(again.status).toBe(409);
    expect(await refusals(stream)).toEqual([
      `${STRANGER} FormPanel case-not-found`,
      'lu-ping FormPanel act-not-permitted',
      `jiang-xue RegisterCase ${code}`,
    ]);
    // What was only tried is no look at the case.
    expect(told(await trail(court))).toEqual([]);
  });
});

const PANEL_BODY = {
  ...{ panel: PANEL, handlingJudge: 'zhang-ming', presidingJudge: 'zhang-ming' },
  reason: '调整',
};

async function lookAt(court: CourtHouse, person: string, headers: object): Promise<void> {
  const answer = await request(api.server.url)
    .get(court.path())
    .set({ ...(await api.as(person)), ...headers });
  if (answer.status !== 200) throw new Error(answer.text);
}

/** Refused commands of a stream as the log of readings has them. */
async function refusals(stream: string): Promise<readonly string[]> {
  const log = logIdentity(TEST_DEPLOYMENT, 'reading');
  const store = await PostgresEventStore.open({ url: api.database.appUrl, log });
  try {
    const { events } = await store.readPage({ types: ['CommandRefused'], limit: 10_000 });
    return decodeAll(readingTraceEvents, events).flatMap(({ type, data, header }) =>
      type === 'CommandRefused' && data.stream === stream
        ? [`${header.actor.person} ${data.command ?? ''} ${data.code}`]
        : [],
    );
  } finally {
    await store.close();
  }
}
