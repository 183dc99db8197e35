import { FixedClock } from '@liuhen/event-store/testing';
import { problemIn, startApi, type RunningApi } from '../api/support/running-api';
import {
  INQUIRY,
  MANAGER,
  OFFICER,
  replyOf,
  STRANGERS,
  TARGET,
  TARGET_MANAGER,
  VICE,
} from './support/inquiry';
import { MatterDesk, NOT_THERE, type Acting } from './support/matter-desk';

const clock = new FixedClock('2026-03-02T01:00:00.000Z');
const on = (day: string): void => {
  clock.set(`${day}T01:00:00.000Z`);
};

let api: RunningApi;
let desk: MatterDesk;
let matter: string;
beforeAll(async () => {
  api = await startApi({ clock });
  desk = new MatterDesk(api);
});
afterAll(() => api.close());

const at = (rest = '') => desk.path(matter, rest);
const shown = async (who: Acting) => (await desk.get(who, at())).body as Record<string, unknown>;
const tried = (who: Acting, step: string, body: object = {}) => desk.tries(who, matter, step, body);

/** In order: each test stands on those before it. */
describe('a draft', () => {
  const KEY = 'draft-1';
  const STEPS = [
    ['draft', INQUIRY],
    ['approve', {}],
    ['issue', { number: '1号' }],
    ['receive', {}],
    ['reply', replyOf([])],
    ['cancel', { reason: '不再需要' }],
  ] as const;
  const drafting = (who: string, body: object, key = KEY) => desk.post(who, desk.path(), body, key);

  it('is answered the same when it comes again, and refused when it is another', async () => {
    const first = await drafting(MANAGER, INQUIRY);
    expect([first.status, first.body]).toMatchObject([201, { replayed: false, revision: 0 }]);
    const again = await drafting(MANAGER, INQUIRY);
    expect(again.body).toEqual({ ...(first.body as object), replayed: true });
    const other = await drafting(MANAGER, { ...INQUIRY, title: '另一件函询' });
    expect([other.status, other.body]).toMatchObject([422, { code: 'idempotency-key-reused' }]);
    matter = (first.body as { stream: string }).stream.replace('matter-', '');
  });

  it('of another person under the same key is another matter', async () => {
    const { body } = await drafting(OFFICER, INQUIRY);
    expect(body).toMatchObject({ replayed: false });
    expect((body as { stream: string }).stream).not.toBe(`matter-${matter}`);
  });

  it('is of nobody whom the rules do not let issue it', async () => {
    for (const [who, ...refusal] of [
      ['sun-jing', 422, { code: 'matter-issuer-not-entitled' }],
      ['song-yi', 422, { code: 'matter-issuer-not-entitled' }],
      ['ma-chao', 403, { code: 'act-not-permitted' }],
    ] as const) {
      const { status, body } = await drafting(who, INQUIRY, 'draft-2');
      expect([status, body]).toMatchObject(refusal);
    }
  });

  it('shows to the issuing side alone, and nobody else can do anything to it', async () => {
    for (const who of [MANAGER, VICE, OFFICER])
      expect(await shown(who)).toMatchObject({
        ...{ matter, stage: 'draft', revision: 0, demands: [{}, { measure: null }] },
        owed: [{ duty: 'matterApproval/1', post: '黔.vice-president', due: '2026-03-05' }],
      });
    for (const who of [TARGET, TARGET_MANAGER, ...STRANGERS]) {
      expect(await shown(who)).toMatchObject(NOT_THERE);
      for (const [step, body] of STEPS) expect(await tried(who, step, body)).toMatchObject(NOT_THERE);
    }
  });

  it('is declined, and drafted again', async () => {
    expect(await tried(MANAGER, 'decline', { reason: '事由不清' })).toMatchObject({
      ...{ status: 422, code: 'matter-step-not-yours' },
    });
    await desk.does(VICE, matter, 'decline', { reason: '事由不清' });
    await desk.does(MANAGER, matter, 'draft', { ...INQUIRY, cause: '连续三个季度偏离' });
    expect(await shown(MANAGER)).toMatchObject({ round: 1, cause: '连续三个季度偏离', revision: 2 });
  });
});

describe('what is asked wrongly', () => {
  const posting = async (body: unknown, headers: Record<string, string>, path = desk.path()) =>
    problemIn(
      await api.call(path, {
        method: 'POST',
        headers: { ...(await api.as(MANAGER)), 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );

  it.each<[string, object, object]>([
    ['no title', { title: undefined }, { field: 'title', detail: '不能缺少' }],
    ['a field that is not known', { result: '改判' }, { field: 'result', detail: '不认识这个字段' }],
    [
      'an instrument that there is not',
      { instrument: 'telephone' },
      { field: 'instrument', detail: expect.stringContaining('须为') as string },
    ],
    ['nobody aimed at', { targets: [] }, { field: 'targets', detail: '至少 1 项' }],
    [
      'a demand without words',
      { demands: [{ category: 'progress', text: ' ' }] },
      { field: 'demands[0].text', detail: '不能为空' },
    ],
    [
      'nobody who answers',
      { targets: [{ kind: 'court', court: '黔01' }] },
      { field: 'targets[0].responsible', detail: '不能缺少' },
    ],
    ['no id of the matter from which it came', { origin: '前一件' }, { field: 'origin', detail: '格式不符' }],
    ['no day', { deadline: '三月底' }, { field: 'deadline', detail: '须为日期，例如 2026-03-01' }],
  ])('with %s is told field by field, in Chinese', async (_, wrong, fault) => {
    const problem = await posting({ ...INQUIRY, ...wrong }, { 'idempotency-key': 'wrong' });
    expect(problem).toMatchObject({ status: 400, errors: [fault] });
  });

  it('without a key, or of a matter that can be none, is refused', async () => {
    expect(await posting(INQUIRY, {})).toMatchObject({ status: 400, field: 'Idempotency-Key' });
    const nowhere = desk.path('2026-1', '/approve');
    expect(await posting({}, { 'idempotency-key': 'nowhere' }, nowhere)).toMatchObject(NOT_THERE);
  });

  it('on what has changed meanwhile is refused', async () => {
    const seen = { 'idempotency-key': 'stale', 'if-match': '"0"' };
    const stale = await posting({ reason: '不再需要' }, seen, at('/cancel'));
    expect(stale).toMatchObject({ status: 412, code: 'stale-revision' });
    expect(await shown(MANAGER)).toMatchObject({ stage: 'draft', revision: 2 });
  });
});

describe('a matter that is not pursued', () => {
  it('is cancelled, and the court aimed at learns why', async () => {
    matter = await desk.drafts(MANAGER, INQUIRY);
    await desk.does(VICE, matter, 'approve');
    await desk.does(MANAGER, matter, 'issue', { number: '黔高法督〔2026〕2号' });
    await desk.does(VICE, matter, 'cancel', { reason: '情况已经变化' });
    expect(await shown(TARGET)).toMatchObject({ stage: 'cancelled', owed: [] });
    const { body } = await desk.get(TARGET, at('/history'));
    expect(JSON.stringify(body)).toContain('撤销：情况已经变化');
  });

  it('is escalated where it is not answered in time', async () => {
    matter = await desk.drafts(MANAGER, INQUIRY);
    await desk.does(VICE, matter, 'approve');
    await desk.does(MANAGER, matter, 'issue', { number: '黔高法督〔2026〕3号' });
    await desk.does(TARGET, matter, 'receive');
    const escalating = { to: 'inspectorateReferral', reason: '逾期未答复' };
    expect(await tried(MANAGER, 'escalate', escalating)).toMatchObject({
      code: 'matter-nothing-to-escalate',
    });
    on('2026-05-06');
    await desk.does(MANAGER, matter, 'escalate', escalating);
    expect(await shown(MANAGER)).toMatchObject({
      stage: 'escalated',
      rounds: [{ instrument: 'writtenInquiry', escalatedFor: '逾期未答复' }],
    });
    expect(await shown(TARGET)).toMatchObject({ stage: 'received', rounds: [{ escalatedFor: null }] });
  });
});

describe('before anything is drafted', () => {
  interface Route {
    readonly instrument: string;
    readonly reach: string;
    readonly mine: boolean;
  }
  const routes = async (who: string, query = '') => {
    const { body } = await desk.get(who, desk.path('', `/routes${query}`));
    return body as { readonly court: string; readonly routes: readonly Route[] };
  };
  const mine = async (who: string) =>
    (await routes(who)).routes.flatMap(({ instrument, reach, ...route }) =>
      route.mine ? [`${instrument} ${reach}`] : [],
    );

  it('anybody may ask who may send what to whom', async () => {
    expect(await mine(MANAGER)).toEqual(expect.arrayContaining(['writtenInquiry beneath', 'bulletin own']));
    expect(await mine('song-yi')).toEqual([]);
    const elsewhere = await routes('zhang-ming', `?court=${encodeURIComponent('黔01')}`);
    expect(elsewhere).toMatchObject({ court: '黔01' });
    expect(elsewhere.routes.find(({ instrument }) => instrument === 'onSiteInspection')).toMatchObject({
      ...{ reach: 'beneath', issuers: expect.arrayContaining(['trialManagementDirector']) as string[] },
      ...{ approvers: ['president', 'vicePresident'], kinds: ['court'], byName: false, mine: false },
    });
  });

  it('words are tried, and nothing is recorded of it', async () => {
    const texts = [
      { field: 'title', text: '关于长期未结案件的函询' },
      { field: 'demands[0].text', text: '该案应当改判' },
    ];
    const { status, body } = await desk.post(MANAGER, desk.path('', '/screening'), { texts });
    expect([status, body]).toEqual([
      200,
      {
        refused: [{ field: 'demands[0].text', phrase: '应当改判' }],
        warned: [{ field: 'demands[0].text', phrase: '改判' }],
      },
    ]);
  });
});
