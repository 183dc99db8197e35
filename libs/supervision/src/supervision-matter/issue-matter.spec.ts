import { APPROVE, ARCHIVE, CLOSE_OUT, FOLLOW_UP, ISSUE, RECEIVE } from '../matter-rules/testing/commands';
import { atPost, draftOf } from '../matter-rules/testing/drafts';
import { WHO, type Who } from '../matter-rules/testing/matter-story';
import type { SupervisionMatterCommand } from './supervision-matter.decider';
import { InquiryStory } from './testing/inquiry-story';

const { highManager, highOfficer, highVice, highPresident, highInspector, system } = WHO;
const { midPresident, midVice, midManager, lowManager, lowVice, lowChief } = WHO;

const DECLINE: SupervisionMatterCommand = { type: 'DeclineMatter', data: { reason: '事由不清' } };
const CANCEL: SupervisionMatterCommand = { type: 'CancelMatter', data: { reason: '情况已经变化' } };
const lapse = (duty: string): SupervisionMatterCommand => ({ type: 'LapseReceipt', data: { duty } });

let story: InquiryStory;
beforeEach(() => (story = new InquiryStory()));

const lastOf = () => story.events.at(-1)?.data;

describe('approval', () => {
  it('is owed by the approver alone, who may decline', () => {
    story.drafted();
    for (const who of [highManager, highOfficer, highPresident, midPresident])
      expect(story.refuses(who, APPROVE)).toBe('matter-step-not-yours');
    expect(story.refuses(highPresident, DECLINE)).toBe('matter-step-not-yours');
    story.lives(highVice, DECLINE);
    expect(story.refuses(highVice, APPROVE)).toBe('matter-step-not-open');
    expect(story.matter.stage).toBe('draft');
  });

  it('comes before the issue', () => {
    story.drafted();
    expect(story.refuses(highManager, ISSUE)).toBe('matter-step-not-open');
    story.lives(highVice, APPROVE);
    expect(story.owing).toEqual([['matterIssue', '2026-03-04']]);
    expect(story.refuses(highVice, DECLINE)).toBe('matter-step-not-open');
  });
});

describe('the issue', () => {
  it('tells those aimed at all that it says, and by its number', () => {
    story.issued();
    expect(lastOf()).toMatchObject({
      ...{ number: '黔高法督〔2026〕1号', title: '关于长期未结案件的函询', demands: [{ measure: null }] },
      targets: [{ court: '黔01', responsible: { post: midPresident[1] } }],
      charges: [{ duty: 'matterReceipt/1', due: '2026-03-04', holder: { post: midPresident[1] } }],
    });
    expect(story.matter).toMatchObject({ stage: 'issued', issuedOn: '2026-03-02' });
  });

  it('is its drafter’s, once', () => {
    story.drafted().lives(highVice, APPROVE);
    for (const who of [highVice, highOfficer, midPresident])
      expect(story.refuses(who, ISSUE)).toBe('matter-step-not-yours');
    story.lives(highManager, ISSUE);
    expect(story.refuses(highManager, ISSUE)).toBe('matter-step-not-open');
  });

  it('is not for whom it is aimed at, in whichever post they are by then', () => {
    const inquiry = draftOf({ targets: [atPost(lowChief)] }, lowVice);
    story.lives(lowManager, { type: 'DraftMatter', data: inquiry });
    story.lives(lowVice, APPROVE);
    const promoted: Who = [lowChief[0], lowManager[1]];
    story.lives(lowManager, ISSUE);
    story.lives(lowChief, RECEIVE);
    expect(story.refuses(promoted, CANCEL)).toBe('matter-aimed-at-you');
  });
});

describe('the receipt', () => {
  it('is signed by who answers, and the answer is owed from then on', () => {
    story.issued();
    for (const who of [midVice, midManager, highManager])
      expect(story.refuses(who, RECEIVE)).toBe('matter-step-not-yours');
    expect(story.refuses(midPresident, { type: 'ReceiveMatter', data: { duty: 'matterReceipt/2' } })).toBe(
      'matter-step-not-open',
    );
    story.lives(midPresident, { type: 'ReceiveMatter', data: { duty: 'matterReceipt/1' } });
    expect(story.owing).toEqual([['matterReply', '2026-03-16']]);
    expect(story.matter.answerers).toEqual([midPresident[0]]);
  });

  it('lapses once its day is over, and what follows is not held up', () => {
    story.issued();
    expect(story.refuses(midPresident, lapse('matterReceipt/1'))).toBe('matter-lapse-by-system');
    story.on('2026-03-04');
    expect(story.refuses(system, lapse('matterReceipt/1'))).toBe('matter-step-not-lapsed');
    story.on('2026-03-05');
    expect(story.refuses(system, lapse('matterIssue/1'))).toBe('matter-step-not-open');
    story.lives(system, lapse('matterReceipt/1'));
    expect(lastOf()).toMatchObject({ fulfils: [], drops: [{ duty: 'matterReceipt/1', waiver: 'lapsed' }] });
    expect(story.matter).toMatchObject({ stage: 'received', answerers: [] });
    expect(story.owing).toEqual([['matterReply', '2026-03-19']]);
    expect(story.refuses(midPresident, RECEIVE)).toBe('matter-step-not-open');
  });
});

describe('a matter is cancelled', () => {
  it.each<[string, Who]>([
    ['who drafted', highManager],
    ['who approves', highVice],
  ])('by %s it, before it is answered', (_, who) => {
    story.received().lives(who, CANCEL);
    expect(story.matter).toMatchObject({ stage: 'cancelled' });
    expect(story.owing).toEqual([]);
    expect(story.refuses(who, CANCEL)).toBe('matter-step-not-open');
  });

  it('by nobody else', () => {
    story.received();
    for (const who of [highOfficer, highInspector, highPresident])
      expect(story.refuses(who, CANCEL)).toBe('matter-not-issuing-side');
    expect(story.refuses(midPresident, CANCEL)).toBe('matter-aimed-at-you');
  });

  it('not once it was answered, nor once it was escalated', () => {
    story.received().on('2026-03-17');
    const late = new InquiryStory().received().on('2026-03-17');
    story.replied();
    expect(story.refuses(highManager, CANCEL)).toBe('matter-already-answered');
    late.lives(highManager, { type: 'EscalateMatter', data: { to: 'accountabilityTalk', reason: '未答复' } });
    expect(late.refuses(highManager, CANCEL)).toBe('matter-already-answered');
  });

  it('not once it was closed out, nor once it was filed away', () => {
    story.closedOut();
    expect(story.refuses(highManager, CANCEL)).toBe('matter-already-answered');
    for (const command of [FOLLOW_UP, ARCHIVE]) story.lives(highManager, command);
    expect(story.refuses(highManager, CANCEL)).toBe('matter-step-not-open');
    expect(story.refuses(highManager, CLOSE_OUT)).toBe('matter-step-not-open');
  });
});
