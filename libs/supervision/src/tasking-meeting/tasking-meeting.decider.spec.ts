import type { DocumentReference, Recorded } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { guizhouFacts } from '../court-rules/testing/guizhou-facts';
import type { MatterEvent } from '../matter-rules/matter-events';
import { APPROVE, ARCHIVE, CLOSE_OUT, ISSUE } from '../matter-rules/testing/commands';
import { atCourt, draftOf } from '../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import { ruledBy } from '../matter-rules/testing/ruled-by';
import type { GivenItem } from '../matter-rules/rectification';
import type { GivenMatter } from '../supervision-matter/draft-matter';
import {
  supervisionMatterDecider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import { isRepeated } from './draw';
import { meetingsIn } from './meetings-in';
import { taskingMeetingDecider, type TaskingMeetingCommand } from './tasking-meeting.decider';
import type { Attendee, MadeDraw } from './tasking-meeting.events';

const { highManager, highVice, highChief, midPresident, midVice, midManager, midChief, otherPresident } = WHO;
const { lowVice, lowPresident } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const lives = (who: Who, command: SupervisionMatterCommand) =>
  story.does(who, supervisionMatterDecider, command);
const does = (who: Who, command: TaskingMeetingCommand) => story.does(who, taskingMeetingDecider, command);
const refused = (who: Who, command: TaskingMeetingCommand) =>
  story.refused(who, taskingMeetingDecider, command);
const owed = () => story.owed.map(({ kind, due }) => [kind, due]);

type Data<Type extends TaskingMeetingCommand['type']> = Extract<
  TaskingMeetingCommand,
  { type: Type }
>['data'];

const post = ([person, id]: Who, named: string | null = person) => ({
  ...{ court: id.split('.')[0] ?? '', post: id },
  person: named,
});
const present = (who: Who): Attendee => ({ ...post(who, null), present: true });
const absent = (who: Who): Attendee => ({ ...post(who, null), present: false });
const document = (name: string): DocumentReference => ({
  ...{ sha256: 'a'.repeat(64), sm3: 'b'.repeat(64), length: 9 },
  ...{ name, mediaType: 'application/pdf' },
});

const drafted = (changes: Partial<GivenMatter> = {}) =>
  lives(highManager, {
    type: 'DraftMatter',
    data: draftOf({
      instrument: 'taskingMeeting',
      demands: [],
      targets: [atCourt('黔01', midPresident), atCourt('黔03', otherPresident)],
      ...changes,
    }),
  });

const random: Partial<Data<'SetAgenda'>> = {
  cadence: 'random',
  draw: { of: 'court', population: ['黔03', '黔01'], size: 1 },
};
const agenda = (changes: Partial<Data<'SetAgenda'>> = {}): TaskingMeetingCommand => ({
  type: 'SetAgenda',
  data: {
    ...{ scope: 'special', cadence: 'regular', topics: ['长期未结案件清理'], draw: null },
    dataPackage: {
      document: document('数据包.xlsx'),
      asOf: '2026-02-28',
      definition: '一年以上未结案件，取自案件系统，按旧存计',
    },
    screenedReason: null,
    ...changes,
  },
});
const DRAW: TaskingMeetingCommand = { type: 'MakeRandomDraw', data: {} };
const task: GivenItem = {
  ...{ problem: '积案', measure: '逐案包干', criterion: '一年以上未结不超过十件', due: '2026-04-30' },
  owner: post(midVice, null),
};
const hold = (changes: Partial<Data<'HoldTaskingMeeting'>> = {}): TaskingMeetingCommand => ({
  type: 'HoldTaskingMeeting',
  data: {
    heldAt: '2026-03-05T02:00:00.000Z',
    chair: post(highVice, null),
    attendees: [present(midPresident), absent(otherPresident)],
    ...{ resolutions: ['逐案建立台账'], minutes: document('纪要.pdf'), tasks: [], screenedReason: null },
    ...changes,
  },
});

/** Issued on 4 March at nine in the morning, which is one o'clock UTC. */
function issued(changes: Partial<Data<'SetAgenda'>> = {}) {
  drafted();
  does(highManager, agenda(changes));
  lives(highVice, APPROVE);
  story.on('2026-03-04');
  lives(highManager, ISSUE);
}

function drawn(changes: Partial<Data<'SetAgenda'>> = {}) {
  issued({ ...random, ...changes });
  does(highManager, DRAW);
  story.on('2026-03-06');
}

const isDraw = (data: unknown): data is MadeDraw =>
  typeof data === 'object' && data !== null && 'drawn' in data;
function theDraw(): MadeDraw {
  const made = story.events.map(({ data }) => data).find(isDraw);
  if (!made) throw new Error('nothing is drawn');
  return made;
}

describe('the agenda', () => {
  beforeEach(() => drafted());

  it('freezes the figures, and is owed before anybody approves', () => {
    expect(owed()).toEqual([['taskingAgenda', '2026-03-09']]);
    const [event] = does(highManager, agenda());
    expect(event).toMatchObject({
      type: 'AgendaSet',
      secrecy: 'inner',
      data: { scope: 'special', dataPackage: { asOf: '2026-02-28', document: { sha256: 'a'.repeat(64) } } },
    });
    expect(owed()).toEqual([['matterApproval', '2026-03-05']]);
  });

  const posts = (...population: readonly string[]) => ({
    ...{ cadence: 'random' as const, draw: { of: 'post' as const, population, size: 1 } },
  });
  const cases = (...population: readonly string[]) => ({
    ...{ cadence: 'random' as const, draw: { of: 'case' as const, population, size: 1 } },
  });

  it.each([
    ['courts', random],
    ['posts', posts(midVice[1], otherPresident[1])],
    ['cases', cases('（2025）黔01民初12号', '（2025）黔03民终7号')],
  ])('of a random meeting says of which %s is drawn', (_, changes) => {
    expect(does(highManager, agenda(changes))).toHaveLength(1);
  });

  const wrong: readonly (readonly [string, Partial<Data<'SetAgenda'>>, string])[] = [
    ['no topic', { topics: [] }, 'tasking-topics-missing'],
    ['a topic that asks for a result', { topics: ['某案应当改判'] }, 'matter-demands-result'],
    ['a doubtful topic', { topics: ['改判案件'] }, 'matter-wording-doubtful'],
    [
      'figures of tomorrow',
      { dataPackage: { document: document('数据包.xlsx'), asOf: '2026-03-03', definition: '旧存' } },
      'tasking-data-not-yet',
    ],
    ['a draw at a regular meeting', { draw: random.draw ?? null }, 'tasking-draw-not-here'],
    ['no draw at a random one', { cadence: 'random' }, 'tasking-draw-required'],
    ['a member twice', posts(midVice[1], midVice[1]), 'tasking-population-repeated'],
    [
      'a court not aimed at',
      { ...random, draw: { of: 'court', population: ['黔02'], size: 1 } },
      'tasking-population-outside',
    ],
    ['a post elsewhere', posts(lowVice[1]), 'tasking-population-outside'],
    ['a post that is none', posts('黔01.emperor'), 'tasking-population-outside'],
    ['a case elsewhere', cases('（2025）黔0102民初12号'), 'tasking-population-outside'],
    ['a document of a case', cases('（2025）黔01民初12号之一'), 'tasking-population-outside'],
    ['a case that is none', cases('某案'), 'tasking-population-outside'],
    ['a case before the codes', cases('（2012）筑民初字第12号'), 'tasking-population-outside'],
    [
      'none to draw',
      { ...random, draw: { of: 'court', population: ['黔01'], size: 0 } },
      'tasking-draw-size-wrong',
    ],
    [
      'more than there are',
      { ...random, draw: { of: 'court', population: ['黔01'], size: 2 } },
      'tasking-draw-size-wrong',
    ],
  ];
  it.each(wrong)('is refused with %s', (_, changes, code) => {
    expect(refused(highManager, agenda(changes))).toBe(code);
  });

  it('lets doubtful words stand with a reason', () => {
    const [event] = does(highManager, agenda({ topics: ['改判案件'], screenedReason: '专项议题' }));
    expect(event?.data).toMatchObject({ screened: [{ field: 'topics[0]', phrase: '改判' }] });
  });

  it('is the issuing side’s, and of a tasking meeting alone', () => {
    expect(refused(midPresident, agenda())).toBe('matter-step-not-yours');
    does(highManager, agenda());
    expect(refused(highManager, agenda())).toBe('matter-step-not-open');
    story = new MatterStory();
    lives(highManager, { type: 'DraftMatter', data: draftOf() });
    expect(refused(highManager, agenda())).toBe('matter-wrong-instrument');
  });

  it('cannot be set for a random meeting after the issue, where the rules have it so late', () => {
    story = new MatterStory(
      ruledBy({ 'taskingMeeting.steps': { steps: ['approval', 'issue', 'agenda', 'meeting', 'archiving'] } }),
    );
    const targets = [atCourt('黔0102', lowPresident)];
    const data = draftOf({ instrument: 'taskingMeeting', demands: [], targets }, midVice);
    lives(midManager, { type: 'DraftMatter', data });
    lives(midVice, APPROVE);
    lives(midManager, ISSUE);
    expect(refused(midManager, agenda(posts(lowVice[1])))).toBe('tasking-random-after-issue');
    does(midManager, agenda());
    story.on('2026-03-06');
    const attendees = [present(lowPresident)];
    expect(does(midManager, hold({ chair: post(midVice), attendees }))).toHaveLength(1);
  });
});

describe('the draw', () => {
  it('has its chance from the issue, and makes the meeting owed within the notice', () => {
    issued(random);
    const meeting = ['taskingMeeting', '2026-03-18'];
    expect(owed()).toEqual([meeting]);
    const [event] = does(highManager, DRAW);
    expect(event).toMatchObject({
      type: 'RandomDrawMade',
      data: {
        procedure: 'liuhen-draw-1',
        of: 'court',
        population: ['黔01', '黔03'],
        size: 1,
        seededBy: { event: '3', payloadHash: someHeader().payloadHash },
      },
    });
    expect(theDraw().drawn).toHaveLength(1);
    expect(isRepeated(theDraw())).toBe(true);
    expect(owed()).toEqual([['taskingMeeting', '2026-03-06']]);
  });

  it('is made once, of a random meeting, in time, by who owes the meeting', () => {
    issued();
    expect(refused(highManager, DRAW)).toBe('tasking-draw-not-planned');
    story = new MatterStory();
    drafted();
    does(highManager, agenda(random));
    expect(refused(highManager, DRAW)).toBe('matter-step-not-open');
    lives(highVice, APPROVE);
    lives(highManager, ISSUE);
    expect(refused(midPresident, DRAW)).toBe('matter-step-not-yours');
    story.on('2026-03-05');
    expect(refused(highManager, DRAW)).toBe('tasking-notice-too-long');
    story.on('2026-03-04');
    does(highManager, DRAW);
    expect(refused(highManager, DRAW)).toBe('tasking-already-drawn');
  });

  it('can be made again only for an agenda that is set again', () => {
    drafted();
    does(highManager, agenda(random));
    lives(highVice, { type: 'DeclineMatter', data: { reason: '议题过宽' } });
    drafted();
    expect(owed()).toEqual([['taskingAgenda', '2026-03-09']]);
    does(highManager, agenda({ ...random, draw: { of: 'court', population: ['黔01'], size: 1 } }));
    lives(highVice, APPROVE);
    lives(highManager, ISSUE);
    does(highManager, DRAW);
    expect(theDraw().drawn).toEqual(['黔01']);
  });
});

describe('a meeting', () => {
  it('that is regular is held, and closed out after its tasks are done', () => {
    issued();
    story.on('2026-03-05');
    expect(refused(highManager, hold({ heldAt: '2026-03-05T01:00:00.001Z' }))).toBe('tasking-not-held-yet');
    story.on('2026-03-06');
    const [held] = does(highManager, hold({ tasks: [task] }));
    expect(held?.data).toMatchObject({
      chair: post(highVice),
      attendees: [
        { ...post(midPresident), present: true },
        { ...post(otherPresident), present: false },
      ],
    });
    expect(owed()).toEqual([
      ['matterCloseOut', '2026-05-30'],
      ['rectification', '2026-04-30'],
    ]);
    expect(story.refused(highManager, supervisionMatterDecider, CLOSE_OUT)).toBe('matter-items-open');
    const evidence = [document('台账.xlsx')];
    lives(midVice, {
      type: 'ReportRectification',
      data: { item: '1-1', statement: '已经逐案包干', evidence },
    });
    const check = { item: '1-1', passed: true, comment: '属实', due: null };
    lives(highManager, { type: 'CheckRectification', data: check });
    lives(highManager, CLOSE_OUT);
    lives(highManager, ARCHIVE);
    expect(story.owed).toEqual([]);
  });

  it('without tasks is closed out by the term of the rules', () => {
    issued();
    story.on('2026-03-06');
    expect(does(highManager, hold())).toHaveLength(1);
    expect(owed()).toEqual([['matterCloseOut', '2026-04-05']]);
  });

  it('that is random is held once it is drawn for, by notice of one day to two', () => {
    issued(random);
    story.on('2026-03-06');
    expect(refused(highManager, hold())).toBe('tasking-draw-missing');
    story.on('2026-03-04');
    does(highManager, DRAW);
    story.on('2026-03-10');
    const at = (heldAt: string) => hold({ heldAt });
    expect(refused(highManager, at('2026-03-04T00:59:59.000Z'))).toBe('tasking-held-before-issue');
    expect(refused(highManager, at('2026-03-05T00:59:59.000Z'))).toBe('tasking-notice-too-short');
    expect(refused(highManager, at('2026-03-06T01:00:00.001Z'))).toBe('tasking-notice-too-long');
    expect(does(highManager, at('2026-03-06T01:00:00.000Z'))).toHaveLength(1);
  });

  it('is not held before it was drawn for', () => {
    issued(random);
    story.on('2026-03-05');
    does(highManager, DRAW);
    story.on('2026-03-10');
    expect(refused(highManager, hold({ heldAt: '2026-03-05T00:59:59.000Z' }))).toBe('tasking-draw-missing');
    expect(does(highManager, hold({ heldAt: '2026-03-05T01:00:00.000Z' }))).toHaveLength(1);
  });

  it.each([
    ['a court', random.draw, [present(midVice), present(otherPresident)]],
    ['a post', { of: 'post', population: [midVice[1]], size: 1 }, [absent(midVice)]],
    ['a case', { of: 'case', population: ['（2025）黔01民初12号'], size: 1 }, [present(midChief)]],
  ] as const)('has whoever was drawn on its list: %s', (_, draw, attendees) => {
    drawn({ draw: draw ?? null });
    expect(refused(highManager, hold({ attendees: [present(highChief)] }))).toBe('tasking-drawn-not-listed');
    expect(does(highManager, hold({ attendees }))).toHaveLength(1);
  });

  const wrong: readonly (readonly [string, Partial<Data<'HoldTaskingMeeting'>>, string])[] = [
    ['a chair of another court', { chair: post(midVice) }, 'matter-participant-outside'],
    ['a chair in no post', { chair: { ...post(highVice), post: '黔.emperor' } }, 'matter-post-unknown'],
    [
      'a chair who is not in the post',
      { chair: { ...post(highVice), person: 'wu-tao' } },
      'matter-participant-unnamed',
    ],
    ['a chair who does not lead', { chair: post(highChief) }, 'tasking-chair-not-entitled'],
    [
      'somebody in no post',
      { attendees: [{ ...present(midVice), post: '黔01.emperor' }] },
      'matter-post-unknown',
    ],
    ['somebody twice', { attendees: [present(midVice), absent(midVice)] }, 'tasking-attendee-repeated'],
    [
      'nobody known to be present',
      { attendees: [{ ...present(midVice), person: 'zhou-min' }] },
      'matter-participant-unnamed',
    ],
    ['a resolution that asks for a result', { resolutions: ['某案一律驳回'] }, 'matter-demands-result'],
    ['a doubtful resolution', { resolutions: ['降低改判'] }, 'matter-wording-doubtful'],
    [
      'a task that asks for a result',
      { tasks: [{ ...task, measure: '某案应予维持' }] },
      'matter-demands-result',
    ],
    ['a task of nobody', { tasks: [{ ...task, owner: post(lowVice) }] }, 'matter-item-owner-outside'],
    ['a task of yesterday', { tasks: [{ ...task, due: '2026-03-05' }] }, 'matter-item-past'],
  ];
  it.each(wrong)('is refused with %s', (_, changes, code) => {
    issued();
    story.on('2026-03-06');
    expect(refused(highManager, hold(changes))).toBe(code);
  });

  it('says who was absent, or that nobody held the post', () => {
    const facts = guizhouFacts();
    const record = facts.posts.get(midChief[1]);
    if (!record) throw new Error('no such post');
    const posts = new Map(facts.posts).set(midChief[1], { ...record, tenures: [] });
    story = new MatterStory({ ...facts, posts });
    issued();
    story.on('2026-03-06');
    for (const attendee of [absent(midChief), present(midChief)])
      expect(refused(highManager, hold({ attendees: [{ ...attendee, ...post(midChief) }] }))).toBe(
        'matter-participant-unnamed',
      );
    expect(refused(highManager, hold({ attendees: [present(midChief)] }))).toBe('matter-participant-unnamed');
    const [held] = does(highManager, hold({ attendees: [absent(midVice), absent(midChief)] }));
    expect(held?.data).toMatchObject({ attendees: [post(midVice), post(midChief, null)] });
  });

  it('lets doubtful words stand with a reason', () => {
    issued();
    story.on('2026-03-06');
    const [held] = does(highManager, hold({ resolutions: ['降低改判'], screenedReason: '指标名称' }));
    expect(held?.data).toMatchObject({ screened: [{ field: 'resolutions[0]', phrase: '改判' }] });
  });

  it('is held by the issuing side, and once', () => {
    issued();
    story.on('2026-03-06');
    expect(refused(midPresident, hold())).toBe('matter-step-not-yours');
    does(highManager, hold());
    expect(refused(highManager, hold())).toBe('matter-step-not-open');
  });
});

describe('what is known of a meeting', () => {
  type History = readonly Recorded<MatterEvent>[];
  const shown = (change: (event: MatterEvent) => MatterEvent = (event) => event) =>
    meetingsIn(
      story.events.map((event) => ({ ...change(event), header: event.header })) as unknown as History,
    );
  const changed =
    <Type extends MatterEvent['type']>(type: Type, data: object) =>
    (event: MatterEvent) =>
      event.type === type ? ({ ...event, data: { ...event.data, ...data } } as MatterEvent) : event;

  beforeEach(() => {
    issued(random);
    does(highManager, DRAW);
  });

  it('is its agenda, its draw drawn again, and what came of it', () => {
    story.on('2026-03-06');
    does(highManager, hold({ tasks: [task] }));
    expect(shown()).toMatchObject([
      {
        ...{ round: 1, issuedAt: '2026-03-04T01:00:00.000Z', agenda: { draw: { size: 1 } } },
        draw: { repeated: true, drawnAt: '2026-03-04T01:00:00.000Z' },
        held: { tasks: ['1-1'], resolutions: ['逐案建立台账'] },
      },
    ]);
  });

  it.each([
    ['somebody else is said to be drawn', changed('RandomDrawMade', { drawn: ['黔05'] })],
    ['something else is said to be drawn of', changed('RandomDrawMade', { of: 'post' })],
    [
      'another event is named',
      changed('RandomDrawMade', { seededBy: { event: '2', payloadHash: '0'.repeat(64) } }),
    ],
    [
      'the population was another before the issue',
      changed('AgendaSet', { draw: { ...random.draw, size: 2 } }),
    ],
    ['no population was fixed before the issue', changed('AgendaSet', { draw: null })],
  ])('shows that a draw is not what it should be, where %s', (_, change) => {
    expect(shown()).toMatchObject([{ draw: { repeated: true } }]);
    expect(shown(change)).toMatchObject([{ draw: { repeated: false } }]);
  });

  it('begins anew when the matter is drafted anew', () => {
    const [first] = story.events;
    if (!first) throw new Error('nothing happened');
    story.events.push(first);
    expect(shown()).toEqual([]);
  });
});
