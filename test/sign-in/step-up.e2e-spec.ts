import { decodeJwt } from 'jose';
import { problemIn, startApi, type RunningApi } from '../api/support/running-api';
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

  it('is asked of nobody who reads the ordinary', async () => {
    expect((await ask('GET /api/v1/worklist', {})).status).not.toBe(401);
  });
});
