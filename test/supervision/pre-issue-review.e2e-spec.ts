import request from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';
import { CourtHouse } from './support/court-house';

const PANEL = ['jiang-xue', 'zhang-ming', 'he-qian'];
const JUDGE = 'jiang-xue';
const CHIEF = 'wei-hua';
const FORGED = {
  sha256: 'a'.repeat(64),
  sm3: 'b'.repeat(64),
  length: 10,
  name: '判决书.txt',
  mediaType: 'text/plain',
};

let api: RunningApi;
let court: CourtHouse;

beforeAll(async () => {
  api = await startApi({ worker: false });
  court = new CourtHouse(api, '（2026）黔0102民初402号');
  await court.open(PANEL, '2026-01-05');
});
afterAll(() => api.close());

const said = {
  level: 'divisionChief',
  opinion: 'noObjection',
  text: '电话中表示没有意见',
  occurredAt: '2026-01-06',
};

/** In order: each test stands on those before it. */
describe('a review over HTTP', () => {
  it('takes no document that was not uploaded, nor one that is not as it is said to be', async () => {
    const forged = await court.post(JUDGE, '/reviews', { document: FORGED, kind: 'judgment' });
    expect(forged.body).toMatchObject({ status: 422, code: 'document-not-stored' });
    const document = await court.upload(JUDGE, '判决书.txt', '判决如下');
    const changed = { ...document, sm3: 'b'.repeat(64) };
    const misdescribed = await court.post(JUDGE, '/reviews', { document: changed, kind: 'judgment' });
    expect(misdescribed.body).toMatchObject({ status: 422, code: 'document-misdescribed' });
    await court.does(JUDGE, '/reviews', { document, kind: 'judgment' });
  });

  it('has no field in which a reviewer could say how to decide', async () => {
    const answer = await court.post(CHIEF, '/reviews/1/concurrence', { result: '驳回诉讼请求' });
    expect(answer.status).toBe(400);
  });

  it('is for those whose inner file it is', async () => {
    expect((await court.get(CHIEF, court.path('/reviews'))).status).toBe(200);
    expect((await court.get('inspector', court.path('/reviews'))).status).toBe(200);
    const outsider = await court.get('wang-ning', court.path('/reviews'));
    expect(outsider.body).toMatchObject({ status: 403, code: 'inner-file-not-permitted' });
    expect((await court.get('lv-dong', court.path('/reviews'))).status).toBe(404);
  });

  it('takes the same key for one step only, also where nothing but the address differs', async () => {
    await court.does(JUDGE, '/reviews/1/offline-opinions', said);
    await court.does(JUDGE, '/reviews/1/offline-opinions', { ...said, text: '又在电话中表示没有意见' });
    const headers = { ...(await api.as(CHIEF)), 'Idempotency-Key': 'one-key' };
    const confirm = (entry: string) =>
      request(api.server.url)
        .post(court.path(`/reviews/1/offline-opinions/${entry}/confirmation`))
        .set(headers)
        .send({});
    expect((await confirm('1')).status).toBe(201);
    expect((await confirm('1')).body).toMatchObject({ replayed: true });
    expect((await confirm('2')).body).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('answers of a review that does not exist that there is none', async () => {
    const answer = await court.post(CHIEF, '/reviews/9/concurrence', {});
    expect(answer.body).toMatchObject({ status: 404, code: 'review-not-found' });
  });
});
