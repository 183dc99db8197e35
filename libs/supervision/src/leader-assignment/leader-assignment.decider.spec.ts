import { ACCEPT, CLOSE_OUT, examined, replyOf } from '../matter-rules/testing/commands';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import {
  supervisionMatterDecider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import { leaderAssignmentDecider, type LeaderAssignmentCommand } from './leader-assignment.decider';
import {
  appointed,
  assigned,
  BASELINE,
  baselineOf,
  contactOn,
  draftUntil,
  factsAfter,
  figureOf,
  LEADER,
  left,
  onLeave,
  running,
  visitOn,
} from './testing/assignments';

const { highManager, midPresident } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const matter = (who: Who, command: SupervisionMatterCommand) =>
  story.does(who, supervisionMatterDecider, command);
const does = (who: Who, command: LeaderAssignmentCommand) =>
  story.does(who, leaderAssignmentDecider, command);
const refused = (who: Who, command: LeaderAssignmentCommand) =>
  story.refused(who, leaderAssignmentDecider, command);
const due = (kind: string) => story.owed.filter((owed) => owed.kind === kind).map((owed) => owed.due);

describe('the assignment of a leader', () => {
  it('charges the person by name, for a term that the rules bound', () => {
    expect(story.refused(highManager, supervisionMatterDecider, draftUntil('2026-06-30'))).toBe(
      'matter-deadline-out-of-bounds',
    );
    assigned(story);
    const [target] = story.matter.content.targets;
    expect(target?.responsible).toMatchObject({ post: LEADER[1], person: LEADER[0] });
  });

  it('owes a contact, a visit and a report from the baseline on', () => {
    running(story);
    expect([due('leaderContact'), due('assignmentVisit'), due('matterReply')]).toEqual([
      ['2026-04-02'],
      ['2026-09-30'],
      ['2026-09-30'],
    ]);
  });

  it('has a baseline of figures that can stand', () => {
    assigned(story);
    expect(refused(LEADER, baselineOf())).toBe('assignment-figure-missing');
    expect(refused(LEADER, baselineOf({ value: '八' }))).toBe('assignment-figure-not-decimal');
    expect(refused(LEADER, baselineOf({ target: '1,000' }))).toBe('assignment-figure-not-decimal');
    expect(refused(LEADER, baselineOf({ asOf: '2026-03-03' }))).toBe('assignment-figure-in-future');
    expect(refused(LEADER, baselineOf({}, {}))).toBe('assignment-figure-repeated');
    expect(refused(highManager, BASELINE)).toBe('matter-step-not-yours');
  });

  it('has contacts of days that have come, on the indicators of the baseline, by the leader', () => {
    assigned(story);
    expect(refused(LEADER, contactOn('2026-03-02'))).toBe('assignment-not-running');
    does(LEADER, BASELINE);
    expect(refused(LEADER, contactOn('2026-03-03'))).toBe('assignment-not-held-yet');
    expect(refused(LEADER, contactOn('2026-02-27'))).toBe('assignment-before-baseline');
    expect(refused(LEADER, contactOn('2026-03-02', figureOf({ indicator: '其他' })))).toBe(
      'assignment-indicator-unknown',
    );
    expect(refused(LEADER, contactOn('2026-03-02', figureOf({ value: '.5' })))).toBe(
      'assignment-figure-not-decimal',
    );
    expect(refused(midPresident, contactOn('2026-03-02'))).toBe('matter-step-not-yours');
  });

  it('is visited on the spot, also more often than it must', () => {
    assigned(story);
    expect(refused(LEADER, visitOn('2026-03-02'))).toBe('assignment-not-running');
    does(LEADER, BASELINE);
    story.on('2026-04-10');
    does(LEADER, visitOn('2026-04-10'));
    expect(due('assignmentVisit')).toEqual([]);
    does(LEADER, visitOn('2026-04-10'));
    expect(refused(LEADER, visitOn('2026-04-11'))).toBe('assignment-not-held-yet');
  });

  it('ends with a report that is accepted, and is closed out by who issued it', () => {
    running(story);
    story.on('2026-09-28');
    matter(LEADER, replyOf());
    expect([due('leaderContact'), due('assignmentVisit')]).toEqual([[], []]);
    expect(refused(LEADER, contactOn('2026-09-28'))).toBe('matter-step-not-open');
    matter(highManager, examined(true));
    matter(highManager, ACCEPT);
    expect(story.refused(LEADER, supervisionMatterDecider, CLOSE_OUT)).toBe('matter-step-not-yours');
    matter(highManager, CLOSE_OUT);
    expect(story.matter.stage).toBe('closedOut');
  });
});

describe('who leads', () => {
  it('is not who follows in the post, nor who is above it, also before the clock sees it', () => {
    running(story);
    story.on('2026-06-01');
    story = story.with(
      factsAfter(LEADER[1], left(LEADER, '2026-06-01'), appointed('he-follows', '2026-06-01')),
    );
    for (const who of [LEADER, ['he-follows', LEADER[1]]] as const) {
      expect(refused(who, contactOn('2026-06-01'))).toBe('assignment-leader-left');
      expect(refused(who, visitOn('2026-06-01'))).toBe('assignment-leader-left');
    }
  });

  it('is not who stands in from above while the leader is on leave', () => {
    running(story);
    story = story.with(factsAfter(LEADER[1], onLeave(LEADER, '2026-03-02')));
    expect(refused(WHO.highPresident, contactOn('2026-03-02'))).toBe('matter-step-not-yours');
  });
});
