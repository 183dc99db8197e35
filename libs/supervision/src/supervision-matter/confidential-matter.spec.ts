import { matterFileOf } from '../matter-file/matter-file-of';
import { eventsShownToTargets } from '../matter-rules/sight';
import { APPROVE, ARCHIVE, ISSUE, RECEIVE } from '../matter-rules/testing/commands';
import { atCourt, draftOf } from '../matter-rules/testing/drafts';
import { WHO } from '../matter-rules/testing/matter-story';
import { InquiryStory } from './testing/inquiry-story';

const { highManager, highVice, highPresident, highInspector, midPresident } = WHO;

/** 督察移送: what the inspectors of the issuing court are to look into. */
const REFERRAL = draftOf(
  { instrument: 'inspectorateReferral', demands: [], targets: [atCourt('黔01', highInspector)] },
  highPresident,
);

let story: InquiryStory;
beforeEach(() => (story = new InquiryStory()));

const file = () => matterFileOf(story.matter);

describe('a referral to the inspectors', () => {
  it('is received and filed away within the issuing court, and no other ever learns of it', () => {
    story.lives(highManager, { type: 'DraftMatter', data: REFERRAL });
    story.lives(highPresident, APPROVE);
    story.lives(highManager, ISSUE);
    expect(story.refuses(midPresident, RECEIVE)).toBe('matter-step-not-yours');
    story.lives(highInspector, RECEIVE);
    story.lives(highManager, ARCHIVE);
    expect(story.matter).toMatchObject({ stage: 'archived', confidential: true, told: [] });
    expect(file().targetCourts).toEqual([]);
    expect(eventsShownToTargets(story.events).size).toBe(0);
  });

  it('has inspectors who are of the issuing side', () => {
    story.lives(highManager, { type: 'DraftMatter', data: REFERRAL });
    story.lives(highPresident, APPROVE);
    story.lives(highManager, ISSUE);
    expect(file().involved.map(({ post }) => post)).toContain(highInspector[1]);
    expect(file().aimedAt).toEqual([]);
  });

  it('into which an inquiry was escalated leaves the court aimed at with the inquiry', () => {
    story.received().on('2026-03-17');
    const data = { to: 'inspectorateReferral', reason: '逾期未答复' } as const;
    story.lives(highManager, { type: 'EscalateMatter', data });
    story.lives(highManager, { type: 'DraftMatter', data: REFERRAL });
    story.lives(highPresident, APPROVE);
    story.lives(highManager, ISSUE);
    expect(file().targetCourts).toEqual(['黔01']);
    const shown = eventsShownToTargets(story.events);
    const types = story.events.filter(({ header }) => shown.has(header.id)).map(({ type }) => type);
    expect(types).toEqual(['MatterIssued', 'MatterReceived']);
  });
});

describe('an inquiry', () => {
  it('is the issuing side’s alone until it is issued', () => {
    story.drafted().lives(highVice, APPROVE);
    expect(file().targetCourts).toEqual([]);
    story.lives(highManager, ISSUE);
    expect(file()).toMatchObject({ issuerCourt: '黔', targetCourts: ['黔01'] });
  });

  it('is told in events of the inner file, whatever happens', () => {
    story.closedOut();
    expect(new Set(story.events.map(({ header }) => header.secrecy))).toEqual(new Set(['inner']));
    expect(story.events.every(({ header }) => header.basis.length > 0)).toBe(true);
  });
});
