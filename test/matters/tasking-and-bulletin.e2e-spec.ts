import { PostgresEventStore } from '@liuhen/event-store';
import { FixedClock } from '@liuhen/event-store/testing';
import type { DocumentReference } from '@liuhen/kernel';
import { createHash } from 'node:crypto';
import { startApi, type RunningApi } from '../api/support/running-api';
import { BUSINESS } from '../event-store/open-store';
import { MatterDesk } from './support/matter-desk';

/** 高院: 审管办主任, 分管副院长. 贵阳中院: 院长, 分管副院长. 遵义中院: 院长. 南明区法院: 院长. */
const MANAGER = 'gu-ning';
const VICE = 'luo-jian';
const TARGET = 'zhou-min';
const TARGET_VICE = 'wu-tao';
const OTHER = 'dong-ping';
const OUTSIDER = 'chen-lei';

const post = (id: string) => ({ court: id.slice(0, id.indexOf('.')), post: id });
const aimedAt = (court: string) => ({ kind: 'court', court, responsible: post(`${court}.president`) });

const draftOf = (instrument: string, title: string) => ({
  ...{ instrument, title, trigger: 'plan', cause: '年度工作计划', problem: '一年以上未结案件清理缓慢' },
  targets: [aimedAt('黔01'), aimedAt('黔03')],
  approver: post('黔.vice-president'),
});

const clock = new FixedClock();
const at = (instant: string) => {
  clock.set(instant);
};

let api: RunningApi;
let desk: MatterDesk;
let matter: string;
beforeAll(async () => {
  api = await startApi({ clock });
  desk = new MatterDesk(api);
});
afterAll(() => api.close());

const get = async (who: string, rest: string) =>
  (await desk.get(who, desk.path(matter, rest))).body as unknown;
const statusFor = async (who: string, rest: string) => (await desk.get(who, desk.path(matter, rest))).status;
/** What the history says, in one text. */
const told = async (who: string) =>
  ((await get(who, '/history')) as { readonly events: readonly { readonly line: string }[] }).events
    .map(({ line }) => line)
    .join('\n');

/** As it is described, and by nothing of the product: who was drawn, from the record and the event that it names. */
function drawAgain(population: readonly string[], size: number, payloadHash: string) {
  const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest();
  const populationHash = sha256(population.map((member) => `${member}\n`).join('')).toString('hex');
  const seed = sha256(`liuhen-draw-1\n${populationHash}\n${payloadHash}\n`);
  const left = [...population];
  const drawn: string[] = [];
  for (let i = 0; drawn.length < size; i++) {
    const counter = Buffer.alloc(8);
    counter.writeUInt32BE(i, 4);
    const number = Number(
      `0x${sha256(Buffer.concat([seed, counter]))
        .toString('hex')
        .slice(0, 12)}`,
    );
    if (number < 2 ** 48 - (2 ** 48 % left.length)) drawn.push(...left.splice(number % left.length, 1));
  }
  return { populationHash, seed: seed.toString('hex'), drawn };
}

interface Draw {
  readonly population: readonly string[];
  readonly size: number;
  readonly drawn: readonly string[];
  readonly seededBy: { readonly event: string; readonly payloadHash: string };
}
interface Meeting {
  readonly agenda: { readonly dataPackage: { readonly document: DocumentReference } };
  readonly draw: Draw;
}
const meeting = async (who: string): Promise<Meeting> => {
  const [only] = ((await get(who, '/tasking')) as { readonly meetings: readonly Meeting[] }).meetings;
  if (!only) throw new Error('no meeting');
  return only;
};

const POPULATION = [
  '黔03.vice-president',
  '黔03.president',
  '黔01.vice-president.civil',
  '黔01.president',
  '黔01.trial-management-director',
  '黔01.division-chief.civil-1',
];

/** In order: each test stands on those before it. */
describe('a random tasking meeting', () => {
  let figures: DocumentReference;
  let issue: { readonly id: string };

  it('has its figures and its population fixed before it is approved', async () => {
    at('2026-03-02T01:00:00.000Z');
    matter = await desk.drafts(MANAGER, draftOf('taskingMeeting', '长期未结案件随机调度'));
    figures = await desk.upload(MANAGER, '数据包.txt', '法院,一年以上未结\n黔01,12\n黔03,9\n');
    const agenda = {
      ...{ scope: 'special', cadence: 'random', topics: ['一年以上未结案件清理'] },
      dataPackage: { document: figures, asOf: '2026-02-28', definition: '案件系统，按旧存计' },
      draw: { of: 'post', population: POPULATION, size: 2 },
    };
    const { dataPackage } = agenda;
    const early = { ...agenda, dataPackage: { ...dataPackage, asOf: '2026-03-03' } };
    const missing = { ...figures, sha256: 'a'.repeat(64) };
    const unknown = { ...agenda, dataPackage: { ...dataPackage, document: missing } };
    expect(await desk.refused(MANAGER, matter, 'tasking/agenda', early)).toBe('tasking-data-not-yet');
    expect(await desk.refused(MANAGER, matter, 'tasking/agenda', unknown)).toBe('document-not-stored');
    await desk.does(MANAGER, matter, 'tasking/agenda', agenda);
    await desk.does(VICE, matter, 'approve');
    expect(await desk.refused(MANAGER, matter, 'tasking/draw')).toBe('matter-step-not-open');
    expect(await statusFor(TARGET, '/tasking')).toBe(404);
  });

  it('is drawn for once it is issued, and anybody of either side draws the same from the record alone', async () => {
    at('2026-03-04T01:00:00.000Z');
    const issued = await desk.does(MANAGER, matter, 'issue', { number: '黔高法调〔2026〕1号' });
    [issue] = (issued.body as { readonly events: [{ readonly id: string }] }).events;
    await desk.does(MANAGER, matter, 'tasking/draw');
    expect(await desk.refused(MANAGER, matter, 'tasking/draw')).toBe('tasking-already-drawn');
    const record = (await meeting(TARGET)).draw;
    expect(await meeting(MANAGER)).toMatchObject({ draw: record, issuedAt: '2026-03-04T01:00:00.000Z' });
    expect(record).toMatchObject({ of: 'post', size: 2, repeated: true, population: POPULATION.toSorted() });
    const { population, size, seededBy } = record;
    expect(record).toMatchObject(drawAgain(population, size, seededBy.payloadHash));
    expect(seededBy.event).toBe(issue.id);
    expect(await statusFor(OUTSIDER, '/tasking')).toBe(404);
  });

  it('had its chance from the event of the issue as it is stored', async () => {
    const store = await PostgresEventStore.open({ url: api.database.appUrl, log: BUSINESS });
    const stored = (await store.readStream(`matter-${matter}`)).find(({ header }) => header.id === issue.id);
    await store.close();
    expect(stored?.header).toMatchObject({
      type: 'MatterIssued',
      payloadHash: (await meeting(TARGET)).draw.seededBy.payloadHash,
    });
  });

  it('goes by the figures as they were frozen', async () => {
    const { document } = (await meeting(TARGET)).agenda.dataPackage;
    expect(document).toEqual(figures);
    const opened = await desk.get(TARGET, desk.path(matter, `/documents/${document.sha256}`));
    expect(createHash('sha256').update(opened.text).digest('hex')).toBe(figures.sha256);
  });

  it('is held within its notice, with whoever was drawn, and its tasks are reported and checked', async () => {
    at('2026-03-06T03:00:00.000Z');
    const minutes = await desk.upload(MANAGER, '会议纪要.txt', '会议纪要……');
    const { drawn } = (await meeting(MANAGER)).draw;
    const task = {
      ...{ problem: '积案', measure: '逐案包干', criterion: '一年以上未结不超过十件', due: '2026-04-30' },
      owner: post('黔01.vice-president.civil'),
    };
    const held = {
      ...{ heldAt: '2026-03-05T03:00:00.000Z', chair: post('黔.vice-president'), minutes, tasks: [task] },
      attendees: drawn.map((member, nth) => ({ ...post(member), present: nth === 0 })),
      resolutions: ['逐案建立台账'],
    };
    const hold = (changes: object) => desk.refused(MANAGER, matter, 'tasking/hold', { ...held, ...changes });
    expect(await hold({ heldAt: '2026-03-05T00:59:00.000Z' })).toBe('tasking-notice-too-short');
    expect(await hold({ heldAt: '2026-03-06T02:00:00.000Z' })).toBe('tasking-notice-too-long');
    expect(await hold({ attendees: held.attendees.slice(1) })).toBe('tasking-drawn-not-listed');
    expect(await hold({ resolutions: ['某案一律改判'] })).toBe('matter-demands-result');
    await desk.does(MANAGER, matter, 'tasking/hold', held);
    const evidence = [await desk.upload(TARGET_VICE, '台账.txt', '台账……')];
    await desk.does(TARGET_VICE, matter, 'items/1-1/report', { statement: '已经逐案包干', evidence });
    await desk.does(MANAGER, matter, 'items/1-1/check', { passed: true, comment: '属实' });
    await desk.does(MANAGER, matter, 'close-out', { conclusion: '任务完成' });
    expect(await get(TARGET, '')).toMatchObject({ items: [{ item: '1-1', status: 'done' }] });
    expect(await get(TARGET, '/tasking')).toMatchObject({
      meetings: [
        {
          held: {
            tasks: ['1-1'],
            chair: { person: VICE },
            attendees: [{ present: true }, { present: false }],
          },
        },
      ],
    });
    expect(await told(TARGET)).toContain('从6个岗位中随机抽取2个');
    expect(await told(TARGET)).toContain('到会1人，缺席1人。决议：逐案建立台账');
  });
});

describe('a bulletin', () => {
  const figure = (court: string, value: string) => ({
    ...{ court, indicator: '一年以上未结案件占比', value, unit: '%', source: '案件系统核对表' },
  });
  const figures = [figure('黔01', '12.5'), figure('黔03', '9.2')];

  it('is checked before it is approved, and ranks nobody', async () => {
    at('2026-03-09T01:00:00.000Z');
    matter = await desk.drafts(MANAGER, draftOf('bulletin', '一季度长期未结案件通报'));
    const check = { asOf: '2026-02-28', figures, ranked: false };
    expect(await desk.refused(MANAGER, matter, 'bulletin/figures', { ...check, ranked: true })).toBe(
      'bulletin-ranking-forbidden',
    );
    await desk.does(MANAGER, matter, 'bulletin/figures', check);
    await desk.does(VICE, matter, 'approve');
    expect(await statusFor(TARGET, '/bulletin')).toBe(404);
    await desk.does(MANAGER, matter, 'issue', { number: '黔高法通〔2026〕1号' });
    for (const who of [MANAGER, TARGET, OTHER])
      expect(await get(who, '/bulletin')).toMatchObject({
        bulletins: [{ figures, ranked: false, rankingAllowed: false, objectionsUntil: '2026-03-16' }],
      });
    expect(await statusFor(OUTSIDER, '/bulletin')).toBe(404);
  });

  it('is objected to by the court of the figure, and corrected', async () => {
    const proof = await desk.upload(TARGET, '结案清单.txt', '清单……');
    const objection = { figure: '1', reason: '三件已经结案', documents: [proof] };
    expect(await desk.refused(OTHER, matter, 'bulletin/objections', objection)).toBe(
      'bulletin-objection-not-yours',
    );
    await desk.does(TARGET, matter, 'bulletin/objections', objection);
    const answer = { upheld: true, reason: '核对属实' };
    expect(await desk.refused(TARGET, matter, 'bulletin/objections/1/answer', answer)).toBe(
      'matter-step-not-yours',
    );
    await desk.does(MANAGER, matter, 'bulletin/objections/1/answer', answer);
    const corrections = [{ figure: '1', was: '12.5', now: '11.8' }];
    await desk.does(MANAGER, matter, 'bulletin/corrections', { corrections, reason: '扣除已结三件' });
    expect(await get(OTHER, '/bulletin')).toMatchObject({
      bulletins: [
        {
          figures: [{ value: '11.8', corrections: [{ was: '12.5', now: '11.8' }] }, { value: '9.2' }],
          objections: [{ objection: '1', status: 'corrected', answer: '核对属实', documents: [proof] }],
        },
      ],
    });
  });

  it('is done with when nobody can object any more', async () => {
    expect(await desk.refused(MANAGER, matter, 'bulletin/close-window')).toBe(
      'bulletin-objection-window-running',
    );
    at('2026-03-17T01:00:00.000Z');
    const late = { figure: '2', reason: '口径不同' };
    expect(await desk.refused(OTHER, matter, 'bulletin/objections', late)).toBe(
      'bulletin-objection-window-over',
    );
    await desk.does(MANAGER, matter, 'bulletin/close-window');
    await desk.does(MANAGER, matter, 'close-out', { conclusion: '异议已经处理' });
    await desk.does(MANAGER, matter, 'archive', { volume: '通报卷1' });
    expect(await get(MANAGER, '')).toMatchObject({ stage: 'archived' });
    expect(await told(TARGET)).toContain('更正通报：第1项由12.5改为11.8。扣除已结三件');
  });
});
