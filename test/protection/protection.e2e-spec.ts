import { nodeSuite, NO_QUORUM, readBundle, verifyBundle, type Policy } from '@liuhen/ledger';
import { readStream } from '../api/support/server-sent-events';
import { OldCase, PLACE, SECRET } from '../redaction/support/old-case';
import { RunningLedger } from '../notary/support/running-ledger';

const NUMBER = '（2026）黔0102民初981号';
const PLAIN_NUMBER = '（2026）黔0102民初982号';
const NO_DOCUMENT = 'a'.repeat(64);

/** Of the court that tries the case; of the court above it; two courts above. */
const WITHIN = ['chen-lei', 'shen-bo', 'zhang-ming'] as const;
const ABOVE = ['wang-ning', 'zhou-min', 'song-yi'] as const;

let ledger: RunningLedger;
let guarded: OldCase;

beforeAll(async () => {
  ledger = await RunningLedger.start();
  guarded = new OldCase(ledger.api, NUMBER);
  await guarded.bring();
  await new OldCase(ledger.api, PLAIN_NUMBER).bring('买卖合同纠纷', 'https://文书.invalid/2');
});
afterAll(() => ledger.close());

const path = (rest: string): string => guarded.path(rest);
const PURPOSE = `purpose=${encodeURIComponent('审计')}`;
const ANSWERS = ['', '/history', '/history?family=true', '/diff?by=recorded&from=2020-01-01&to=2099-01-01'];

/** Everything that a reader is told of the case, by way. */
async function told(person: string): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (const rest of ANSWERS) answers[rest] = (await guarded.get(person, path(rest))).text;
  answers.list = (await guarded.get(person, '/api/v1/cases?limit=100')).text;
  answers.feed = (await guarded.get(person, '/api/v1/events?limit=200')).text;
  answers.stream = await streamed(person);
  return answers;
}

async function streamed(person: string): Promise<string> {
  const stop = new AbortController();
  const headers = await ledger.api.as(person);
  const answer = await ledger.api.call('/api/v1/events/stream', { headers, signal: stop.signal });
  const last = await ledger.store.head();
  let text = '';
  for await (const { id, data } of readStream(answer)) {
    text += data;
    if (id === last) break;
  }
  stop.abort();
  return text;
}

async function bundleFor(person: string): Promise<Uint8Array> {
  const headers = await ledger.api.as(person);
  const answer = await ledger.api.call(path(`/evidence?${PURPOSE}`), { headers });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const shows = (answers: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(answers).filter((way) => answers[way]?.includes(SECRET));

/** Ways by which the secret is told to whoever may see it. */
const ALL_WAYS = [...ANSWERS, 'list', 'feed', 'stream'];

const policy = (): Policy => ({
  logs: [ledger.key],
  witnesses: [],
  groups: [],
  quorum: NO_QUORUM,
  required: ['heads', 'completeness', 'starts'],
  skewSeconds: 10,
});

describe('a case that is not protected', () => {
  it.each([...WITHIN, ...ABOVE])('tells %s everything', async (person) => {
    expect(shows(await told(person))).toEqual(ALL_WAYS);
  });
});

describe('a protected case', () => {
  beforeAll(() => guarded.does('zhang-ming', '/protection', { grounds: ['divorce', 'privacy'] }));

  it.each(WITHIN)('tells %s of its own court everything', async (person) => {
    expect(shows(await told(person))).toEqual(ALL_WAYS);
  });

  it.each(ABOVE)('tells %s of another court nothing of its parties, by no way', async (person) => {
    const answers = await told(person);
    expect(shows(answers)).toEqual([]);
    expect(Object.values(answers).join()).not.toContain(PLACE);
  });

  it('says what it keeps back', async () => {
    const { body: details } = await guarded.get('song-yi', path(''));
    expect(details).toMatchObject({ cause: null, publishedAt: null, masked: ['案由', '公开出处'] });
    const { body: list } = await guarded.get('song-yi', '/api/v1/cases?limit=100');
    expect((list as { items: readonly object[] }).items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ caseNumber: NUMBER, cause: null, masked: ['案由'] }),
        expect.objectContaining({ caseNumber: PLAIN_NUMBER, cause: '买卖合同纠纷', masked: [] }),
      ]),
    );
    const { events } = await guarded.history('song-yi');
    expect(events[0]).toMatchObject({
      masked: ['案由', '公开出处'],
      line: expect.stringContaining('【案由、公开出处因案件保护不予显示】') as string,
    });
    expect(events.at(-1)).toMatchObject({
      line: expect.stringContaining('标记案件保护：离婚、个人隐私') as string,
      masked: [],
    });
  });

  it.each(ABOVE)('goes to %s as evidence without these fields, and proves the same', async (person) => {
    const bundle = await bundleFor(person);
    expect(Buffer.from(bundle).toString()).not.toContain(SECRET);
    expect([...readBundle(bundle, nodeSuite).withheld.values()].map(({ length }) => length)).toEqual([2]);
    const now = new Date().toISOString();
    const { outcome, events } = verifyBundle(bundle, policy(), { suite: nodeSuite, now });
    expect(outcome).toBe('verified');
    expect(events[0]?.withheld.map(({ why }) => why)).toEqual(['access', 'access']);
  });

  it('is told of whoever took it as evidence, with what was kept back and why they took it', async () => {
    const { body } = await guarded.get('chen-lei', path('/readers?limit=200'));
    const { items } = body as { readonly items: readonly Readonly<Record<string, unknown>>[] };
    expect(items.filter(({ kind }) => kind === 'export').map(({ person }) => person)).toEqual(
      ABOVE.toReversed(),
    );
    expect(items.find(({ kind }) => kind === 'export')).toMatchObject({
      ...{ purpose: '审计', withheld: ['公开出处', '案由'], results: 3, code: null },
    });
  });

  it('goes to its own court as evidence whole', async () => {
    expect(Buffer.from(await bundleFor('chen-lei')).toString()).toContain(SECRET);
  });

  it('gives no document to another court, whether there is one or not', async () => {
    for (const person of ABOVE) {
      const { status, body } = await guarded.get(person, path(`/documents/${NO_DOCUMENT}`));
      expect([status, (body as { code: string }).code]).toEqual([403, 'protected-documents-not-permitted']);
    }
    expect((await guarded.get('chen-lei', path(`/documents/${NO_DOCUMENT}`))).status).toBe(404);
  });

  it('is unprotected by its leaders only', async () => {
    const reason = { reason: '已无必要' };
    for (const person of ['zhang-ming', 'shen-bo', 'zhou-min'])
      expect([person, (await guarded.post(person, '/protection/lifting', reason)).status]).toEqual([
        person,
        403,
      ]);
    await guarded.does('chen-lei', '/protection/lifting', reason);
    expect(shows(await told('song-yi'))).toEqual(ALL_WAYS);
  });
});
