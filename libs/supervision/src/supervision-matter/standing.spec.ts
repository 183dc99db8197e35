import type { Position, Recorded } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import type { MatterEvent } from '../matter-rules/matter-events';
import { document } from '../court-rules/testing/nanming-case';
import { eventsShownToTargets } from '../matter-rules/sight';
import { ACCEPT, APPROVE, CLOSE_OUT, FOLLOW_UP, ISSUE, RECEIVE } from '../matter-rules/testing/commands';
import { atCourt, atPost, draftOf } from '../matter-rules/testing/drafts';
import { WHO } from '../matter-rules/testing/matter-story';
import { ruledBy } from '../matter-rules/testing/ruled-by';
import type { GivenMatter } from './draft-matter';
import { standingOf } from './standing';
import type { SupervisionMatterCommand } from './supervision-matter.decider';
import { InquiryStory, OFFERED } from './testing/inquiry-story';

const { highManager, highVice, highPresident, highInspector, midPresident, midVice } = WHO;
const { midManager, lowPresident } = WHO;

const escalating = (to: 'inspectorateReferral' | 'writtenInquiry'): SupervisionMatterCommand => ({
  type: 'EscalateMatter',
  data: { to, reason: '逾期未答复' },
});
const REFERRAL = draftOf(
  { instrument: 'inspectorateReferral', demands: [], targets: [atCourt('黔01', highInspector)] },
  highPresident,
);
const RETURN: SupervisionMatterCommand = {
  type: 'ReturnReply',
  data: { reason: '没有写明原因', screenedReason: null },
};
const reporting = (name: string): SupervisionMatterCommand => ({
  type: 'ReportRectification',
  data: { item: '1-1', statement: '已降至八件', evidence: [{ ...document, name }] },
});
const checking = (passed: boolean): SupervisionMatterCommand => ({
  type: 'CheckRectification',
  data: { item: '1-1', passed, comment: '抽查三案', due: passed ? null : '2026-06-05' },
});

let story: InquiryStory;
beforeEach(() => (story = new InquiryStory()));

const recorded = (events: InquiryStory['events']): readonly Recorded<MatterEvent>[] =>
  events.map((event, index) => ({
    ...event,
    position: `business:${String(index + 1)}` as Position,
    leafHash: '0'.repeat(64),
  }));

/** What the issuing side is told. */
const within = () => standingOf(recorded(story.events), true);

/** What those aimed at are told. */
function beside() {
  const shown = eventsShownToTargets(story.events);
  return standingOf(recorded(story.events.filter(({ header }) => shown.has(header.id))), false);
}

const kindsOwed = (standing: ReturnType<typeof within>) =>
  standing?.owed.map(({ duty }) => duty.split('/')[0]);

describe('how a matter stands', () => {
  it('is nothing to those aimed at until it is issued', () => {
    story.drafted();
    expect(beside()).toBeUndefined();
    expect(within()).toMatchObject({
      ...{ round: 1, stage: 'draft', issuer: { court: '黔', post: highManager[1] } },
      rounds: [{ round: 1, instrument: 'writtenInquiry', number: null, letter: null, issuedAt: null }],
      owed: [{ duty: 'matterApproval/1', post: highVice[1], due: '2026-03-05' }],
    });
  });

  it('is the same for both sides from then on', () => {
    story.issued();
    expect(beside()).toEqual(within());
    expect(beside()).toMatchObject({
      stage: 'issued',
      rounds: [{ number: '黔高法督〔2026〕1号', issuedAt: '2026-03-02T01:00:00.000Z' }],
      targets: [{ court: '黔01', responsible: { post: midPresident[1] } }],
      owed: [{ duty: 'matterReceipt/1', post: midPresident[1] }],
    });
  });

  it('has each answer with its examination, and why it was returned', () => {
    story.received().replied().examined(false).lives(highManager, RETURN);
    story.replied().examined();
    expect(within()?.replies).toMatchObject([
      { reply: 1, findings: [{ satisfied: false }], opinion: '逐项核对', returnedFor: '没有写明原因' },
      { reply: 2, findings: [{ satisfied: true }], opinion: '逐项核对', returnedFor: null },
    ]);
    expect(beside()?.replies).toEqual(within()?.replies);
  });

  it('has no examination of an answer before there is one', () => {
    story.received().replied();
    expect(within()?.replies).toMatchObject([{ reply: 1, findings: [], opinion: null, returnedFor: null }]);
  });

  it('does not tell those aimed at that the matter is to be filed away', () => {
    story.closedOut().lives(highManager, FOLLOW_UP);
    expect(kindsOwed(within())).toEqual(['matterArchiving']);
    expect(beside()).toMatchObject({ stage: 'followedUp', owed: [] });
  });
});

describe('an item of rectification stands', () => {
  const item = () => within()?.items[0];

  it('open, reported, open again where it does not pass, and done, with all that was shown for it', () => {
    story.accepted();
    expect(item()).toMatchObject({ item: '1-1', status: 'open', evidence: [], owner: { post: midVice[1] } });
    story.lives(midVice, reporting('一'));
    expect(item()?.status).toBe('reported');
    story.lives(highManager, checking(false));
    expect(item()?.status).toBe('open');
    story.lives(midVice, reporting('二'));
    story.lives(highManager, checking(true));
    expect(item()).toMatchObject({ status: 'done', evidence: [{ name: '一' }, { name: '二' }] });
    expect(beside()?.items).toEqual(within()?.items);
  });

  it('left to the next instrument unless it is done', () => {
    story.received().replied([OFFERED, OFFERED]).examined().lives(highManager, ACCEPT);
    story.lives(midVice, reporting('一'));
    story.lives(highManager, checking(true));
    story.on('2026-05-30').lives(highManager, escalating('inspectorateReferral'));
    expect(within()?.items.map(({ status }) => status)).toEqual(['done', 'superseded']);
    expect(beside()?.items.map(({ status }) => status)).toEqual(['done', 'open']);
  });

  it('laid down again after a relapse by the number that follows', () => {
    story.accepted();
    story.lives(midVice, reporting('一'));
    story.lives(highManager, checking(true));
    story.lives(highManager, CLOSE_OUT);
    const data = { holds: false, findings: '反弹', items: [OFFERED], screenedReason: null };
    story.lives(highManager, { type: 'FollowUpMatter', data });
    expect(beside()?.items.map(({ item: number, status }) => [number, status])).toEqual([
      ['1-1', 'done'],
      ['1-2', 'open'],
    ]);
    expect(beside()?.stage).toBe('accepted');
  });
});

describe('a round that is kept from those aimed at', () => {
  it('shows in nothing, whatever becomes of it', () => {
    story.received().on('2026-03-17');
    const known = beside();
    story.lives(highManager, escalating('inspectorateReferral'));
    expect(beside()).toEqual(known);
    story.lives(highManager, { type: 'DraftMatter', data: REFERRAL });
    expect(beside()).toEqual(known);
    story.lives(highPresident, APPROVE);
    expect(beside()).toEqual(known);
    story.lives(highManager, ISSUE);
    expect(beside()).toEqual(known);
    expect(within()).toMatchObject({
      ...{ round: 2, stage: 'issued', instrument: 'inspectorateReferral', replies: [] },
      rounds: [
        { round: 1, escalatedFor: '逾期未答复' },
        { round: 2, escalatedFor: null },
      ],
      owed: [{ duty: 'matterReceipt/2', post: highInspector[1] }],
    });
  });

  it('shows once it is issued to them, with the reason for which it came to it', () => {
    story = new InquiryStory(ruledBy({ 'deadlineOrder.escalation': { to: ['writtenInquiry'] } }));
    issuedBelow({ instrument: 'deadlineOrder', targets: [atPost(lowPresident)], deadline: '2026-04-01' });
    story.lives(lowPresident, RECEIVE);
    story.on('2026-04-02').lives(midManager, escalating('writtenInquiry'));
    const known = beside();
    expect(known).toMatchObject({ round: 1, stage: 'received', rounds: [{ escalatedFor: null }] });
    expect(kindsOwed(known)).toEqual(['matterReply']);
    issuedBelow({ targets: [atCourt('黔0102', lowPresident)] }, () => {
      expect(beside()).toEqual(known);
    });
    expect(beside()).toEqual(within());
    expect(beside()).toMatchObject({
      ...{ round: 2, instrument: 'writtenInquiry', stage: 'issued' },
      rounds: [
        { instrument: 'deadlineOrder', escalatedFor: '逾期未答复' },
        { instrument: 'writtenInquiry', escalatedFor: null },
      ],
    });
  });

  /** By the intermediate court. @param before the issue: what must hold then */
  function issuedBelow(changes: Partial<GivenMatter>, before: () => void = () => undefined) {
    story.lives(midManager, { type: 'DraftMatter', data: draftOf(changes, midVice) });
    story.lives(midVice, APPROVE);
    before();
    story.lives(midManager, ISSUE);
  }
});

describe('a matter handed over', () => {
  it('is answered for, and owed, by the new leader', () => {
    story.received();
    const to = { ...story.matter.issuer, post: highVice[1] };
    const from = story.matter.content.targets[0]?.responsible ?? to;
    const step = { round: 1, fulfils: [], drops: [], charges: [], duties: ['matterReply/1'], reason: '轮岗' };
    const header = someHeader({ id: 'handed over' });
    story.events.push({ type: 'AssignmentHandedOver', data: { ...step, from, to }, header });
    expect(within()).toMatchObject({
      targets: [{ responsible: { post: highVice[1] } }],
      owed: [{ duty: 'matterReply/1', post: highVice[1], due: '2026-03-16' }],
    });
  });
});
