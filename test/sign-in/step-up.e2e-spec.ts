import type { DocumentReference } from '@liuhen/kernel';
import { decodeJwt } from 'jose';
import { problemIn, startApi, type RunningApi } from '../api/support/running-api';
import { Exhibits } from '../documents/support/exhibits';
import { signedIn } from './support/signed-in-token';

const ACR = 'urn:liuhen:acr:second-factor';
const CASE = `/api/v1/cases/${encodeURIComponent('(2025)黔0102民初1号')}`;
const VERSION = '/api/v1/policies/x';
const now = (): number => Math.floor(Date.now() / 1000);

const ROUTES = [
  ...['concurrence', 'return', 'reconsideration-advice', 'meeting-referral', 'committee-request'].map(
    (opinion) => `POST ${CASE}/reviews/x/${opinion}`,
  ),
  `POST ${CASE}/reviews/x/escalation`,
  `POST ${CASE}/reviews/x/recusal`,
  `GET ${CASE}/reviews`,
  `GET ${CASE}/meetings`,
  `GET ${CASE}/committee`,
  `POST ${CASE}/appellate-dispositions`,
  `POST ${CASE}/redactions`,
  `POST ${CASE}/redactions/x/approvals`,
  `POST ${CASE}/redactions/x/refusals`,
  'POST /api/v1/policies',
  ...['policies', 'posts', 'keys'].map((subject) => `POST /api/v1/${subject}/proposals/x/answers`),
  `POST ${VERSION}/repeal`,
];

describe('what is of most weight', () => {
  let api: RunningApi;
  let issuer: string;

  beforeAll(async () => {
    api = await startApi({ worker: false });
    const { authorization } = await api.as('zhang-ming');
    issuer = String(decodeJwt(authorization.slice('Bearer '.length)).iss);
  });
  afterAll(() => api.close());

  const ask = async (route: string, signIn: object): Promise<Response> => {
    const [method = '', path = ''] = route.split(' ');
    const headers = await signedIn(api, issuer, { sub: 'zhang-ming', ...signIn });
    return api.call(path, { method, headers });
  };
  const codeOf = async (answer: Response): Promise<unknown> => (await problemIn(answer)).code;

  it.each(ROUTES)('asks for two factors, lately: %s', async (route) => {
    const stale = await ask(route, { acr: ACR, auth_time: now() - 660 });
    expect(stale.headers.get('www-authenticate')).toBe(
      `Bearer realm="liuhen", error="insufficient_user_authentication", acr_values="${ACR}", max_age="600"`,
    );
    expect(await codeOf(stale)).toBe('second-factor-required');
    expect(await codeOf(await ask(route, {}))).toBe('second-factor-required');
    expect(await codeOf(await ask(route, { acr: 'password', auth_time: now() }))).toBe(
      'second-factor-required',
    );
  });

  it.each(ROUTES)('is reached with them: %s', async (route) => {
    const answer = await ask(route, { acr: ACR, auth_time: now() - 540 });
    expect(answer.status).not.toBe(401);
    expect(answer.status).toBeLessThan(500);
  });

  describe('in a case that also has an inner file', () => {
    const KEPT = `/api/v1/cases/${encodeURIComponent('（2026）黔0102民初991号')}`;
    const OPINION: DocumentReference = {
      sha256: 'c'.repeat(64),
      sm3: 'd'.repeat(64),
      length: 1,
      name: '阅核意见.pdf',
      mediaType: 'application/pdf',
    };
    const by = { person: 'wei-hua', post: '黔0102.division-chief.civil-1', party: 'courtLeaders' } as const;

    beforeAll(async () => {
      const answer = await api.call('/api/v1/cases', {
        method: 'POST',
        headers: {
          ...(await api.as('zhang-ming')),
          'idempotency-key': 'kept-1',
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          ...{ caseNumber: '（2026）黔0102民初991号', caseType: 'civil', stage: 'firstInstance' },
          handlingJudge: 'zhang-ming',
        }),
      });
      expect(answer.status).toBe(201);
      const exhibits = await Exhibits.of(api.config);
      await exhibits.enter('（2026）黔0102民初991号', OPINION, 'inner', {
        actor: { ...by, delegation: null },
      });
      await exhibits.close();
    });

    const lines = async (path: string, signIn: object): Promise<readonly string[]> => {
      const answer = await ask(`GET ${KEPT}${path}`, signIn);
      const { events, added } = (await answer.json()) as Record<
        string,
        { readonly line: string }[] | undefined
      >;
      return (events ?? added ?? []).map(({ line }) => line);
    };
    const DIFFERENCE = '/diff?by=recorded&from=2020-01-01&to=2099-01-01';

    it.each(['/history', DIFFERENCE])('shows of it that it is there, until then: %s', async (path) => {
      const [registered, locked] = await lines(path, { acr: ACR, auth_time: now() - 660 });
      expect(registered).toContain('登记立案');
      expect(locked).toBe('副卷记录，再次验证身份之后可以查阅');
      expect((await lines(path, { acr: ACR, auth_time: now() }))[1]).toContain('卫华');
    });

    it.each([`/documents/${OPINION.sha256}`, '/evidence?purpose=x'])(
      'is not sent before: %s',
      async (path) => {
        const route = `GET ${KEPT}${path}`;
        expect(await codeOf(await ask(route, { acr: ACR, auth_time: now() - 660 }))).toBe(
          'second-factor-required',
        );
        expect((await ask(route, { acr: ACR, auth_time: now() })).status).not.toBe(401);
      },
    );
  });

  it('is asked of nobody who reads the ordinary', async () => {
    expect((await ask('GET /api/v1/worklist', {})).status).not.toBe(401);
  });
});
