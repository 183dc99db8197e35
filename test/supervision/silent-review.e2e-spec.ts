import { FixedClock } from '@liuhen/event-store/testing';
import { startApi, type RunningApi } from '../api/support/running-api';
import { until } from '../support/until';
import { CourtHouse } from './support/court-house';

const PANEL = ['jiang-xue', 'zhang-ming', 'he-qian'];
const JUDGE = 'jiang-xue';
const MONDAY = '2026-03-02T01:00:00.000Z';

let api: RunningApi;
let court: CourtHouse;
const clock = new FixedClock(MONDAY);

beforeAll(async () => {
  api = await startApi({ clock });
  court = new CourtHouse(api, '（2026）黔0102民初401号');
  await court.open(PANEL, '2026-01-05');
});
afterAll(() => api.close());

interface Reviewed {
  readonly at: string;
  readonly charge: { readonly duty: string } | null;
}

const review = async (): Promise<Reviewed> => {
  const { body } = await court.get(JUDGE, court.path('/reviews'));
  return (body as { readonly items: readonly [Reviewed] }).items[0];
};

/** The day is over in China, and the clock has something to do. */
async function passes(day: string): Promise<void> {
  const before = await review();
  clock.set(`${day}T15:59:59.999Z`);
  expect(await review()).toEqual(before);
  clock.set(`${day}T16:00:00.000Z`);
}

/** In order: each test stands on those before it. */
describe('a document that no leader looks at', () => {
  it('lies with the first reviewer, whose worklist shows it', async () => {
    const document = await court.upload(JUDGE, '判决书.txt', '判决如下：……');
    const answer = await court.does(JUDGE, '/reviews', {
      document,
      kind: 'judgment',
      features: ['fourType'],
    });
    const position = String(answer.headers['liuhen-position']);
    expect(await review()).toMatchObject({ at: 'review', charge: { duty: 'review/1/1' } });
    const { body } = await court.get('wei-hua', '/api/v1/worklist', position);
    expect(body).toMatchObject({ mine: { items: [{ kind: 'review', due: '2026-03-09' }] } });
  });

  it('is passed on by the clock when each reviewer’s time is over, and is free to be signed in the end', async () => {
    await passes('2026-03-09');
    await until(async () => (await review()).charge?.duty === 'review/1/2');
    await passes('2026-03-16');
    await until(async () => (await review()).at === 'signature');
    const signed = await court.get(JUDGE, court.path('/reviews'));
    const [{ document }] = (signed.body as { items: readonly [{ document: object }] }).items;
    await court.does(JUDGE, '/reviews/1/signature', { document, signers: PANEL });
    await court.does(JUDGE, '/reviews/1/issue', { document });
    expect(await review()).toMatchObject({ at: 'issued', charge: null });
  });

  it('was warned of, and leaves on record who let the time pass', async () => {
    const { body } = await court.get('inspector', court.path('/history'));
    const lines = (body as { events: readonly { line: string }[] }).events.map(({ line }) => line);
    expect(lines.filter((line) => line.includes('逾期未办，程序继续'))).toHaveLength(2);
    expect(lines.filter((line) => line.includes('已逾期')).length).toBeGreaterThanOrEqual(2);
    expect(lines.at(-1)).toContain('发出文书');
  });

  it('shows on the card of accountability who owed and did not, and who did', async () => {
    const { body } = await court.get('inspector', court.path('/accountability'));
    const owed = (party: string) =>
      (body as Card).parties.find((one) => one.party === party)?.responsibilities;
    expect(owed('courtLeaders')).toMatchObject([
      { kind: 'review', answering: { person: 'wei-hua' }, outcome: 'waived', waiver: 'lapsed', daysLate: 1 },
      { kind: 'review', answering: { person: 'chu-yun' }, outcome: 'waived', waiver: 'lapsed', daysLate: 1 },
    ]);
    expect(owed('judge')).toMatchObject([
      { kind: 'signature', answering: { person: 'jiang-xue' }, outcome: 'discharged', daysLate: 0 },
    ]);
  });

  it('is found by whoever asks which reviews lapsed, now or as it stood before', async () => {
    const list = '/api/v1/duties?court=黔0102&kind=review';
    const { body } = await court.get('cao-yue', `${encodeURI(list)}&condition=waived`);
    expect((body as { items: unknown[] }).items).toHaveLength(2);
    const before = await court.get(
      'cao-yue',
      `${encodeURI(list)}&condition=late&asOf=2026-03-09T15:00:00.000Z`,
    );
    expect((before.body as { items: unknown[] }).items).toEqual([]);
  });
});

interface Card {
  readonly parties: readonly { readonly party: string; readonly responsibilities: readonly object[] }[];
}
