import { chinaDateOf, type EventHeader } from '@liuhen/kernel';
import { openRuntimes, systemClock, type OpenedRuntimes } from '@liuhen/platform';
import { startApi, type RunningApi } from '../api/support/running-api';
import { CourtHouse } from '../supervision/support/court-house';
import { SigningTerminal } from './support/signing-terminal';

const CASE = '（2026）黔0102民初451号';
const [JUDGE, CHIEF, OTHER] = ['jiang-xue', 'wei-hua', 'chu-yun'] as const;
const CHIEF_POST = '黔0102.division-chief.civil-1';
const SECURITY = 'an-jing';

let api: RunningApi;
let opened: OpenedRuntimes;
let court: CourtHouse;
let ed25519: SigningTerminal;
let sm2: SigningTerminal;
const today = chinaDateOf(systemClock.now());

beforeAll(async () => {
  api = await startApi({ worker: false });
  opened = await openRuntimes(api.config, api.config.databaseAppUrl);
  court = new CourtHouse(api, CASE);
  await court.open([JUDGE, 'zhang-ming', 'he-qian'], '2026-01-05');
  [ed25519, sm2] = [
    new SigningTerminal(api, CHIEF, CHIEF_POST, 'ed25519'),
    new SigningTerminal(api, CHIEF, CHIEF_POST, 'sm2'),
  ];
});
afterAll(async () => {
  await opened.close();
  await api.close();
});

const headers = async (): Promise<readonly EventHeader[]> =>
  (await opened.stores.business.readStream(`case-${CASE}`)).map(({ header }) => header);

const defects = { defects: ['第三页漏列当事人'] };
const refused = (code: string, status = 422) => ({ status, body: { code, field: 'Command-Signature' } });

/** In order: each test stands on those before it. */
describe('an opinion that its giver signs', () => {
  beforeAll(async () => {
    const document = await court.upload(JUDGE, '判决书.txt', '判决如下');
    await court.does(JUDGE, '/reviews', { document, kind: 'judgment' });
  });

  it('is not taken before the key is registered', async () => {
    expect(await ed25519.send(CASE, court.path('/reviews/1/return'), defects)).toMatchObject(
      refused('signature-key-unknown'),
    );
    await ed25519.register(today, SECURITY);
    await sm2.register(today, SECURITY);
  });

  it('is refused, and nothing is recorded, if anything of it is otherwise than signed', async () => {
    const path = court.path('/reviews/1/return');
    const before = await headers();
    const wrong = [
      { body: { defects: ['第三页漏列当事人。'] } },
      { key: 'another-key' },
      { path: court.path('/reviews/1/escalation'), body: { reasons: '……' } },
      {
        signature: (await ed25519.signed('（2026）黔0102民初452号', path, defects, 'key-a'))[1],
        key: 'key-a',
      },
    ];
    for (const changes of wrong)
      expect(await ed25519.send(CASE, path, defects, changes)).toMatchObject(refused('signature-wrong'));
    expect(await ed25519.send(CASE, path, defects, { signature: 'x' })).toMatchObject(
      refused('signature-malformed'),
    );
    expect(await headers()).toEqual(before);
  });

  it('is signed by nobody else, for nobody else', async () => {
    const stranger = new SigningTerminal(api, OTHER, '黔0102.vice-president.civil', 'ed25519');
    await stranger.register(today, SECURITY);
    const path = court.path('/reviews/1/return');
    const [key, signature] = await stranger.signed(CASE, path, defects);
    expect(await ed25519.send(CASE, path, defects, { key, signature })).toMatchObject(
      refused('signature-key-unknown'),
    );
  });

  it('is recorded with its signature, and answered again to whoever asks again', async () => {
    const path = court.path('/reviews/1/return');
    const [key, signature] = await ed25519.signed(CASE, path, defects);
    const first = await ed25519.send(CASE, path, defects, { key, signature });
    expect(first).toMatchObject({ status: 201, body: { replayed: false } });
    expect((await headers()).at(-1)?.command).toMatchObject({ key, signature });
    const again = await ed25519.send(CASE, path, defects, { key, signature });
    expect(again).toMatchObject({ status: 201, body: { replayed: true } });
  });

  it('may be signed with SM2, too', async () => {
    const document = await court.upload(JUDGE, '判决书.txt', '判决如下，补正');
    await court.does(JUDGE, '/reviews/1/resubmission', { document, corrections: ['第三页'] });
    const answer = await sm2.send(CASE, court.path('/reviews/1/concurrence'), {});
    expect(answer.status).toBe(201);
    expect((await headers()).at(-1)?.command.signature).toMatch(/^[\w-]+\.\.[\w-]{86}$/);
  });

  it('is not taken any more when the key is revoked', async () => {
    await ed25519.revoke(today, SECURITY);
    const document = await court.upload(JUDGE, '判决书.txt', '判决如下，又一份');
    await court.does(JUDGE, '/reviews', { document, kind: 'judgment' });
    expect(await ed25519.send(CASE, court.path('/reviews/2/return'), defects)).toMatchObject(
      refused('signature-key-unknown'),
    );
  });
});
