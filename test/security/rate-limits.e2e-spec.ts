import { PadModule } from '../api/support/notes';
import { problemIn, startApi, type RunningApi } from '../api/support/running-api';

const PER_PERSON = 5;
const PER_ADDRESS = 12;

describe('too many requests', () => {
  let api: RunningApi;
  /** Counts begin anew for each test. */
  beforeEach(async () => {
    api = await startApi({
      slices: [PadModule],
      worker: false,
      config: {
        requestsPerPerson: PER_PERSON,
        requestsPerAddress: PER_ADDRESS,
        trustedProxies: ['127.0.0.1'],
      },
    });
  });
  afterEach(() => api.close());

  const ask = (headers: Record<string, string>, path = '/api/v1/pads'): Promise<Response> =>
    api.call(path, { headers });

  async function statuses(count: number, headers: Record<string, string>, path?: string): Promise<number[]> {
    const found: number[] = [];
    for (let n = 0; n < count; n++) found.push((await ask(headers, path)).status);
    return found;
  }
  const times = (count: number, status: number): number[] => Array.from({ length: count }, () => status);

  it('of one person are refused, of others not', async () => {
    const judge = await api.as('zhang-ming');
    expect(await statuses(PER_PERSON, judge)).toEqual(times(PER_PERSON, 200));
    const refused = await ask(judge);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(10);
    expect(await problemIn(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect((await ask(await api.as('zhou-min'))).status).toBe(200);
  });

  it('of one person are counted over all their tokens and addresses', async () => {
    const judge = () => api.as('zhang-ming');
    for (let n = 0; n < PER_PERSON; n++)
      expect((await ask({ ...(await judge()), 'x-forwarded-for': `192.0.2.${String(n)}` })).status).toBe(200);
    expect((await ask({ ...(await judge()), 'x-forwarded-for': '192.0.2.99' })).status).toBe(429);
  });

  it('cannot be made in another person’s name', async () => {
    const forged = { authorization: `${(await api.as('zhang-ming')).authorization.slice(0, -4)}AAAA` };
    expect(await statuses(PER_PERSON + 1, forged)).toEqual(times(PER_PERSON + 1, 401));
    expect((await ask(await api.as('zhang-ming'))).status).toBe(200);
  });

  it('record nothing, so that the same command succeeds later', async () => {
    const judge = await api.as('zhang-ming');
    await statuses(PER_PERSON, judge);
    const write = await api.call('/api/v1/pads/refused/notes', {
      method: 'POST',
      headers: { ...judge, 'content-type': 'application/json', 'idempotency-key': 'once' },
      body: '{"text":"一"}',
    });
    expect(await problemIn(write)).toMatchObject({ status: 429 });
    expect((await ask(await api.as('zhou-min'), '/api/v1/pads/refused')).status).toBe(404);
  });

  it('from one address are refused whoever asks and for what', async () => {
    const path = '/nowhere';
    expect(await statuses(PER_ADDRESS, {}, path)).toEqual(times(PER_ADDRESS, 404));
    expect(await problemIn(await ask({}, path))).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect((await ask(await api.as('zhang-ming'))).status).toBe(429);
    expect((await ask({ 'x-forwarded-for': '192.0.2.7' }, path)).status).toBe(404);
  });

  it('from one subnet of IPv6 are refused together', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    await statuses(PER_ADDRESS, from('2001:db8:1:1::1'), '/nowhere');
    expect((await ask(from('2001:db8:1:1::2'), '/nowhere')).status).toBe(429);
    expect((await ask(from('2001:db8:1:2::1'), '/nowhere')).status).toBe(404);
  });
});

describe('an address that a client claims', () => {
  it('counts for nothing unless a proxy is known', async () => {
    const api = await startApi({ slices: [PadModule], worker: false, config: { requestsPerAddress: 2 } });
    const from = (address: string) => api.call('/nowhere', { headers: { 'x-forwarded-for': address } });
    const statuses = [await from('192.0.2.1'), await from('192.0.2.2'), await from('192.0.2.3')];
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 429]);
    await api.close();
  });
});
