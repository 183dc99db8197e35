import { matterFileOf } from '../matter-file/matter-file-of';
import { eventsShownToTargets } from '../matter-rules/sight';
import { APPROVE, ISSUE, RECEIVE } from '../matter-rules/testing/commands';
import { atCourt, atPost, draftOf, owner } from '../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../matter-rules/testing/matter-story';
import { ruledBy } from '../matter-rules/testing/ruled-by';
import type { GivenTarget } from '../supervision-matter/given-targets';
import {
  supervisionMatterDecider,
  type SupervisionMatterCommand,
} from '../supervision-matter/supervision-matter.decider';
import { accountabilityTalkDecider, type AccountabilityTalkCommand } from './accountability-talk.decider';
import type { HoldTalkCommand } from './hold-talk';
import type { PlanTalkCommand } from './plan-talk';
import { COMMITMENT, heldWith, movedTo, planOf, refusedFor, SIGN } from './testing/talks';

const { highManager, highOfficer, highVice, highPresident, highInspector, highPolitical, highChief } = WHO;
const { midManager, midPresident, midVice, midChief, midJudge, midPolitical } = WHO;
const { lowManager, lowPresident, lowChief, lowJudge, lowPolitical, lowVice, system } = WHO;

let story: MatterStory;
beforeEach(() => (story = new MatterStory()));

const lives = (who: Who, command: SupervisionMatterCommand) =>
  story.does(who, supervisionMatterDecider, command);
const does = (who: Who, command: AccountabilityTalkCommand) =>
  story.does(who, accountabilityTalkDecider, command);
const refused = (who: Who, command: AccountabilityTalkCommand) =>
  story.refused(who, accountabilityTalkDecider, command);
const owed = () => story.owed.map(({ kind, due }) => [kind, due]);
const lapse = (): AccountabilityTalkCommand => ({
  type: 'LapseTalkSignature',
  data: {
    duty: [...story.matter.open.values()].find(({ kind }) => kind === 'talkSignature')?.duty ?? 'none/1',
  },
});

function drafted(
  issuer: Who = highManager,
  target: GivenTarget = atCourt('黔01', midPresident),
  approver: Who = highPresident,
) {
  const talk = draftOf({ instrument: 'accountabilityTalk', targets: [target] }, approver);
  lives(issuer, { type: 'DraftMatter', data: talk });
}

function planned(plan = planOf()) {
  drafted();
  does(highManager, plan);
}

function announced(plan = planOf()) {
  planned(plan);
  lives(highPresident, APPROVE);
  lives(highManager, ISSUE);
  lives(midPresident, RECEIVE);
}

function held(talk = heldWith()) {
  announced();
  story.on('2026-03-10');
  does(highManager, talk);
}

describe('the plan of a talk', () => {
  it('comes before the approval, and names persons', () => {
    drafted();
    expect(owed()).toEqual([['talkPlan', '2026-03-05']]);
    const talkers = [{ ...owner(highVice), person: null }, owner(highInspector)];
    expect(does(highManager, planOf({ talkers }))).toMatchObject([
      {
        type: 'TalkPlanned',
        secrecy: 'inner',
        data: { round: 1, fulfils: ['talkPlan/1'], talkers: [owner(highVice), owner(highInspector)] },
      },
    ]);
    expect(owed()).toEqual([['matterApproval', '2026-03-05']]);
  });

  it('lets those who talk and write read the matter', () => {
    planned();
    expect(matterFileOf(story.matter).involved).toEqual(
      expect.arrayContaining([owner(highVice), owner(highInspector), owner(highOfficer)]),
    );
  });

  it('is the issuing side’s own paper: those aimed at learn of what comes after the issue', () => {
    announced();
    does(highManager, movedTo('2026-03-12'));
    const ids = eventsShownToTargets(story.events);
    const shown = story.events.filter(({ header }) => ids.has(header.id)).map(({ type }) => type);
    expect(shown).toEqual(['MatterIssued', 'MatterReceived', 'TalkRescheduled']);
  });

  it.each<[string, Partial<PlanTalkCommand['data']>]>([
    ['talk-day-past', { heldOn: '2026-03-01' }],
    ['talk-notice-too-short', { heldOn: '2026-03-04' }],
    ['talk-talkers-too-few', { talkers: [owner(highVice)] }],
    ['talk-talkers-too-few', { talkers: [] }],
    ['talk-leader-missing', { talkers: [owner(highChief), owner(highInspector)] }],
    ['talk-support-missing', { talkers: [owner(highVice), owner(highManager)] }],
    ['talk-recorder-talks', { recorder: owner(highInspector) }],
    ['matter-participant-repeated', { talkers: [owner(highVice), owner(highVice)] }],
    ['matter-participant-outside', { talkers: [owner(highVice), owner(midPolitical)] }],
    ['matter-participant-outside', { recorder: owner(midVice) }],
    ['matter-post-unknown', { recorder: { court: '黔', post: '黔.gardener', person: 'inspector' } }],
    ['matter-participant-unnamed', { talkers: [owner(highVice), owner(['xie-lin', '黔.inspector'])] }],
    ['matter-demands-result', { subject: '该批案件应当改判' }],
    ['matter-wording-doubtful', { materials: ['未结案件清单', '改判案件的说明'] }],
  ])('is refused with %s', (code, changes) => {
    drafted();
    expect(refused(highManager, planOf(changes))).toBe(code);
  });

  it('may be for the first day that the notice allows', () => {
    drafted();
    expect(does(highManager, planOf({ heldOn: '2026-03-05' }))).toHaveLength(1);
  });

  it('keeps the words that were warned of and why they stand', () => {
    const materials = ['改判案件的统计'];
    planned(planOf({ materials, screenedReason: '只作统计' }));
    expect(story.events.at(-1)?.data).toMatchObject({
      screened: [{ field: 'materials[0]', phrase: '改判' }],
      screenedReason: '只作统计',
    });
  });

  it('is made by who drafts, once', () => {
    drafted();
    expect(refused(highVice, planOf())).toBe('matter-step-not-yours');
    does(highManager, planOf());
    expect(refused(highManager, planOf())).toBe('matter-step-not-open');
  });

  it('has nobody of the division aimed at, in the own court', () => {
    const target = { ...atPost(lowChief), kind: 'division' as const, division: '民事审判第一庭' };
    drafted(lowManager, target, lowPresident);
    const talkers = [owner(lowVice), owner(lowPolitical)];
    const plan = (recorder: Who) => planOf({ talkers, recorder: owner(recorder) });
    expect(refused(lowManager, plan(lowJudge))).toBe('matter-participant-aimed-at');
    expect(refused(lowManager, plan(lowChief))).toBe('matter-participant-aimed-at');
    expect(does(lowManager, plan(['shen-bo', '黔0102.trial-management-officer']))).toHaveLength(1);
  });

  it('belongs to talks alone', () => {
    lives(highManager, { type: 'DraftMatter', data: draftOf() });
    expect(refused(highManager, planOf())).toBe('matter-wrong-instrument');
  });
});

describe('another day', () => {
  it('is set with a reason, and leaves what is owed as it is', () => {
    announced();
    const before = owed();
    expect(does(highManager, movedTo('2026-03-12'))).toMatchObject([
      { type: 'TalkRescheduled', data: { heldOn: '2026-03-12', reason: '被约谈人出差', charges: [] } },
    ]);
    expect(owed()).toEqual(before);
    story.on('2026-03-10');
    expect(refused(highManager, heldWith())).toBe('talk-day-not-come');
    story.on('2026-03-12');
    expect(does(highManager, heldWith())).toMatchObject([{ data: { heldOn: '2026-03-12' } }]);
  });

  it.each([
    ['talk-day-past', '2026-03-03'],
    ['talk-notice-too-short', '2026-03-04'],
  ])('is refused with %s', (code, day) => {
    announced();
    story.on('2026-03-04');
    expect(refused(highManager, movedTo(day))).toBe(code);
  });

  it('is counted from the issue, so that it may be soon', () => {
    announced();
    story.on('2026-03-06');
    expect(does(highManager, movedTo('2026-03-06'))).toHaveLength(1);
    expect(does(highManager, heldWith())).toHaveLength(1);
  });

  it('is set by the issuing side, of a talk that is planned and not held yet', () => {
    drafted();
    expect(refused(highManager, movedTo('2026-03-12'))).toBe('talk-not-planned');
    does(highManager, planOf());
    expect(refused(midPresident, movedTo('2026-03-12'))).toBe('matter-aimed-at-you');
    expect(refused(highVice, movedTo('2026-03-12'))).toBe('matter-not-issuing-side');
    lives(highPresident, APPROVE);
    lives(highManager, ISSUE);
    lives(midPresident, RECEIVE);
    story.on('2026-03-10');
    does(highManager, heldWith());
    expect(refused(highManager, movedTo('2026-03-12'))).toBe('talk-already-held');
  });

  it.each<[string, Who, SupervisionMatterCommand]>([
    ['declined', highPresident, { type: 'DeclineMatter', data: { reason: '先函询' } }],
    ['cancelled', highManager, { type: 'CancelMatter', data: { reason: '已经解决' } }],
  ])('is not set once the matter is %s', (_, who, command) => {
    planned();
    lives(who, command);
    expect(refused(highManager, movedTo('2026-03-12'))).toBe('talk-not-planned');
  });
});

describe('a talk', () => {
  it('is held on its day by those who were there, and waits for the signature', () => {
    announced();
    expect(owed()).toEqual([['accountabilityTalk', '2026-03-16']]);
    story.on('2026-03-10');
    const talkers = [owner(highVice), owner(highPolitical)];
    expect(does(highManager, heldWith({ talkers }))).toMatchObject([
      { type: 'TalkHeld', data: { heldOn: '2026-03-10', talkers, commitments: [COMMITMENT] } },
    ]);
    expect(owed()).toEqual([['talkSignature', '2026-03-12']]);
    expect(matterFileOf(story.matter).involved).toContainEqual(owner(highPolitical));
  });

  it('may be entered later, as of its day', () => {
    announced();
    story.on('2026-03-12');
    expect(does(highManager, heldWith())).toMatchObject([{ data: { heldOn: '2026-03-10' } }]);
  });

  it.each<[string, Partial<HoldTalkCommand['data']>]>([
    ['talk-talkers-too-few', { talkers: [owner(highVice)] }],
    ['talk-leader-missing', { talkers: [owner(highPolitical), owner(highInspector)] }],
    ['talk-support-missing', { talkers: [owner(highVice), owner(highManager)] }],
    ['talk-recorder-talks', { recorder: owner(highVice) }],
    ['matter-participant-outside', { talkers: [owner(highVice), owner(midPolitical)] }],
    ['matter-participant-unnamed', { recorder: owner(['ma-chao', '黔.trial-management-officer']) }],
    ['talk-commitment-too-late', { commitments: [COMMITMENT, { ...COMMITMENT, due: '2026-04-10' }] }],
    ['matter-item-past', { commitments: [{ ...COMMITMENT, due: '2026-03-09' }] }],
    ['matter-item-owner-outside', { commitments: [{ ...COMMITMENT, owner: owner(lowVice) }] }],
    ['matter-post-unknown', { commitments: [{ ...COMMITMENT, owner: owner(['x', '黔01.gardener']) }] }],
    ['matter-demands-result', { summary: '要求对该批案件一律维持' }],
    ['matter-demands-result', { commitments: [{ ...COMMITMENT, measure: '上诉案件必须维持' }] }],
    ['matter-wording-doubtful', { commitments: [{ ...COMMITMENT, criterion: '改判不超过三件' }] }],
  ])('is refused with %s', (code, changes) => {
    announced();
    story.on('2026-03-10');
    expect(refused(highManager, heldWith(changes))).toBe(code);
  });

  it.each([
    ['something to be done on the last day that the rules allow', [{ ...COMMITMENT, due: '2026-04-09' }]],
    ['nothing', []],
  ])('may end with %s', (_, commitments) => {
    held(heldWith({ commitments }));
    expect(owed()).toEqual([['talkSignature', '2026-03-12']]);
  });

  it('is not held before it was received', () => {
    planned();
    lives(highPresident, APPROVE);
    lives(highManager, ISSUE);
    story.on('2026-03-10');
    expect(refused(highManager, heldWith())).toBe('matter-step-not-open');
  });

  it('is not held sooner after the notice than the rules allow, though it was planned for then', () => {
    planned();
    lives(highPresident, APPROVE);
    story.on('2026-03-09');
    lives(highManager, ISSUE);
    lives(midPresident, RECEIVE);
    story.on('2026-03-12');
    expect(refused(highManager, heldWith())).toBe('talk-notice-too-short');
    does(highManager, movedTo('2026-03-12'));
    expect(does(highManager, heldWith())).toHaveLength(1);
  });

  it('is held by the issuing side, once', () => {
    announced();
    story.on('2026-03-10');
    expect(refused(midPresident, heldWith())).toBe('matter-step-not-yours');
    does(highManager, heldWith());
    expect(refused(highManager, heldWith())).toBe('matter-step-not-open');
  });
});

describe('the record', () => {
  const bound = [
    ['matterReply', '2026-04-10'],
    ['rectification', '2026-03-31'],
  ];

  it('is signed by who was talked with, which binds what was promised', () => {
    held();
    story.on('2026-03-11');
    expect(does(midPresident, SIGN).map(({ type }) => type)).toEqual([
      'TalkRecordSigned',
      'RectificationAssigned',
    ]);
    expect(owed()).toEqual(bound);
    expect(story.matter.items.get('1-1')?.terms).toEqual({ item: '1-1', ...COMMITMENT });
    expect(story.matter.answerers).toContain('zhou-min');
  });

  it('that is refused with a reason binds all the same', () => {
    held();
    story.on('2026-03-11');
    expect(refused(midPresident, refusedFor(null))).toBe('talk-refusal-without-reason');
    expect(does(midPresident, refusedFor('笔录与谈话不符'))).toMatchObject([
      { data: { signed: false, remark: '笔录与谈话不符', fulfils: ['talkSignature/1'] } },
      { type: 'RectificationAssigned' },
    ]);
    expect(owed()).toEqual(bound);
  });

  it('that nobody signs binds once its time is over, which the system finds', () => {
    held();
    story.on('2026-03-12');
    expect(refused(system, lapse())).toBe('matter-step-not-lapsed');
    story.on('2026-03-13');
    expect(refused(midPresident, lapse())).toBe('matter-lapse-by-system');
    expect(does(system, lapse())).toMatchObject([
      { type: 'TalkSignatureLapsed', data: { drops: [{ duty: 'talkSignature/1', waiver: 'lapsed' }] } },
      { type: 'RectificationAssigned' },
    ]);
    expect(owed()).toEqual([
      ['matterReply', '2026-04-12'],
      ['rectification', '2026-03-31'],
    ]);
    expect(story.matter.answerers).not.toContain('supervision-system');
    expect(refused(system, lapse())).toBe('matter-step-not-open');
    expect(refused(midPresident, SIGN)).toBe('matter-step-not-open');
  });

  it('is not signed by those who talked', () => {
    held();
    for (const who of [highManager, highVice]) expect(refused(who, SIGN)).toBe('matter-step-not-yours');
  });

  it('opens the duty to report where nothing was promised', () => {
    held(heldWith({ commitments: [] }));
    expect(does(midPresident, SIGN)).toHaveLength(1);
    expect(owed()).toEqual([['matterReply', '2026-04-09']]);
  });
});

describe('the rules of a court of its own', () => {
  /** The intermediate court talks with a court beneath it. */
  function ruled(clauses: Parameters<typeof ruledBy>[0]) {
    story = new MatterStory(ruledBy(clauses));
    drafted(midManager, atPost(lowPresident), midPresident);
  }
  const TALK = {
    ...{ leastTalkers: 3, leaders: ['divisionChief'], support: [] },
    ...{ noticeDays: 5, mostCommitmentDays: 60 },
  };
  const three = [owner(midVice), owner(midPolitical), owner(midChief)];
  const recorder = owner(midJudge);

  it('say how many talk, who does, and how long before it is announced', () => {
    ruled({ 'accountabilityTalk.talk': TALK });
    const plan = (changes: Partial<PlanTalkCommand['data']> = {}) =>
      planOf({ talkers: three, recorder, heldOn: '2026-03-07', ...changes });
    expect(refused(midManager, plan({ talkers: three.slice(1) }))).toBe('talk-talkers-too-few');
    expect(refused(midManager, plan({ talkers: [...three.slice(0, 2), owner(midManager)] }))).toBe(
      'talk-leader-missing',
    );
    expect(refused(midManager, plan({ heldOn: '2026-03-06' }))).toBe('talk-notice-too-short');
    expect(does(midManager, plan())).toHaveLength(1);
  });

  it('bind what was promised at once where they ask for no signature', () => {
    const steps = ['talkPlan', 'approval', 'issue', 'receipt', 'talk', 'reply', 'examination', 'archiving'];
    ruled({ 'accountabilityTalk.steps': { steps } });
    const party = { talkers: three.slice(0, 2), recorder };
    does(midManager, planOf(party));
    lives(midPresident, APPROVE);
    lives(midManager, ISSUE);
    lives(lowPresident, RECEIVE);
    story.on('2026-03-10');
    const commitments = [{ ...COMMITMENT, owner: owner(lowVice) }];
    expect(does(midManager, heldWith({ ...party, commitments })).map(({ type }) => type)).toEqual([
      'TalkHeld',
      'RectificationAssigned',
    ]);
    expect(owed()).toEqual([
      ['matterReply', '2026-04-09'],
      ['rectification', '2026-03-31'],
    ]);
  });
});
