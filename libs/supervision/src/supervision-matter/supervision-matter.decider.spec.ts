import { someAct } from '@liuhen/kernel/testing';
import { accountabilityTalkDecider } from '../accountability-talk/accountability-talk.decider';
import { APPROVE, ARCHIVE, CLOSE_OUT, FOLLOW_UP, RECEIVE } from '../matter-rules/testing/commands';
import { draftOf } from '../matter-rules/testing/drafts';
import { WHO } from '../matter-rules/testing/matter-story';
import { supervisionMatterDecider } from './supervision-matter.decider';
import { InquiryStory } from './testing/inquiry-story';

const { highManager, highVice, midPresident, midVice } = WHO;

let story: InquiryStory;
beforeEach(() => (story = new InquiryStory()));

describe('an inquiry between courts', () => {
  it('goes from draft to archive, each step owed by somebody', () => {
    story.accepted();
    const item = { item: '1-1', statement: '已降至八件', evidence: [] };
    story.lives(midVice, { type: 'ReportRectification', data: item });
    const checked = { item: '1-1', passed: true, comment: '属实', due: null };
    story.lives(highManager, { type: 'CheckRectification', data: checked });
    for (const command of [CLOSE_OUT, FOLLOW_UP, ARCHIVE]) story.lives(highManager, command);
    expect(story.matter).toMatchObject({ stage: 'archived', round: 1 });
    expect(story.owing).toEqual([]);
    const duties = [...story.ledger.values()];
    expect(duties.map(({ terms, status }) => [terms.kind, status])).toEqual(
      [
        ...['matterApproval', 'matterIssue', 'matterReceipt', 'matterReply', 'replyExamination'],
        ...['matterOutcome', 'matterCloseOut', 'rectification', 'rectificationCheck'],
        ...['matterFollowUp', 'matterArchiving'],
      ].map((kind) => [kind, 'discharged']),
    );
  });

  it('is nothing before it is drafted', () => {
    expect(story.refuses(highVice, APPROVE)).toBe('matter-not-found');
  });

  it('takes no step of another instrument', () => {
    story.received();
    const command = { type: 'LapseTalkSignature', data: { duty: 'talkSignature/1' } } as const;
    expect(story.refused(midPresident, accountabilityTalkDecider, command)).toBe('matter-wrong-instrument');
  });

  it('comes from no case system', () => {
    const act = { ...someAct(), source: 'imported' } as const;
    const state = supervisionMatterDecider.initial;
    const draft = { type: 'DraftMatter', data: draftOf() } as const;
    expect(supervisionMatterDecider.decide(draft, state, act, story.facts)).toMatchObject({
      code: 'import-not-permitted',
    });
    story.drafted();
    const drafted = { matter: story.matter, own: null };
    expect(supervisionMatterDecider.decide(RECEIVE, drafted, act, story.facts)).toMatchObject({
      code: 'import-not-permitted',
    });
  });
});
