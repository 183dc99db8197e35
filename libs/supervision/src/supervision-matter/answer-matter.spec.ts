import { replyOf } from '../matter-rules/testing/commands';
import { WHO } from '../matter-rules/testing/matter-story';
import type { GivenItem } from '../matter-rules/rectification';
import type { SupervisionMatterCommand } from './supervision-matter.decider';
import { InquiryStory, OFFERED } from './testing/inquiry-story';

const { highManager, highVice, midPresident, midVice, midJudge } = WHO;

const asking = (days: number): SupervisionMatterCommand => ({
  type: 'RequestExtension',
  data: { days, reason: '逐案核对需要时间' },
});
const granting = (days: number): SupervisionMatterCommand => ({
  type: 'GrantExtension',
  data: { days, comment: null },
});
const REFUSE: SupervisionMatterCommand = { type: 'RefuseExtension', data: { reason: '期限足够' } };

let story: InquiryStory;
beforeEach(() => (story = new InquiryStory()));

describe('an extension', () => {
  it('is asked for by who owes the answer, and counted from its last day', () => {
    story.received();
    for (const who of [midVice, highManager])
      expect(story.refuses(who, asking(3))).toBe('matter-step-not-yours');
    story.lives(midPresident, asking(5));
    expect(story.owing).toEqual([
      ['matterReply', '2026-03-16'],
      ['extensionDecision', '2026-03-05'],
    ]);
    expect(story.refuses(midPresident, granting(3))).toBe('matter-step-not-yours');
    story.lives(highManager, granting(3));
    expect(story.owing).toEqual([['matterReply', '2026-03-19']]);
    expect(story.ledger.get('matterReply/1')?.status).toBe('waived');
  });

  it('is decided once, and granted within what was asked for', () => {
    story.received();
    expect(story.refuses(highManager, granting(3))).toBe('matter-step-not-open');
    expect(story.refuses(highManager, REFUSE)).toBe('matter-step-not-open');
    story.lives(midPresident, asking(3));
    expect(story.refuses(highManager, granting(4))).toBe('matter-extension-too-long');
    story.lives(highManager, REFUSE);
    expect(story.refuses(highManager, granting(3))).toBe('matter-step-not-open');
    expect(story.owing).toEqual([['matterReply', '2026-03-16']]);
  });

  it('is asked for as long and as often as the rules say', () => {
    story.received();
    expect(story.refuses(midPresident, asking(6))).toBe('matter-extension-too-long');
    story.lives(midPresident, asking(2));
    expect(story.refuses(midPresident, asking(2))).toBe('matter-extension-asked');
    story.lives(highManager, granting(2));
    expect(story.refuses(midPresident, asking(2))).toBe('matter-extensions-exhausted');
  });

  it('may be asked for again where it was refused, and need not be decided once there is an answer', () => {
    story.received().lives(midPresident, asking(3));
    story.lives(highManager, REFUSE);
    story.lives(midPresident, asking(2));
    story.replied();
    expect(story.owing).toEqual([['replyExamination', '2026-03-09']]);
    expect(story.ledger.get('extensionDecision/2')).toMatchObject({ status: 'waived', waiver: 'superseded' });
    expect(story.refuses(highManager, granting(2))).toBe('matter-step-not-open');
    expect(story.refuses(midPresident, asking(2))).toBe('matter-step-not-open');
  });
});

describe('an answer', () => {
  const items = (changes: Partial<GivenItem>) => replyOf(1, [{ ...OFFERED, ...changes }]);

  it('is given once it is signed for, by who owes it', () => {
    story.issued();
    expect(story.refuses(midPresident, replyOf())).toBe('matter-step-not-open');
    story = new InquiryStory().received();
    for (const who of [midVice, midJudge, highManager, highVice])
      expect(story.refuses(who, replyOf())).toBe('matter-step-not-yours');
    story.replied();
    expect(story.matter).toMatchObject({ stage: 'replied', replies: 1 });
    expect(story.refuses(midPresident, replyOf())).toBe('matter-step-not-open');
  });

  it('goes to each demand', () => {
    story.received();
    for (const count of [0, 2])
      expect(story.refuses(midPresident, replyOf(count))).toBe('matter-answers-incomplete');
  });

  it.each<[string, string, Partial<GivenItem>]>([
    ['matter-item-past', 'done before it is offered', { due: '2026-03-01' }],
    ['matter-item-owner-outside', 'laid upon another court', { owner: { ...OFFERED.owner, ...high() } }],
    ['matter-post-unknown', 'laid upon nobody', { owner: { ...OFFERED.owner, post: '黔01.gardener' } }],
    ['matter-person-unnamed', 'laid upon one of several', { owner: { ...OFFERED.owner, post: midJudge[1] } }],
  ])('offers nothing, with %s, that is %s', (code, _, changes) => {
    story.received();
    expect(story.refuses(midPresident, items(changes))).toBe(code);
  });

  it.each([
    ['matter-demands-result', '对该案一律改判'],
    ['matter-wording-doubtful', '逐案分析改判的原因'],
  ])('asks of nobody, with %s: %s', (code, measure) => {
    story.received();
    expect(story.refuses(midPresident, items({ measure }))).toBe(code);
    expect(story.refuses(midPresident, items({ criterion: measure }))).toBe(code);
  });

  it('keeps why doubtful words stand in what it offers', () => {
    story.received();
    const { type, data } = items({ measure: '逐案分析改判的原因' });
    const [replied] = story.lives(midPresident, { type, data: { ...data, screenedReason: '仅指统计口径' } });
    expect(replied?.data).toMatchObject({
      screened: [{ field: 'items[0].measure', phrase: '改判' }],
      screenedReason: '仅指统计口径',
    });
  });

  it('may come after its day: it is late, and not barred', () => {
    story.received().on('2026-03-17').replied();
    expect(story.owing).toEqual([['replyExamination', '2026-03-24']]);
  });
});

function high() {
  const [person, post] = highVice;
  return { court: '黔', post, person };
}
