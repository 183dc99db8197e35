import { ACCEPT, APPROVE, examined, ISSUE, RECEIVE, replyOf } from '../matter-rules/testing/commands';
import { atCourt, draftOf } from '../matter-rules/testing/drafts';
import { WHO } from '../matter-rules/testing/matter-story';
import type { SupervisionMatterCommand } from './supervision-matter.decider';
import { InquiryStory, OFFERED } from './testing/inquiry-story';

const { highManager, highOfficer, highVice, midPresident, midVice, lowManager, lowVice, lowChief } = WHO;

const back = (reason: string, screenedReason: string | null = null): SupervisionMatterCommand => ({
  type: 'ReturnReply',
  data: { reason, screenedReason },
});
const RETURN = back('没有写明原因');

let story: InquiryStory;
beforeEach(() => (story = new InquiryStory()));

describe('an answer is examined', () => {
  it('demand by demand, by who asked', () => {
    story.received();
    expect(story.refuses(highManager, examined(true))).toBe('matter-step-not-open');
    story.replied();
    for (const who of [highVice, highOfficer, midPresident])
      expect(story.refuses(who, examined(true))).toBe('matter-step-not-yours');
    const none: SupervisionMatterCommand = { type: 'ExamineReply', data: { findings: [], opinion: '可' } };
    expect(story.refuses(highManager, none)).toBe('matter-findings-incomplete');
    story.examined(false);
    expect(story.matter).toMatchObject({ stage: 'examined', unsatisfied: 1 });
    expect(story.owing).toEqual([['matterOutcome', '2026-03-05']]);
  });

  it('within one court by its trial management, and not by the division that gave it', () => {
    const inquiry = draftOf({ targets: [atCourt('黔0102', lowChief)] }, lowVice);
    story.lives(lowManager, { type: 'DraftMatter', data: inquiry });
    story.lives(lowVice, APPROVE);
    story.lives(lowManager, ISSUE);
    story.lives(lowChief, RECEIVE);
    story.lives(lowChief, replyOf());
    expect(story.refuses(lowChief, examined(true))).toBe('matter-step-not-yours');
    story.lives(lowManager, examined(true));
    expect(story.matter.issuer.party).toBe('trialManagement');
  });

  it('before it is accepted or returned', () => {
    story.received().replied();
    for (const command of [ACCEPT, RETURN])
      expect(story.refuses(highManager, command)).toBe('matter-step-not-open');
  });
});

describe('an answer is accepted', () => {
  it('once every demand is met, and what it offers is charged to its owners', () => {
    story.received().replied().examined(false);
    expect(story.refuses(highManager, ACCEPT)).toBe('matter-finding-unsatisfied');
    story = new InquiryStory().received().replied().examined();
    for (const who of [highOfficer, midPresident])
      expect(story.refuses(who, ACCEPT)).toBe('matter-step-not-yours');
    story.lives(highManager, ACCEPT);
    expect(story.owing).toEqual([
      ['matterCloseOut', '2026-06-12'],
      ['rectification', '2026-05-29'],
    ]);
    expect(story.matter.open.get('rectification/1')?.holder).toMatchObject({ post: midVice[1] });
    expect([...story.matter.items.keys()]).toEqual(['1-1']);
  });

  it('not where what it offers is over by then', () => {
    story.received().replied([{ ...OFFERED, due: '2026-03-03' }]);
    story.on('2026-03-04').examined();
    expect(story.refuses(highManager, ACCEPT)).toBe('matter-item-past');
  });
});

describe('an answer is returned', () => {
  it('to be given again by the term for it, as often as the rules say', () => {
    story.received();
    for (const nth of [1, 2]) {
      story.replied().examined(false).lives(highManager, RETURN);
      expect(story.matter).toMatchObject({ stage: 'received', returns: nth });
      expect(story.owing).toEqual([['matterReply', '2026-03-09']]);
    }
    story.replied().examined(false);
    expect(story.refuses(highManager, RETURN)).toBe('matter-returns-exhausted');
    expect(story.matter.replies).toBe(3);
  });

  it('in words that ask for no result', () => {
    story.received().replied().examined(false);
    expect(story.refuses(highManager, back('应当改判'))).toBe('matter-demands-result');
    expect(story.refuses(highManager, back('没有说明改判的原因'))).toBe('matter-wording-doubtful');
    const [returned] = story.lives(highManager, back('没有说明改判的原因', '仅指统计口径'));
    expect(returned?.data).toMatchObject({
      ...{ nth: 1, screenedReason: '仅指统计口径' },
      screened: [{ field: 'reason', phrase: '改判' }],
    });
  });

  it('and the later answer is examined anew', () => {
    story.received().replied().examined(false).lives(highManager, RETURN);
    story.lives(midPresident, replyOf());
    expect(story.matter).toMatchObject({ unsatisfied: null, replies: 2 });
    story.examined().lives(highManager, ACCEPT);
    expect(story.matter.stage).toBe('accepted');
    expect([...story.matter.items.keys()]).toEqual([]);
  });
});
