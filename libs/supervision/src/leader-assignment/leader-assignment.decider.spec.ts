import { withPostEvent } from '@liuhen/courts';
import { someHeader } from '@liuhen/kernel/testing';
import type { CourtFacts } from '../court-rules/court-facts';
import { guizhouFacts } from '../court-rules/testing/guizhou-facts';
import { ledgerAfter } from '../duty-rulebook';
import { noDuties } from '@liuhen/kernel';
import { stepDuties } from '../matter-rules/matter-duties';
import {
  ACCEPT,
  APPROVE,
  CLOSE_OUT,
  examined,
  ISSUE,
  RECEIVE,
  replyOf,
} from '../matter-rules/testing/commands';
import { atCourt, draftOf } from '../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import {
  supervisionMatterDecider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import { leaderAssignmentDecider, type LeaderAssignmentCommand } from './leader-assignment.decider';
import { leaderAssignmentDuties } from './leader-assignment.duties';

const { highManager, highPresident, highVice, midPresident, system } = WHO;
const LEADER = highVice;
const NEXT: Who = ['pan-hui', '黔.vice-president.criminal'];

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const matter = (who: Who, command: SupervisionMatterCommand) =>
  story.does(who, supervisionMatterDecider, command);
const does = (who: Who, command: LeaderAssignmentCommand) =>
  story.does(who, leaderAssignmentDecider, command);
const refused = (who: Who, command: LeaderAssignmentCommand) =>
  story.refused(who, leaderAssignmentDecider, command);
const due = (kind: string) => story.owed.filter((owed) => owed.kind === kind).map((owed) => owed.due);

const figure = { indicator: '一年以上未结率', value: '8.5', unit: '%', asOf: '2026-03-01' };
const baseline = (changes: object = {}): LeaderAssignmentCommand => ({
  type: 'RecordBaseline',
  data: { figures: [{ ...figure, target: '3', ...changes }], problems: '积案集中在民事庭' },
});
const contact = (heldOn: string, progress: readonly object[] = []): LeaderAssignmentCommand => ({
  type: 'RecordContact',
  data: { heldOn, manner: '电话', content: '逐案过问进度', progress: progress as never, documents: [] },
});
const visit = (heldOn: string): LeaderAssignmentCommand => ({
  type: 'RecordAssignmentVisit',
  data: { heldOn, findings: '专班到位', documents: [] },
});
const SUSPEND: LeaderAssignmentCommand = {
  type: 'SuspendAssignment',
  data: { reason: 'other', explanation: '分工调整' },
};
const POST_CHANGED: LeaderAssignmentCommand = {
  type: 'SuspendAssignment',
  data: { reason: 'postChanged', explanation: '任职信息已经变更' },
};
const handOver = ([person, post]: Who): LeaderAssignmentCommand => ({
  type: 'HandOverAssignment',
  data: { to: { court: post.split('.')[0] ?? '', post, person }, reason: '接任' },
});

const DRAFT = draftOf(
  {
    instrument: 'leaderAssignment',
    title: '包保贵阳中院清理积案',
    deadline: '2026-09-30',
    targets: [atCourt('黔01', LEADER)],
  },
  highPresident,
);

function assigned() {
  matter(highManager, { type: 'DraftMatter', data: DRAFT });
  matter(highPresident, APPROVE);
  matter(highManager, ISSUE);
  matter(LEADER, RECEIVE);
}

function running() {
  assigned();
  does(LEADER, baseline());
}

/** The facts after the leader left the post on the day. */
function withoutLeader(on: string): CourtFacts {
  const facts = guizhouFacts();
  const posts = withPostEvent(facts.posts, {
    type: 'PersonLeft',
    data: { person: LEADER[0], on, reason: null },
    header: someHeader({ stream: `post-${LEADER[1]}` }),
  });
  return { ...facts, posts };
}

describe('the assignment of a leader', () => {
  it('charges the person by name, for a term that the rules bound', () => {
    assigned();
    expect(story.matter.content.targets[0]?.responsible).toMatchObject({
      post: LEADER[1],
      person: LEADER[0],
    });
    const short = { ...DRAFT, deadline: '2026-06-30' };
    story = new MatterStory();
    expect(story.refused(highManager, supervisionMatterDecider, { type: 'DraftMatter', data: short })).toBe(
      'matter-deadline-out-of-bounds',
    );
  });

  it('owes a contact every month, a visit and a report from the baseline on', () => {
    running();
    expect([due('leaderContact'), due('assignmentVisit'), due('matterReply')]).toEqual([
      ['2026-04-02'],
      ['2026-09-30'],
      ['2026-09-30'],
    ]);
  });

  it('has a baseline of figures that can stand', () => {
    assigned();
    expect(refused(LEADER, { type: 'RecordBaseline', data: { figures: [], problems: '无' } })).toBe(
      'assignment-figure-missing',
    );
    expect(refused(LEADER, baseline({ value: '八' }))).toBe('assignment-figure-not-decimal');
    expect(refused(LEADER, baseline({ target: '1,000' }))).toBe('assignment-figure-not-decimal');
    expect(refused(LEADER, baseline({ asOf: '2026-03-03' }))).toBe('assignment-figure-in-future');
    const twice = { ...figure, target: '3' };
    expect(
      refused(LEADER, { type: 'RecordBaseline', data: { figures: [twice, twice], problems: '无' } }),
    ).toBe('assignment-figure-repeated');
    expect(refused(highManager, baseline())).toBe('matter-step-not-yours');
  });

  it('moves on by contacts; a month that was missed stays owed, late', () => {
    running();
    story.on('2026-03-20');
    does(LEADER, contact('2026-03-19', [{ ...figure, value: '7.9', asOf: '2026-03-15' }]));
    expect(due('leaderContact')).toEqual(['2026-05-02']);
    story.on('2026-06-10');
    does(LEADER, contact('2026-06-10'));
    expect(due('leaderContact')).toEqual(['2026-06-02']);
    does(LEADER, contact('2026-06-10'));
    expect(due('leaderContact')).toEqual(['2026-07-02']);
  });

  it('has contacts of days that have come, on the indicators of the baseline', () => {
    running();
    expect(refused(LEADER, contact('2026-03-03'))).toBe('assignment-not-held-yet');
    expect(refused(LEADER, contact('2026-02-27'))).toBe('assignment-before-baseline');
    expect(refused(LEADER, contact('2026-03-02', [{ ...figure, indicator: '其他' }]))).toBe(
      'assignment-indicator-unknown',
    );
    expect(refused(midPresident, contact('2026-03-02'))).toBe('matter-step-not-yours');
  });

  it('asks for no contact after its term', () => {
    running();
    story.on('2026-09-30');
    for (let n = 1; n <= 7; n++) does(LEADER, contact('2026-09-30'));
    expect(due('leaderContact')).toEqual([]);
    expect(refused(LEADER, contact('2026-09-30'))).toBe('matter-step-not-open');
  });

  it('is visited on the spot, also more often than it must', () => {
    assigned();
    expect(refused(LEADER, visit('2026-03-02'))).toBe('assignment-not-running');
    does(LEADER, baseline());
    story.on('2026-04-10');
    does(LEADER, visit('2026-04-10'));
    expect(due('assignmentVisit')).toEqual([]);
    does(LEADER, visit('2026-04-10'));
    expect(refused(LEADER, visit('2026-04-11'))).toBe('assignment-not-held-yet');
  });

  it('ends with a report that is accepted, and is closed out by who issued it', () => {
    running();
    story.on('2026-09-28');
    matter(LEADER, replyOf());
    expect([due('leaderContact'), due('assignmentVisit')]).toEqual([[], []]);
    matter(highManager, examined(true));
    matter(highManager, ACCEPT);
    expect(story.refused(LEADER, supervisionMatterDecider, CLOSE_OUT)).toBe('matter-step-not-yours');
    matter(highManager, CLOSE_OUT);
    expect(story.matter.stage).toBe('closedOut');
  });
});

describe('an assignment whose leader changes', () => {
  it('is suspended by the system as soon as the leader is gone, and handed over within five working days', () => {
    running();
    story.on('2026-06-01');
    expect(refused(system, POST_CHANGED)).toBe('assignment-leader-still-there');
    story = story.with(withoutLeader('2026-06-01'));
    does(system, POST_CHANGED);
    expect(due('reassignment')).toEqual(['2026-06-08']);
    expect(refused(system, POST_CHANGED)).toBe('assignment-already-suspended');
    does(highManager, handOver(NEXT));
    expect(story.matter).toMatchObject({ suspended: false });
    const holders = [...story.matter.open.values()].map(({ kind, holder }) => [kind, holder.person]);
    expect(holders.toSorted()).toEqual([
      ['assignmentVisit', 'pan-hui'],
      ['leaderContact', 'pan-hui'],
      ['matterReply', 'pan-hui'],
    ]);
    does(NEXT, contact('2026-06-01'));
  });

  it('leaves in the ledger who held what, until when', () => {
    running();
    does(highManager, SUSPEND);
    does(highManager, handOver(NEXT));
    const rules: Readonly<Record<string, ((event: never) => ReturnType<typeof stepDuties>) | undefined>> =
      leaderAssignmentDuties;
    const changesBy = (event: { readonly type: string }) => (rules[event.type] ?? stepDuties)(event as never);
    const ledger = story.events.reduce(
      (before, event) => ledgerAfter({ changesBy }, before, event),
      noDuties,
    );
    expect(ledger.get('leaderContact/1')?.holders.map(({ holder }) => holder.person)).toEqual([
      'luo-jian',
      'pan-hui',
    ]);
    expect(ledger.get('reassignment/1')?.status).toBe('discharged');
  });

  it('is done nothing in while it is suspended', () => {
    running();
    does(highManager, SUSPEND);
    expect(refused(LEADER, contact('2026-03-02'))).toBe('matter-suspended');
    expect(refused(LEADER, visit('2026-03-02'))).toBe('matter-suspended');
    expect(story.refused(LEADER, supervisionMatterDecider, replyOf())).toBe('matter-suspended');
  });

  it('is suspended and handed over by who issued it only, and not to the same leader or anybody', () => {
    running();
    expect(refused(LEADER, SUSPEND)).toBe('matter-aimed-at-you');
    expect(refused(highPresident, SUSPEND)).toBe('matter-not-issuing-side');
    expect(refused(highManager, handOver(NEXT))).toBe('matter-step-not-open');
    does(highManager, SUSPEND);
    expect(refused(highManager, handOver(LEADER))).toBe('assignment-same-leader');
    expect(refused(highManager, handOver(WHO.highChief))).toBe('matter-responsible-not-entitled');
    expect(refused(highManager, handOver(['nobody', '黔.nothing']))).toBe('matter-post-unknown');
    expect(refused(highManager, handOver(['nobody', NEXT[1]]))).toBe('matter-responsible-unnamed');
  });

  it('is suspended only while somebody is charged with it', () => {
    matter(highManager, { type: 'DraftMatter', data: DRAFT });
    expect(refused(highManager, SUSPEND)).toBe('assignment-not-running');
  });
});
