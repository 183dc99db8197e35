import { atCourt, atPost, draftOf, onCase, owner } from '../matter-rules/testing/drafts';
import { WHO, type Who } from '../matter-rules/testing/matter-story';
import type { GivenMatter } from './draft-matter';
import { InquiryStory } from './testing/inquiry-story';

const { highManager, highOfficer, highVice, highPresident, highInspector } = WHO;
const { midPresident, midJudge, otherPresident, lowManager, lowVice, lowChief, lowJudge } = WHO;

let story: InquiryStory;
beforeEach(() => (story = new InquiryStory()));

const refuses = (changes: Partial<GivenMatter>, who: Who = highManager, approver: Who = highVice) =>
  story.refuses(who, { type: 'DraftMatter', data: draftOf(changes, approver) });

const case01 = '（2026）黔01民终8号';
const demand = { category: 'progress', text: '报告进展', measure: 'panelReport' } as const;
const court = atCourt('黔01', midPresident);
const answeredBy = (post: string) => ({ ...court, responsible: { court: '黔01', post, person: null } });

describe('a draft', () => {
  it('is approved by who leads its drafter, and both answer as the court above', () => {
    const [drafted] = story.lives(highManager, { type: 'DraftMatter', data: draftOf() });
    expect(drafted?.data).toMatchObject({
      round: 1,
      issuer: { post: highManager[1], party: 'upperAndLowerCourts' },
      approver: { post: highVice[1], party: 'upperAndLowerCourts' },
      charges: [{ duty: 'matterApproval/1', holder: { post: highVice[1] }, due: '2026-03-05' }],
      confidential: false,
    });
  });

  it('rests on the law that lets one court supervise another, and on the court’s rules', () => {
    story.drafted();
    const statutes = story.events[0]?.header.basis.flatMap((basis) =>
      'statute' in basis ? basis.statute : [],
    );
    expect(statutes).toContain('中华人民共和国人民法院组织法');
    expect(story.events[0]?.header).toMatchObject({ secrecy: 'inner' });
  });

  it('on a case names a lawful measure, and the case by its canonical number', () => {
    story.drafted({ demands: [demand], targets: [onCase('(2026)黔01民终8号', midPresident)] });
    expect(story.matter.content.targets).toMatchObject([{ caseNumber: case01 }]);
  });

  it('keeps the words that were warned of, with the reason for which they stand', () => {
    const demands = [{ ...demand, measure: null, text: '说明改判率上升的原因' }];
    story.drafted({ demands, screenedReason: '仅指统计口径' });
    expect(story.events[0]?.data).toMatchObject({
      screened: [{ field: 'demands[0].text', phrase: '改判' }],
      screenedReason: '仅指统计口径',
    });
  });

  it('aims at whoever holds a post for one, and at the person of a post for many', () => {
    const post = { ...atPost(midPresident), person: 'somebody' };
    story.drafted({ targets: [post] });
    expect(story.matter.content.targets).toMatchObject([{ post: midPresident[1], person: null }]);
    const inquiry = draftOf({ targets: [atPost(lowJudge)] }, lowVice);
    const [drafted] = new InquiryStory().lives(lowManager, { type: 'DraftMatter', data: inquiry });
    expect(drafted?.data).toMatchObject({ targets: [{ person: lowJudge[0] }] });
  });

  it('is drafted again, by who drafted it, after it was declined', () => {
    story.drafted().lives(highVice, { type: 'DeclineMatter', data: { reason: '事由不清' } });
    expect(story.owing).toEqual([['matterDrafting', '2026-03-09']]);
    const again = draftOf({ cause: '连续三个季度偏离' });
    expect(story.refuses(highOfficer, { type: 'DraftMatter', data: again })).toBe('matter-step-not-yours');
    story.lives(highManager, { type: 'DraftMatter', data: again });
    expect(story.matter).toMatchObject({ round: 1, chain: ['writtenInquiry'], stage: 'draft' });
    expect(story.owing).toEqual([['matterApproval', '2026-03-05']]);
  });

  it('is made once, and again only as the same instrument', () => {
    story.drafted();
    expect(refuses({})).toBe('matter-already-drafted');
    story.lives(highVice, { type: 'DeclineMatter', data: { reason: '事由不清' } });
    expect(refuses({ instrument: 'accountabilityTalk' }, highManager, highPresident)).toBe(
      'matter-instrument-fixed',
    );
  });
});

describe('a draft is refused', () => {
  it.each<[string, string, Partial<GivenMatter>]>([
    [
      'matter-target-kind-not-foreseen',
      'an inspection of a post',
      { instrument: 'onSiteInspection', targets: [atPost(midPresident)] },
    ],
    ['matter-targets-too-many', 'two courts', { targets: [court, atCourt('黔03', otherPresident)] }],
    [
      'matter-target-repeated',
      'the same court twice',
      { instrument: 'taskingMeeting', demands: [], targets: [court, court] },
    ],
    [
      'matter-target-incomplete',
      'a division without its name',
      { targets: [{ ...court, kind: 'division' }] },
    ],
    ['matter-target-incomplete', 'a post without its id', { targets: [{ ...court, kind: 'post' }] }],
    ['matter-target-incomplete', 'a case without its number', { targets: [{ ...court, kind: 'case' }] }],
    [
      'matter-target-incomplete',
      'an indicator without its name',
      { targets: [{ ...court, kind: 'indicator' }] },
    ],
    ['matter-target-incomplete', 'a person in no post', { targets: [{ ...court, person: 'zhou-min' }] }],
    [
      'matter-case-number-invalid',
      'what is no number of a case',
      { targets: [onCase('2026民终8号', midPresident)], demands: [demand] },
    ],
    [
      'matter-case-elsewhere',
      'a case of another court',
      { targets: [onCase('（2026）黔03民终8号', midPresident)], demands: [demand] },
    ],
    ['matter-demand-missing', 'no demand', { demands: [] }],
    ['matter-demand-not-here', 'a demand before the meeting', { instrument: 'taskingMeeting' }],
    [
      'matter-case-measure-required',
      'a demand on a case that is no lawful measure',
      { targets: [onCase(case01, midPresident)] },
    ],
    ['matter-measure-without-case', 'a measure where there is no case', { demands: [demand] }],
    ['matter-deadline-not-here', 'a day that the rules set', { deadline: '2026-04-01' }],
    [
      'matter-deadline-required',
      'no day where the drafter sets it',
      { instrument: 'deadlineOrder', targets: [atPost(midPresident)] },
    ],
    [
      'matter-deadline-out-of-bounds',
      'a day too soon',
      { instrument: 'deadlineOrder', targets: [atPost(midPresident)], deadline: '2026-03-02' },
    ],
    [
      'matter-demands-result',
      'a result in the title, whatever the reason',
      { title: '关于一律改判的函', screenedReason: '情况特殊' },
    ],
    [
      'matter-demands-result',
      'a result in a demand',
      { demands: [{ ...demand, measure: null, text: '该案应当改判' }] },
    ],
    [
      'matter-wording-doubtful',
      'doubtful words without a reason',
      { demands: [{ ...demand, measure: null, text: '说明改判的原因' }] },
    ],
    [
      'matter-post-unknown',
      'an approver in no post',
      { approver: { ...owner(highVice), post: '黔.gardener' } },
    ],
    ['matter-post-unknown', 'nobody who answers', { targets: [answeredBy('黔01.gardener')] }],
    ['matter-post-unknown', 'an answer by another court', { targets: [answeredBy('黔03.president')] }],
    [
      'matter-post-unknown',
      'a post that is not there',
      { targets: [{ ...court, kind: 'post', post: '黔01.gardener' }] },
    ],
    ['matter-post-unknown', 'help from another court', { coOrganisers: ['黔01.president'] }],
    [
      'matter-person-unnamed',
      'one of several judges',
      { targets: [{ ...court, kind: 'post', post: midJudge[1] }] },
    ],
    [
      'matter-person-unnamed',
      'a judge of another court',
      { targets: [{ ...court, post: midJudge[1], person: 'zhang-ming' }] },
    ],
    ['matter-person-unnamed', 'an answer by one of several judges', { targets: [answeredBy(midJudge[1])] }],
    ['matter-responsible-not-entitled', 'an answer by a judge', { targets: [atCourt('黔01', midJudge)] }],
    ['matter-approver-not-entitled', 'approval by an inspector', { approver: owner(highInspector) }],
    ['matter-target-out-of-reach', 'a court elsewhere', { targets: [{ ...court, court: '浙01' }] }],
  ])('with %s: %s', (code, _, changes) => {
    expect(refuses(changes)).toBe(code);
    expect(story.events).toEqual([]);
  });

  it('to whom the rules do not let issue it, and to a court upwards', () => {
    expect(refuses({}, highInspector)).toBe('matter-issuer-not-entitled');
    expect(refuses({ targets: [atCourt('黔', highVice)] }, lowManager, lowVice)).toBe(
      'matter-target-out-of-reach',
    );
  });

  it('to those at whose own post it is aimed, and by whom they would be approved', () => {
    const aimedAt = (aim: Who) => ({ targets: [{ ...atPost(aim), responsible: owner(lowChief) }] });
    expect(refuses(aimedAt(lowManager), lowManager, lowVice)).toBe('matter-aimed-at-you');
    expect(refuses(aimedAt(lowVice), lowManager, lowVice)).toBe('matter-aimed-at-you');
  });

  it('to approval by who is to answer for it', () => {
    const led = (leader: Who): Partial<GivenMatter> => ({
      ...{ instrument: 'leaderAssignment', deadline: '2026-09-30' },
      targets: [{ ...atCourt('黔01', leader), kind: 'indicator', indicator: '一年以上未结率' }],
    });
    expect(refuses(led(highPresident), highManager, highPresident)).toBe('matter-aimed-at-you');
    story.lives(highManager, { type: 'DraftMatter', data: draftOf(led(highVice), highPresident) });
  });

  it('where the court has no rules to go by', () => {
    const facts = { ...story.facts, policies: new Map() };
    const lawless = new InquiryStory(facts);
    expect(lawless.refuses(highManager, { type: 'DraftMatter', data: draftOf() })).toBe('policy-missing');
  });
});
