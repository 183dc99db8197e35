import {
  ACCEPT,
  APPROVE,
  ARCHIVE,
  CLOSE_OUT,
  examined,
  FOLLOW_UP,
  ISSUE,
  RECEIVE,
  replyOf,
} from '../matter-rules/testing/commands';
import { draftOf } from '../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import {
  supervisionMatterDecider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import { accountabilityTalkDecider, type AccountabilityTalkCommand } from './accountability-talk.decider';
import { COMMITMENT, heldWith, movedTo, planOf, SIGN } from './testing/talks';

const { highManager, highVice, highPresident, midPresident, midVice } = WHO;

const story = new MatterStory();
const lives = (who: Who, command: SupervisionMatterCommand) =>
  story.does(who, supervisionMatterDecider, command);
const does = (who: Who, command: AccountabilityTalkCommand) =>
  story.does(who, accountabilityTalkDecider, command);
const owed = () => story.owed.map(({ kind, due }) => [kind, due]);

describe('a talk after an inquiry that was not answered', () => {
  it('is the second instrument of the same matter', () => {
    lives(highManager, { type: 'DraftMatter', data: draftOf() });
    lives(highVice, APPROVE);
    lives(highManager, ISSUE);
    lives(midPresident, RECEIVE);
    story.on('2026-03-17');
    lives(highManager, {
      type: 'EscalateMatter',
      data: { to: 'accountabilityTalk', reason: '逾期未答复' },
    });
    const talk = draftOf({ instrument: 'accountabilityTalk', trigger: 'escalation' }, highPresident);
    lives(highManager, { type: 'DraftMatter', data: talk });
    expect(story.matter).toMatchObject({ round: 2, chain: ['writtenInquiry', 'accountabilityTalk'] });
    expect(owed()).toEqual([['talkPlan', '2026-03-20']]);
  });

  it('is planned, approved, announced and moved', () => {
    does(highManager, planOf({ heldOn: '2026-03-24' }));
    lives(highPresident, APPROVE);
    story.on('2026-03-18');
    lives(highManager, ISSUE);
    lives(midPresident, RECEIVE);
    expect(owed()).toEqual([['accountabilityTalk', '2026-04-01']]);
    does(highManager, movedTo('2026-03-25'));
  });

  it('is held, and its record signed, so that a report is owed beside what was promised', () => {
    story.on('2026-03-25');
    does(highManager, heldWith({ commitments: [{ ...COMMITMENT, due: '2026-04-24' }] }));
    story.on('2026-03-26');
    does(midPresident, SIGN);
    expect(owed()).toEqual([
      ['matterReply', '2026-04-25'],
      ['rectification', '2026-04-24'],
    ]);
    expect([...story.matter.items.keys()]).toEqual(['2-1']);
  });

  it('is closed out once the report is accepted and what was promised has passed', () => {
    story.on('2026-04-20');
    lives(midVice, { type: 'ReportRectification', data: { item: '2-1', statement: '已清理', evidence: [] } });
    lives(highManager, {
      type: 'CheckRectification',
      data: { item: '2-1', passed: true, comment: '属实', due: null },
    });
    lives(midPresident, replyOf());
    lives(highManager, examined(true));
    lives(highManager, ACCEPT);
    lives(highManager, CLOSE_OUT);
    expect(owed()).toEqual([
      ['matterFollowUp', '2026-05-20'],
      ['matterFollowUp', '2026-06-19'],
      ['matterFollowUp', '2026-07-19'],
    ]);
  });

  it('is looked at again after thirty, sixty and ninety days, and archived', () => {
    for (const day of ['2026-05-20', '2026-06-19', '2026-07-17']) {
      story.on(day);
      lives(highManager, FOLLOW_UP);
    }
    lives(highManager, ARCHIVE);
    expect(story.matter).toMatchObject({ stage: 'archived', followUps: 3 });
    const undone = [...story.ledger.values()].filter(({ status }) => status !== 'discharged');
    expect(undone).toMatchObject([
      { status: 'waived', terms: { kind: 'matterReply', duty: 'matterReply/1' } },
    ]);
  });
});
