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
import { atCourt, draftOf, owner } from '../matter-rules/testing/drafts';
import { WHO } from '../matter-rules/testing/matter-story';
import { ruledBy } from '../matter-rules/testing/ruled-by';
import type { GivenItem } from '../matter-rules/rectification';
import type { SupervisionMatterCommand } from './supervision-matter.decider';
import { InquiryStory, OFFERED } from './testing/inquiry-story';

const { highManager, highOfficer, highVice, midPresident, midVice } = WHO;
const { midManager, lowPresident, lowVice } = WHO;

const reporting = (item: string): SupervisionMatterCommand => ({
  type: 'ReportRectification',
  data: { item, statement: '已降至八件', evidence: [] },
});
const checking = (item: string, passed: boolean, due: string | null = null): SupervisionMatterCommand => ({
  type: 'CheckRectification',
  data: { item, passed, comment: '抽查三案', due },
});
const relapsed = (
  items: readonly GivenItem[],
  screenedReason: string | null = null,
): SupervisionMatterCommand => ({
  type: 'FollowUpMatter',
  data: { holds: false, findings: '积案回升', items, screenedReason },
});

let story: InquiryStory;
beforeEach(() => (story = new InquiryStory()));

describe('an item of rectification', () => {
  it('is reported by its owner, and checked by who accepted it', () => {
    story.accepted();
    expect(story.refuses(highManager, checking('1-1', true))).toBe('matter-step-not-open');
    for (const who of [midPresident, highManager])
      expect(story.refuses(who, reporting('1-1'))).toBe('matter-step-not-yours');
    story.lives(midVice, reporting('1-1'));
    expect(story.refuses(midVice, reporting('1-1'))).toBe('matter-step-not-open');
    for (const who of [midVice, midPresident, highOfficer])
      expect(story.refuses(who, checking('1-1', true))).toBe('matter-step-not-yours');
    story.lives(highManager, checking('1-1', true));
    expect(story.matter.items.get('1-1')).toMatchObject({ status: 'done', duty: null });
    expect(story.owing).toEqual([['matterCloseOut', '2026-06-12']]);
  });

  it('is owed again by a new day where it does not pass', () => {
    story.accepted().lives(midVice, reporting('1-1'));
    expect(story.refuses(highManager, checking('1-1', false))).toBe('matter-item-due-required');
    expect(story.refuses(highManager, checking('1-1', false, '2026-03-01'))).toBe('matter-item-past');
    story.lives(highManager, checking('1-1', false, '2026-06-05'));
    expect(story.owing).toContainEqual(['rectification', '2026-06-05']);
    story.lives(midVice, reporting('1-1'));
    story.lives(highManager, checking('1-1', true));
    expect(story.matter.items.get('1-1')?.status).toBe('done');
  });

  it('is one of those that were laid down', () => {
    story.accepted();
    for (const command of [reporting('1-2'), checking('1-2', true)])
      expect(story.refuses(midVice, command)).toBe('matter-item-unknown');
  });
});

describe('a matter is closed out', () => {
  it('once every item has passed', () => {
    story.accepted();
    expect(story.refuses(highManager, CLOSE_OUT)).toBe('matter-items-open');
    story.lives(midVice, reporting('1-1'));
    expect(story.refuses(highManager, CLOSE_OUT)).toBe('matter-items-open');
    story.lives(highManager, checking('1-1', true));
    story.lives(highManager, CLOSE_OUT);
    expect(story.matter.stage).toBe('closedOut');
  });

  it('by who issued it, and never by those aimed at', () => {
    story.accepted([]);
    for (const who of [midPresident, midVice, highVice, highOfficer])
      expect(story.refuses(who, CLOSE_OUT)).toBe('matter-step-not-yours');
    story.lives(highManager, CLOSE_OUT);
    expect(story.owing).toEqual([['matterFollowUp', '2026-04-01']]);
  });

  it('by its term where nothing is to be put right', () => {
    expect(story.accepted([]).owing).toEqual([['matterCloseOut', '2026-03-16']]);
  });
});

describe('a follow-up', () => {
  it('comes after the closing-out, and before the matter is filed away', () => {
    story.accepted([]);
    expect(story.refuses(highManager, FOLLOW_UP)).toBe('matter-step-not-open');
    story = new InquiryStory().closedOut();
    expect(story.refuses(highManager, ARCHIVE)).toBe('matter-step-not-open');
    expect(story.refuses(midPresident, FOLLOW_UP)).toBe('matter-step-not-yours');
    story.lives(highManager, FOLLOW_UP);
    expect(story.matter).toMatchObject({ stage: 'followedUp', followUps: 1 });
    expect(story.owing).toEqual([['matterArchiving', '2026-04-14']]);
    story.lives(highManager, ARCHIVE);
    expect(story.matter.stage).toBe('archived');
    expect(story.refuses(highManager, ARCHIVE)).toBe('matter-step-not-open');
  });

  it('says what is to be put right again where it was not for good, and only there', () => {
    story.closedOut();
    expect(story.refuses(highManager, relapsed([]))).toBe('matter-relapse-needs-items');
    const holds: SupervisionMatterCommand = {
      type: 'FollowUpMatter',
      data: { holds: true, findings: '没有反弹', items: [OFFERED], screenedReason: null },
    };
    expect(story.refuses(highManager, holds)).toBe('matter-items-without-relapse');
    const past = relapsed([{ ...OFFERED, due: '2026-03-01' }]);
    expect(story.refuses(highManager, past)).toBe('matter-item-past');
  });

  it('asks for no result of a case, and keeps why doubtful words stand', () => {
    story.closedOut();
    const asking = (measure: string) => [{ ...OFFERED, measure }];
    expect(story.refuses(highManager, relapsed(asking('对该案一律改判')))).toBe('matter-demands-result');
    expect(story.refuses(highManager, relapsed(asking('分析改判的原因')))).toBe('matter-wording-doubtful');
    const [followed] = story.lives(highManager, relapsed(asking('分析改判的原因'), '仅指统计口径'));
    expect(followed?.data).toMatchObject({
      screened: [{ field: 'items[0].measure', phrase: '改判' }],
      screenedReason: '仅指统计口径',
    });
  });

  it('that finds a relapse has the matter closed out anew, after what is to be put right', () => {
    story.closedOut().lives(highManager, relapsed([OFFERED]));
    expect(story.matter).toMatchObject({ stage: 'accepted', followUps: 0 });
    expect(story.owing).toEqual([
      ['matterCloseOut', '2026-06-12'],
      ['rectification', '2026-05-29'],
    ]);
    expect(story.refuses(highManager, CLOSE_OUT)).toBe('matter-items-open');
    story.lives(midVice, reporting('1-1'));
    story.lives(highManager, checking('1-1', true));
    story.lives(highManager, CLOSE_OUT);
    expect(story.owing).toEqual([['matterFollowUp', '2026-04-01']]);
  });

  it('is made as often as the rules say, and all of them anew after a relapse', () => {
    story = new InquiryStory(ruledBy({ 'writtenInquiry.followUps': { days: [30, 60] } }));
    story.lives(midManager, {
      type: 'DraftMatter',
      data: draftOf({ targets: [atCourt('黔0102', lowPresident)] }, midVice),
    });
    story.lives(midVice, APPROVE);
    story.lives(midManager, ISSUE);
    for (const command of [RECEIVE, replyOf()]) story.lives(lowPresident, command);
    for (const command of [examined(true), ACCEPT, CLOSE_OUT]) story.lives(midManager, command);
    const twice = [
      ['matterFollowUp', '2026-04-01'],
      ['matterFollowUp', '2026-05-01'],
    ];
    expect(story.owing).toEqual(twice);
    story.lives(midManager, relapsed([{ ...OFFERED, owner: owner(lowVice) }]));
    expect(story.ledger.get('matterFollowUp/2')).toMatchObject({ status: 'waived', waiver: 'superseded' });
    story.lives(lowVice, reporting('1-1'));
    for (const command of [checking('1-1', true), CLOSE_OUT]) story.lives(midManager, command);
    expect(story.owing).toEqual(twice);
    for (const command of [FOLLOW_UP, FOLLOW_UP, ARCHIVE]) story.lives(midManager, command);
    expect(story.matter).toMatchObject({ stage: 'archived', followUps: 2 });
  });
});
