import { RECEIVE, replyOf } from '../matter-rules/testing/commands';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import { supervisionMatterDecider } from '../supervision-matter/supervision-matter.decider';
import { leaderAssignmentDecider, type LeaderAssignmentCommand } from './leader-assignment.decider';
import { OWED_BY_LEADER } from './leader-assignment.duties';
import {
  appointed,
  assigned,
  BASELINE,
  contactOn,
  draftUntil,
  factsAfter,
  handOverTo,
  issued,
  LEADER,
  ledgerOf,
  left,
  NEXT,
  POST_CHANGED,
  running,
  SUSPEND,
  visitOn,
} from './testing/assignments';

const { highChief, highManager, highPresident, system } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const does = (who: Who, command: LeaderAssignmentCommand) =>
  story.does(who, leaderAssignmentDecider, command);
const refused = (who: Who, command: LeaderAssignmentCommand) =>
  story.refused(who, leaderAssignmentDecider, command);
const due = (kind: string) => story.owed.filter((owed) => owed.kind === kind).map((owed) => owed.due);
/** Kinds of what a person owes by name. */
const owedBy = ([person]: Who) =>
  [...story.matter.open.values()].filter(({ holder }) => holder.person === person).map(({ kind }) => kind);

/** @returns kinds of what the one leader owed, and now the other owes */
function goesOver(from: Who, to: Who): readonly string[] {
  const kinds = owedBy(from);
  does(highManager, SUSPEND);
  does(highManager, handOverTo(to));
  expect([owedBy(from), owedBy(to)]).toEqual([[], kinds]);
  return kinds;
}

describe('an assignment whose leader changes', () => {
  it('is suspended by the system as soon as the leader is gone, and handed over within five working days', () => {
    running(story);
    story.on('2026-06-01');
    expect(refused(system, POST_CHANGED)).toBe('assignment-leader-still-there');
    story = story.with(factsAfter(LEADER[1], left(LEADER, '2026-06-01')));
    does(system, POST_CHANGED);
    expect(due('reassignment')).toEqual(['2026-06-08']);
    expect(refused(system, POST_CHANGED)).toBe('assignment-already-suspended');
    does(highManager, handOverTo(NEXT));
    expect(story.matter.suspended).toBe(false);
    expect(owedBy(LEADER)).toEqual([]);
    expect(owedBy(NEXT)).toEqual(['matterReply', 'leaderContact', 'assignmentVisit']);
    does(NEXT, contactOn('2026-06-01'));
    expect(refused(LEADER, contactOn('2026-06-01'))).toBe('matter-step-not-yours');
  });

  it('goes over at whichever step it is, and the clock looks at all that its leader owes', () => {
    issued(story);
    const receipt = goesOver(LEADER, NEXT);
    story.does(NEXT, supervisionMatterDecider, RECEIVE);
    const baseline = goesOver(NEXT, LEADER);
    does(LEADER, BASELINE);
    const term = goesOver(LEADER, NEXT);
    expect([receipt, baseline, term]).toEqual([
      ['matterReceipt'],
      ['assignmentBaseline'],
      ['matterReply', 'leaderContact', 'assignmentVisit'],
    ]);
    expect(new Set([...receipt, ...baseline, ...term])).toEqual(new Set(OWED_BY_LEADER));
  });

  it('leaves in the ledger who held what, until when', () => {
    running(story);
    story.on('2026-03-16');
    does(LEADER, contactOn('2026-03-16'));
    does(highManager, SUSPEND);
    story.on('2026-03-18');
    does(highManager, handOverTo(NEXT));
    const held = (duty: string) =>
      ledgerOf(story)
        .get(duty)
        ?.holders.map(({ holder, at }) => [holder.person, at.slice(0, 10)]);
    expect(held('leaderContact/1')).toEqual([[LEADER[0], '2026-03-02']]);
    expect(held('leaderContact/2')).toEqual([
      [LEADER[0], '2026-03-16'],
      [NEXT[0], '2026-03-18'],
    ]);
    expect(ledgerOf(story).get('reassignment/1')?.status).toBe('discharged');
  });

  it('is done nothing in while it is suspended, by the leader nor by who follows in the post', () => {
    running(story);
    does(highManager, SUSPEND);
    expect(refused(LEADER, contactOn('2026-03-02'))).toBe('matter-suspended');
    expect(refused(LEADER, visitOn('2026-03-02'))).toBe('matter-suspended');
    expect(story.refused(LEADER, supervisionMatterDecider, replyOf())).toBe('matter-suspended');
    const follower: Who = ['he-follows', LEADER[1]];
    const facts = factsAfter(LEADER[1], left(LEADER, '2026-03-02'), appointed(follower[0], '2026-03-02'));
    story = story.with(facts);
    expect(refused(follower, contactOn('2026-03-02'))).toBe('matter-suspended');
    expect(story.refused(follower, supervisionMatterDecider, replyOf())).toBe('matter-suspended');
  });

  it('is suspended and handed over by who issued it only, to another leader whom the rules foresee', () => {
    running(story);
    expect(refused(LEADER, SUSPEND)).toBe('matter-aimed-at-you');
    expect(refused(highPresident, SUSPEND)).toBe('matter-not-issuing-side');
    expect(refused(highManager, handOverTo(NEXT))).toBe('matter-step-not-open');
    does(highManager, SUSPEND);
    expect(refused(highManager, handOverTo(LEADER))).toBe('assignment-same-leader');
    expect(refused(highManager, handOverTo(highChief))).toBe('matter-responsible-not-entitled');
    expect(refused(highManager, handOverTo(['nobody', '黔.nothing']))).toBe('matter-post-unknown');
    expect(refused(highManager, handOverTo(['nobody', NEXT[1]]))).toBe('matter-responsible-unnamed');
    expect(refused(highPresident, handOverTo(NEXT))).toBe('matter-step-not-yours');
  });

  it('is not handed over to whoever hands it over, who could not close it out then', () => {
    running(story);
    does(highManager, SUSPEND);
    const [person] = highManager;
    story = story.with(factsAfter(NEXT[1], left(NEXT, '2026-03-02'), appointed(person, '2026-03-02')));
    expect(refused(highManager, handOverTo([person, NEXT[1]]))).toBe('matter-aimed-at-you');
  });

  it('is suspended only while somebody is charged with it', () => {
    story.does(highManager, supervisionMatterDecider, draftUntil('2026-09-30'));
    expect(refused(highManager, SUSPEND)).toBe('assignment-not-running');
    story = new MatterStory();
    assigned(story);
    does(highManager, SUSPEND);
    expect(due('reassignment')).toEqual(['2026-03-09']);
  });
});
