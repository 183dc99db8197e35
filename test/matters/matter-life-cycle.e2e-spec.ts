import type { DocumentReference } from '@liuhen/kernel';
import { FixedClock } from '@liuhen/event-store/testing';
import { startApi, type RunningApi } from '../api/support/running-api';
import { until } from '../support/until';
import {
  examined,
  INQUIRY,
  ITEM,
  MANAGER,
  replyOf,
  STRANGERS,
  TARGET,
  TARGET_MANAGER,
  TARGET_VICE,
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
  matter = await desk.drafts(MANAGER, INQUIRY);
});
afterAll(() => api.close());

const at = (rest = '') => desk.path(matter, rest);
const shown = async (who: Acting) => (await desk.get(who, at())).body as Record<string, unknown>;
const tried = (who: Acting, step: string, body: object = {}) => desk.tries(who, matter, step, body);

/** In order: each test stands on those before it. */
describe('the letter', () => {
  let letter: DocumentReference;
  const opening = async (who: string, { sha256 } = letter) => {
    const { status, text } = await desk.get(who, at(`/documents/${sha256}`));
    return [status, text];
  };

  it('is uploaded before it is sent, and opened by nobody until then', async () => {
    letter = await desk.upload(MANAGER, '函.txt', '贵阳市中级人民法院：……');
    expect((await opening(MANAGER))[0]).toBe(404);
    await expect(desk.upload('ma-chao', '函.txt', '……')).rejects.toThrow('matter-not-found');
  });

  it('is sent by its number, once it is approved', async () => {
    expect(await tried(MANAGER, 'issue', { number: '1号', letter })).toMatchObject({
      code: 'matter-step-not-open',
    });
    await desk.does(VICE, matter, 'approve', { comment: '同意发函' });
    const forged = { ...letter, sha256: 'a'.repeat(64) };
    expect(await tried(MANAGER, 'issue', { number: '1号', letter: forged })).toMatchObject({
      ...{ status: 422, code: 'document-not-stored' },
    });
    await desk.does(MANAGER, matter, 'issue', { number: '黔高法督〔2026〕1号', letter });
  });

  it('is read by both sides, and by no third', async () => {
    for (const who of [MANAGER, VICE, TARGET, TARGET_MANAGER])
      expect(await opening(who)).toEqual([200, '贵阳市中级人民法院：……']);
    for (const who of STRANGERS) expect((await opening(who))[0]).toBe(404);
  });

  it('tells the court aimed at what is asked, and nothing of how it came to be', async () => {
    const told = await shown(TARGET);
    expect(told).toMatchObject({
      ...{ stage: 'issued', title: INQUIRY.title, revision: 2 },
      rounds: [{ round: 1, number: '黔高法督〔2026〕1号', letter, escalatedFor: null }],
      owed: [{ duty: 'matterReceipt/1', post: '黔01.president', due: '2026-03-04' }],
    });
    const { body } = await desk.get(TARGET, at('/history'));
    expect(JSON.stringify(body)).not.toContain('同意发函');
    for (const who of STRANGERS) expect(await shown(who)).toMatchObject(NOT_THERE);
  });
});

describe('the receipt', () => {
  it('lapses when its day is over, and the answer is owed from then on', async () => {
    clock.set('2026-03-04T15:59:59.999Z');
    expect(await shown(TARGET)).toMatchObject({ stage: 'issued' });
    clock.set('2026-03-04T16:00:00.000Z');
    await until(async () => (await shown(TARGET)).stage === 'received');
    expect(await shown(MANAGER)).toMatchObject({ owed: [{ duty: 'matterReply/1', due: '2026-03-19' }] });
    on('2026-03-05');
    expect(await tried(TARGET, 'receive')).toMatchObject({ status: 422, code: 'matter-step-not-open' });
  });
});

describe('the answer', () => {
  it('may be asked to come later, and need not be allowed to', async () => {
    await desk.does(TARGET, matter, 'extension/request', { days: 5, reason: '逐案核对' });
    await desk.does(MANAGER, matter, 'extension/refuse', { reason: '期限足够' });
    await desk.does(TARGET, matter, 'extension/request', { days: 2, reason: '逐案核对' });
    await desk.does(MANAGER, matter, 'extension/grant', { days: 1 });
    expect(await shown(TARGET)).toMatchObject({ owed: [{ duty: 'matterReply/2', due: '2026-03-20' }] });
  });

  it('goes to each demand', async () => {
    expect(await tried(TARGET, 'reply', { ...replyOf([]), answers: ['一'] })).toMatchObject({
      ...{ status: 422, code: 'matter-answers-incomplete', field: 'answers' },
    });
    await desk.does(TARGET, matter, 'reply', replyOf([]));
  });

  it('that lies unexamined is warned of in the court that asked', async () => {
    const warnings = async (who: string) => {
      const { body } = await desk.get(who, at('/history'));
      const { events } = body as { readonly events: readonly { readonly line: string }[] };
      return events.filter(({ line }) => line.includes('预警：审核答复'));
    };
    on('2026-03-13');
    await until(async () => (await warnings(MANAGER)).length > 0);
    expect(await warnings(TARGET)).toEqual([]);
  });

  it('is returned where it does not meet a demand, in words that ask for no result', async () => {
    await desk.does(MANAGER, matter, 'examine', examined(false));
    expect(await tried(MANAGER, 'return', { reason: '应当改判' })).toMatchObject({
      ...{ status: 422, code: 'matter-demands-result', field: 'reason' },
    });
    await desk.does(MANAGER, matter, 'return', { reason: '没有整改事项' });
    expect(await shown(TARGET)).toMatchObject({
      stage: 'received',
      replies: [
        { reply: 1, findings: [{ satisfied: true }, { satisfied: false }], returnedFor: '没有整改事项' },
      ],
    });
  });

  it('offers nothing that asks for a result, and says why doubtful words stand', async () => {
    const offering = (measure: string) => replyOf([{ ...ITEM, measure }]);
    const wrong = { status: 422, field: 'items[0].measure' };
    expect(await tried(TARGET, 'reply', offering('对积案一律改判'))).toMatchObject({
      ...wrong,
      code: 'matter-demands-result',
    });
    expect(await tried(TARGET, 'reply', offering('分析改判原因'))).toMatchObject({
      ...wrong,
      code: 'matter-wording-doubtful',
    });
    const standing = { ...offering('分析改判原因'), screenedReason: '仅指统计口径' };
    await desk.does(TARGET, matter, 'reply', standing);
    const { body } = await desk.get(TARGET, at('/history'));
    expect(JSON.stringify(body)).toContain('保留提示的词句，理由：仅指统计口径');
  });

  it('is accepted with what it offers to put right', async () => {
    await desk.does(MANAGER, matter, 'examine', examined(true));
    await desk.does(MANAGER, matter, 'accept', { opinion: '采纳' });
    for (const who of [MANAGER, TARGET, TARGET_VICE])
      expect(await shown(who)).toMatchObject({
        items: [{ item: '1-1', status: 'open', owner: { post: '黔01.vice-president.civil' }, evidence: [] }],
      });
  });
});

describe('the end', () => {
  it('comes once what was to be put right was seen', async () => {
    const list = await desk.upload(TARGET_VICE, '清单.txt', '八件');
    const report = { statement: '已降至八件', evidence: [list] };
    expect(await tried(TARGET_VICE, 'items/1-1/report', { ...report, evidence: [] })).toMatchObject({
      ...{ status: 400, errors: [{ field: 'evidence', detail: '至少 1 项' }] },
    });
    expect(await tried(TARGET_VICE, 'items/1-9/report', report)).toMatchObject({
      ...{ status: 422, code: 'matter-item-unknown' },
    });
    await desk.does(TARGET_VICE, matter, 'items/1-1/report', report);
    expect(await tried(MANAGER, 'close-out', { conclusion: '完成' })).toMatchObject({
      ...{ status: 422, code: 'matter-items-open' },
    });
    await desk.does(MANAGER, matter, 'items/1-1/check', {
      passed: false,
      comment: '多一件',
      due: '2026-06-05',
    });
    await desk.does(TARGET_VICE, matter, 'items/1-1/report', report);
    await desk.does(MANAGER, matter, 'items/1-1/check', { passed: true, comment: '属实' });
    expect((await desk.get(MANAGER, at(`/documents/${list.sha256}`))).text).toBe('八件');
  });

  it('is made by the other side only', async () => {
    for (const who of [TARGET, TARGET_VICE])
      expect(await tried(who, 'close-out', { conclusion: '完成' })).toMatchObject({
        ...{ status: 422, code: 'matter-step-not-yours' },
      });
    await desk.does(MANAGER, matter, 'close-out', { conclusion: '完成' });
    expect(await tried(MANAGER, 'cancel', { reason: '不再需要' })).toMatchObject({
      ...{ status: 422, code: 'matter-already-answered' },
    });
  });

  it('is looked at again, and filed away where those aimed at do not see it', async () => {
    on('2026-04-06');
    const relapse = { holds: false, findings: '积案回升', items: [] };
    expect(await tried(MANAGER, 'follow-up', relapse)).toMatchObject({ code: 'matter-relapse-needs-items' });
    await desk.does(MANAGER, matter, 'follow-up', { holds: true, findings: '没有反弹' });
    await desk.does(MANAGER, matter, 'archive', { volume: '督导卷2026-1' });
    expect(await shown(MANAGER)).toMatchObject({ stage: 'archived', owed: [] });
    expect(await shown(TARGET)).toMatchObject({ stage: 'followedUp', owed: [] });
    expect(await tried(MANAGER, 'archive', { volume: '再次' })).toMatchObject({
      code: 'matter-step-not-open',
    });
  });
});
