import type { DocumentReference } from '@liuhen/kernel';
import { matterFileOf } from '../matter-file/matter-file-of';
import type { GivenItem } from '../matter-rules/rectification';
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
import { atCourt, draftOf } from '../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import type { GivenMatter } from '../supervision-matter/draft-matter';
import {
  supervisionMatterDecider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import {
  supervisoryInspectionDecider,
  type SupervisoryInspectionCommand,
} from './supervisory-inspection.decider';

const { highManager, highVice, highChief, highInspector, midPresident, midVice, midChief, lowManager } = WHO;
const { lowChief, lowJudge, lowVice } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const lives = (who: Who, command: SupervisionMatterCommand) =>
  story.does(who, supervisionMatterDecider, command);
const does = (who: Who, command: SupervisoryInspectionCommand) =>
  story.does(who, supervisoryInspectionDecider, command);
const refused = (who: Who, command: SupervisoryInspectionCommand) =>
  story.refused(who, supervisoryInspectionDecider, command);
const owed = () => story.owed.map(({ kind, due }) => [kind, due]);
const drafts = (changes: Partial<GivenMatter>) =>
  lives(highManager, { type: 'DraftMatter', data: draftOf(changes) });

type Data<Type extends SupervisoryInspectionCommand['type']> = Extract<
  SupervisoryInspectionCommand,
  { type: Type }
>['data'];

const member = ([person, post]: Who, named: string | null = person) => ({
  ...{ court: post.split('.')[0] ?? '', post },
  person: named,
});
const officer: Who = ['inspector', '黔.trial-management-officer'];
const report: DocumentReference = {
  ...{ sha256: 'a'.repeat(64), sm3: 'b'.repeat(64), length: 9 },
  ...{ name: '督导报告.pdf', mediaType: 'application/pdf' },
};
const item: GivenItem = {
  ...{ problem: '积案', measure: '逐案包干', criterion: '一年以上未结不超过十件', due: '2026-05-29' },
  owner: member(midVice, null),
};

const plan = (changes: Partial<Data<'PlanInspection'>> = {}): SupervisoryInspectionCommand => ({
  type: 'PlanInspection',
  data: {
    ...{ team: [member(highManager, null), member(officer)], from: '2026-03-16', until: '2026-03-18' },
    ...{ methods: ['fileReading', 'symposium'], scope: '一年以上未结案件' },
    ...changes,
  },
});
const visit = (changes: Partial<Data<'RecordVisit'>> = {}): SupervisoryInspectionCommand => ({
  type: 'RecordVisit',
  data: {
    ...{
      team: [member(highManager, null), member(highChief, null)],
      from: '2026-03-16',
      until: '2026-03-18',
    },
    findings: [{ method: 'fileReading', subject: '卷宗三十册', finding: '十册超过审限', document: null }],
    ...changes,
  },
});
const feedback = (changes: Partial<Data<'GiveFeedback'>> = {}): SupervisoryInspectionCommand => ({
  type: 'GiveFeedback',
  data: {
    ...{ heldOn: '2026-03-27', summary: '清理没有逐案负责', report, items: [item], screenedReason: null },
    ...changes,
  },
});
const guidance = (changes: Partial<Data<'GiveGuidance'>> = {}): SupervisoryInspectionCommand => ({
  type: 'GiveGuidance',
  data: {
    ...{ heldOn: '2026-03-04', guides: [member(highManager, null)], content: '讲解长期未结案件的逐案管理' },
    ...{ documents: [], items: [], screenedReason: null },
    ...changes,
  },
});

const planning = () => drafts({ instrument: 'onSiteInspection' });
function visiting() {
  planning();
  does(highManager, plan());
  lives(highVice, APPROVE);
  lives(highManager, ISSUE);
  lives(midPresident, RECEIVE);
  story.on('2026-03-18');
}
function feedingBack() {
  visiting();
  does(highManager, visit());
  story.on('2026-03-27');
}
function guiding(issuer: Who = highManager, answering: Who = midPresident, approver: Who = highVice) {
  const [court = ''] = answering[1].split('.');
  const target = { ...atCourt(court, answering), kind: 'division' as const, division: '民事审判第一庭' };
  const draft = draftOf({ instrument: 'pointToPoint', targets: [target] }, approver);
  lives(issuer, { type: 'DraftMatter', data: draft });
  lives(approver, APPROVE);
  lives(issuer, ISSUE);
  lives(answering, RECEIVE);
  story.on('2026-03-04');
}

describe('an inspection on site', () => {
  it('goes from the plan to the follow-ups, and what it found is put right', () => {
    planning();
    expect(owed()).toEqual([['inspectionPlan', '2026-03-09']]);
    does(highManager, plan());
    expect(owed()).toEqual([['matterApproval', '2026-03-05']]);
    lives(highVice, APPROVE);
    lives(highManager, ISSUE);
    lives(midPresident, RECEIVE);
    expect(owed()).toEqual([['siteVisit', '2026-03-16']]);
    story.on('2026-03-18');
    does(highManager, visit());
    expect(owed()).toEqual([['inspectionFeedback', '2026-03-28']]);
    story.on('2026-03-27');
    does(highManager, feedback());
    expect(owed()).toEqual([
      ['matterReply', '2026-06-25'],
      ['rectification', '2026-05-29'],
    ]);
    lives(midPresident, replyOf());
    lives(highManager, examined(true));
    lives(highManager, ACCEPT);
    expect(story.refused(highManager, supervisionMatterDecider, CLOSE_OUT)).toBe('matter-items-open');
    lives(midVice, { type: 'ReportRectification', data: { item: '1-1', statement: '已清理', evidence: [] } });
    lives(highManager, {
      type: 'CheckRectification',
      data: { item: '1-1', passed: true, comment: '属实', due: null },
    });
    lives(highManager, CLOSE_OUT);
    expect(owed()).toEqual([
      ['matterFollowUp', '2026-04-26'],
      ['matterFollowUp', '2026-06-25'],
    ]);
    lives(highManager, FOLLOW_UP);
    lives(highManager, FOLLOW_UP);
    lives(highManager, ARCHIVE);
    expect(story.matter).toMatchObject({ stage: 'archived', followUps: 2 });
    expect([...story.ledger.values()].every(({ status }) => status === 'discharged')).toBe(true);
  });

  it('names the persons of its team, also where the post alone says who', () => {
    visiting();
    const [visited] = does(highManager, visit());
    expect(visited?.data).toMatchObject({
      team: [
        { post: '黔.trial-management-director', person: 'gu-ning' },
        { post: '黔.division-chief.civil-1', person: 'qian-yu' },
      ],
    });
    expect(matterFileOf(story.matter).involved).toEqual(
      expect.arrayContaining([expect.objectContaining({ person: 'qian-yu' })]),
    );
  });

  it('is planned anew when it is drafted anew', () => {
    planning();
    does(highManager, plan({ from: '2026-03-20', until: '2026-03-21' }));
    lives(highVice, { type: 'DeclineMatter', data: { reason: '应当提前' } });
    planning();
    does(highManager, plan());
    lives(highVice, APPROVE);
    lives(highManager, ISSUE);
    lives(midPresident, RECEIVE);
    story.on('2026-03-18');
    does(highManager, visit());
    expect(owed()).toEqual([['inspectionFeedback', '2026-03-28']]);
  });

  it('is recorded late where its feedback is late', () => {
    feedingBack();
    story.on('2026-04-01');
    does(highManager, feedback({ heldOn: '2026-04-01' }));
    const duty = [...story.ledger.values()].find(({ terms }) => terms.kind === 'inspectionFeedback');
    expect(duty).toMatchObject({
      ...{ status: 'discharged', terms: { due: '2026-03-28' } },
      closed: { at: '2026-04-01T01:00:00.000Z' },
    });
  });

  it('lays nothing down where nothing was found wrong', () => {
    feedingBack();
    expect(does(highManager, feedback({ items: [] })).map(({ type }) => type)).toEqual([
      'InspectionFeedbackGiven',
    ]);
  });

  it('keeps the words that were warned of and why they stand', () => {
    feedingBack();
    const items = [{ ...item, criterion: '改判案件逐件讲评' }];
    expect(refused(highManager, feedback({ items }))).toBe('matter-wording-doubtful');
    const [given] = does(highManager, feedback({ items, screenedReason: '只涉及讲评' }));
    expect(given?.data).toMatchObject({
      screened: [{ field: 'items[0].criterion', phrase: '改判' }],
      screenedReason: '只涉及讲评',
    });
  });
});

describe('a plan of an inspection is refused', () => {
  beforeEach(planning);

  it.each<[string, Partial<Data<'PlanInspection'>>]>([
    ['inspection-team-missing', { team: [] }],
    ['matter-participant-outside', { team: [member(midChief)] }],
    ['matter-post-unknown', { team: [{ court: '黔', post: '黔.gardener', person: null }] }],
    ['matter-participant-unnamed', { team: [member(highManager, 'luo-jian')] }],
    ['matter-participant-repeated', { team: [member(highManager), member(highManager, null)] }],
    ['inspection-days-out-of-bounds', { until: '2026-03-16' }],
    ['inspection-days-out-of-bounds', { until: '2026-03-15' }],
    ['inspection-days-out-of-bounds', { until: '2026-03-21' }],
    ['inspection-period-past', { from: '2026-03-01', until: '2026-03-03' }],
  ])('with %s', (code, changes) => {
    expect(refused(highManager, plan(changes))).toBe(code);
  });

  it.each([
    ['2026-03-17', 'the least days of the rules'],
    ['2026-03-20', 'the most'],
  ])('but not until %s: %s', (until) => {
    does(highManager, plan({ until }));
    expect(owed()).toEqual([['matterApproval', '2026-03-05']]);
  });

  it('from whom it is not owed, and a second time', () => {
    expect(refused(highInspector, plan())).toBe('matter-step-not-yours');
    does(highManager, plan());
    expect(refused(highManager, plan())).toBe('matter-step-not-open');
  });

  it('with somebody who serves in the court aimed at as well', () => {
    const posts = new Map(story.facts.posts);
    const inspector = posts.get(highInspector[1]);
    if (!inspector) throw new Error('no inspector');
    const seconded = { person: 'wang-ning', name: '王宁', from: '2025-01-01', until: null };
    posts.set(highInspector[1], { ...inspector, tenures: [...inspector.tenures, seconded] });
    story = new MatterStory({ ...story.facts, posts });
    planning();
    const team = [member(['wang-ning', highInspector[1]])];
    expect(refused(highManager, plan({ team }))).toBe('matter-participant-aimed-at');
    expect(refused(highManager, plan({ team: [member(highInspector, null)] }))).toBe(
      'matter-participant-unnamed',
    );
  });
});

describe('a visit is refused', () => {
  beforeEach(visiting);

  it.each<[string, Partial<Data<'RecordVisit'>>]>([
    ['inspection-visit-too-early', { from: '2026-03-15', until: '2026-03-17' }],
    ['inspection-visit-not-over', { until: '2026-03-19' }],
    ['inspection-days-out-of-bounds', { from: '2026-03-18' }],
    ['matter-participant-outside', { team: [member(midPresident)] }],
    ['inspection-finding-missing', { findings: [] }],
  ])('with %s', (code, changes) => {
    expect(refused(highManager, visit(changes))).toBe(code);
  });

  it('before the issue, though the plan was for then', () => {
    story = new MatterStory();
    planning();
    does(highManager, plan({ from: '2026-03-03', until: '2026-03-05' }));
    story.on('2026-03-05');
    lives(highVice, APPROVE);
    lives(highManager, ISSUE);
    lives(midPresident, RECEIVE);
    expect(refused(highManager, visit({ from: '2026-03-03', until: '2026-03-05' }))).toBe(
      'inspection-visit-too-early',
    );
  });

  it('from whom it is not owed, and a second time', () => {
    expect(refused(midPresident, visit())).toBe('matter-step-not-yours');
    does(highManager, visit());
    expect(refused(highManager, visit())).toBe('matter-step-not-open');
  });
});

describe('feedback is refused', () => {
  beforeEach(feedingBack);

  it.each<[string, Partial<Data<'GiveFeedback'>>]>([
    ['inspection-not-held-yet', { heldOn: '2026-03-28' }],
    ['inspection-feedback-before-visit-ends', { heldOn: '2026-03-17' }],
    ['inspection-item-due-out-of-bounds', { items: [{ ...item, due: '2026-04-25' }] }],
    ['inspection-item-due-out-of-bounds', { items: [item, { ...item, due: '2026-06-26' }] }],
    ['matter-item-owner-outside', { items: [{ ...item, owner: member(lowVice, null) }] }],
    ['matter-post-unknown', { items: [{ ...item, owner: { ...item.owner, post: '黔01.gardener' } }] }],
    ['matter-demands-result', { items: [{ ...item, measure: '所列案件一律改判' }] }],
  ])('with %s', (code, changes) => {
    expect(refused(highManager, feedback(changes))).toBe(code);
  });

  it.each(['2026-04-26', '2026-06-25'])('but not for items due on %s, the bounds of the rules', (due) => {
    does(highManager, feedback({ items: [{ ...item, due }] }));
    expect(owed()).toContainEqual(['rectification', due]);
  });

  it('from whom it is not owed, and a second time', () => {
    expect(refused(midPresident, feedback())).toBe('matter-step-not-yours');
    does(highManager, feedback());
    expect(refused(highManager, feedback())).toBe('matter-step-not-open');
  });
});

describe('supervision from point to point', () => {
  it('is guidance one to one, with a list of problems where there are some', () => {
    guiding();
    expect(owed()).toEqual([['oneToOneGuidance', '2026-03-16']]);
    const types = does(highManager, guidance({ items: [item] })).map(({ type }) => type);
    expect(types).toEqual(['GuidanceGiven', 'RectificationAssigned']);
    expect(owed()).toEqual([
      ['matterReply', '2026-04-03'],
      ['rectification', '2026-05-29'],
    ]);
  });

  it('goes on without one', () => {
    guiding();
    does(highManager, guidance());
    expect(owed()).toEqual([['matterReply', '2026-04-03']]);
  });

  it.each<[string, Partial<Data<'GiveGuidance'>>]>([
    ['inspection-not-held-yet', { heldOn: '2026-03-05' }],
    ['inspection-guidance-before-issue', { heldOn: '2026-03-01' }],
    ['inspection-team-missing', { guides: [] }],
    ['matter-participant-outside', { guides: [member(midChief, null)] }],
    ['matter-demands-result', { content: '该案应当改判' }],
    ['matter-wording-doubtful', { content: '讲解发回重审的标准' }],
    ['matter-item-past', { items: [{ ...item, due: '2026-03-03' }] }],
  ])('is refused with %s', (code, changes) => {
    guiding();
    expect(refused(highManager, guidance(changes))).toBe(code);
  });

  it('is not given by those of the division aimed at, in the own court', () => {
    guiding(lowManager, lowChief, lowVice);
    for (const guide of [lowChief, lowJudge])
      expect(refused(lowManager, guidance({ guides: [member(guide)] }))).toBe('matter-participant-aimed-at');
    does(lowManager, guidance({ guides: [member(lowManager, null)] }));
    expect(owed()).toEqual([['matterReply', '2026-04-03']]);
  });

  it('is owed by the issuing side, and has no plan', () => {
    guiding();
    expect(refused(midPresident, guidance())).toBe('matter-step-not-yours');
    expect(refused(highManager, plan())).toBe('matter-step-not-open');
  });

  it('belongs to matters of its instruments alone', () => {
    drafts({});
    expect(refused(highManager, guidance())).toBe('matter-wrong-instrument');
  });
});
