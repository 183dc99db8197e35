import { PadModule } from '../api/support/notes';
import { startApi } from '../api/support/running-api';

const PARTY = '张三与李四离婚纠纷';

describe('the log', () => {
  it('holds no token, no password, no body and nothing of an address', async () => {
    const written: string[] = [];
    const watched = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
    );
    const api = await startApi({ slices: [PadModule], worker: false, config: { logLevel: 'debug' } });
    const judge = await api.as('zhang-ming');
    const forged = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';
    const post = (path: string, headers: Record<string, string>, body: string): Promise<Response> =>
      api.call(`/api/v1/pads/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': path, ...headers },
        body,
      });
    await post('a/notes', judge, JSON.stringify({ text: PARTY }));
    await post('b/notes', judge, JSON.stringify({ text: PARTY, [PARTY]: 1 }));
    await post('c/notes', { authorization: `Bearer ${forged}` }, '{}');
    await post('faults', judge, '{}');
    await api.call(`/api/v1/pads/${encodeURIComponent(PARTY)}?access_token=hunter3`, { headers: judge });
    const { databaseAppUrl } = api.config;
    await api.close();
    for (const one of watched) one.mockRestore();

    const log = written.join('');
    expect(log).toContain('请求处理发生故障');
    const { password } = new URL(databaseAppUrl);
    const secrets = [judge.authorization.slice('Bearer '.length), forged, 'hunter2', 'hunter3', PARTY];
    const all = [...secrets, encodeURIComponent(PARTY), ...(password === '' ? [] : [password])];
    expect(all.filter((secret) => log.includes(secret))).toEqual([]);
  });
});
