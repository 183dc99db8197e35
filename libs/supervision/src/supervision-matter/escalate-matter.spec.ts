import {
  ACCEPT,
  APPROVE,
  CLOSE_OUT,
  examined,
  ISSUE,
  RECEIVE,
  replyOf,
} from '../matter-rules/testing/commands';
import { atCourt, atPost, draftOf } from '../matter-rules/testing/drafts';
import { WHO } from '../matter-rules/testing/matter-story';
import type { Instrument } from '../matter-rules/instruments';
import type { GivenItem } from '../matter-rules/rectification';
import { ruledBy } from '../matter-rules/testing/ruled-by';
import type { GivenMatter } from './draft-matter';
import type { SupervisionMatterCommand } from './supervision-matter.decider';
import { InquiryStory, OFFERED } from './testing/inquiry-story';

const { highManager, highOfficer, highVice, highPresident, midPresident } = WHO;
const { midVice, midManager, lowPresident, lowVice, system } = WHO;

const escalating = (to: Instrument = 'accountabilityTalk'): SupervisionMatterCommand => ({
  type: 'EscalateMatter',
  data: { to, reason: '两次退回仍未说明' },
});
const TALK = draftOf({ instrument: 'accountabilityTalk', trigger: 'escalation' }, highPresident);
const REPORT: SupervisionMatterCommand = {
  type: 'ReportRectification',
  data: { item: '1-1', statement: '已降至八件', evidence: [] },
};

let story: InquiryStory;
beforeEach(() => (story = new InquiryStory()));

describe('a matter is escalated', () => {
  it('after an answer that was examined, and drafted anew as the next instrument', () => {
    story.received().replied().examined(false).lives(highManager, escalating());
    expect(story.matter).toMatchObject({ stage: 'escalated', escalatedTo: 'accountabilityTalk', round: 1 });
    expect(story.owing).toEqual([['matterDrafting', '2026-03-09']]);
    expect(story.refuses(highManager, { type: 'DraftMatter', data: draftOf() })).toBe(
      'matter-instrument-fixed',
    );
    story.lives(highManager, { type: 'DraftMatter', data: TALK });
    expect(story.matter).toMatchObject({
      ...{ round: 2, chain: ['writtenInquiry', 'accountabilityTalk'], escalatedTo: null },
      ...{ replies: 0, returns: 0, unsatisfied: null },
    });
    expect(story.owing).toEqual([['talkPlan', '2026-03-05']]);
  });

  it('where the answer or what is to be put right is not there in time, and not before', () => {
    story.received();
    expect(story.refuses(highManager, escalating())).toBe('matter-nothing-to-escalate');
    story.on('2026-03-16');
    expect(story.refuses(highManager, escalating())).toBe('matter-nothing-to-escalate');
    story.on('2026-03-17').lives(highManager, escalating());
    story = new InquiryStory().accepted().on('2026-05-29');
    expect(story.refuses(highManager, escalating())).toBe('matter-nothing-to-escalate');
    story.on('2026-05-30').lives(highManager, escalating());
    expect(story.matter.escalatedTo).toBe('accountabilityTalk');
  });

  it('by who issued it, to what the rules foresee', () => {
    story.received().replied().examined(false);
    for (const who of [highVice, highPresident, midManager])
      expect(story.refuses(who, escalating())).toBe('matter-not-issuing-side');
    expect(story.refuses(midPresident, escalating())).toBe('matter-aimed-at-you');
    expect(story.refuses(highManager, escalating('bulletin'))).toBe('matter-escalation-not-foreseen');
  });

  it('and what was not put right is left to the next instrument', () => {
    story.accepted().on('2026-05-30').lives(highManager, escalating());
    expect(story.matter.items.get('1-1')).toMatchObject({ status: 'superseded', duty: null });
    expect(story.refuses(midVice, REPORT)).toBe('matter-step-not-open');
    expect(story.ledger.get('rectification/1')).toMatchObject({ status: 'waived', waiver: 'superseded' });
  });

  it('and is drafted by its approver where its drafter may not issue what is next', () => {
    story.lives(highOfficer, { type: 'DraftMatter', data: draftOf() });
    story.lives(highVice, APPROVE);
    story.lives(highOfficer, ISSUE);
    story.on('2026-03-05').lives(system, { type: 'LapseReceipt', data: { duty: 'matterReceipt/1' } });
    story.lives(midPresident, replyOf());
    story.lives(highOfficer, examined(false));
    story.lives(highOfficer, escalating());
    expect(story.refuses(highOfficer, { type: 'DraftMatter', data: TALK })).toBe('matter-step-not-yours');
    story.lives(highVice, { type: 'DraftMatter', data: TALK });
    expect(story.matter.issuer).toMatchObject({ post: highVice[1] });
  });

  it('to nothing that neither its drafter nor its approver may issue', () => {
    const [issuers, approvers] = [['president'], ['partySecretary']];
    const route = { issuers, approvers, reach: 'beneath', answeredBy: 'target', responsible: ['president'] };
    story = new InquiryStory(ruledBy({ 'accountabilityTalk.routes': { routes: [route] } }));
    const inquiry = draftOf({ targets: [atCourt('黔0102', lowPresident)] }, midVice);
    story.lives(midManager, { type: 'DraftMatter', data: inquiry });
    story.lives(midVice, APPROVE);
    story.lives(midManager, ISSUE);
    story.lives(lowPresident, RECEIVE);
    story.on('2026-03-17');
    expect(story.refuses(midManager, escalating())).toBe('matter-issuer-not-entitled');
  });
});

describe('the next instrument', () => {
  it('is closed out by what it brings about itself', () => {
    story = new InquiryStory(ruledBy({ 'deadlineOrder.escalation': { to: ['writtenInquiry'] } }));
    const owner = { court: '黔0102', post: lowVice[1], person: null };
    const order = {
      instrument: 'deadlineOrder',
      targets: [atPost(lowPresident)],
      deadline: '2026-04-01',
    } as const;
    answered(order, [{ ...OFFERED, owner, due: '2026-03-20' }]);
    story.on('2026-03-21').lives(midManager, escalating('writtenInquiry'));
    answered({ targets: [atCourt('黔0102', lowPresident)] }, []);
    story.lives(midManager, CLOSE_OUT);
    expect(story.matter).toMatchObject({ stage: 'closedOut', round: 2 });
    expect([...story.matter.items.values()]).toMatchObject([{ status: 'superseded' }]);
  });
});

/** A matter of the intermediate court, up to the acceptance of its answer. */
function answered(changes: Partial<GivenMatter>, items: readonly GivenItem[]) {
  story.lives(midManager, { type: 'DraftMatter', data: draftOf(changes, midVice) });
  story.lives(midVice, APPROVE);
  story.lives(midManager, ISSUE);
  story.lives(lowPresident, RECEIVE);
  story.lives(lowPresident, replyOf(1, items));
  story.lives(midManager, examined(true));
  story.lives(midManager, ACCEPT);
}
