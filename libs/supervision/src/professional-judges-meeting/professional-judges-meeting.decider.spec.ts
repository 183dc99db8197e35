import { isRefusal } from '@liuhen/kernel';
import { specify } from '@liuhen/kernel/testing';
import { guizhouFacts } from '../court-rules/testing/guizhou-facts';
import {
  by,
  document,
  holder,
  panelFormed,
  registered,
  registration,
  terms,
} from '../court-rules/testing/nanming-case';
import type { Speech, SpeechPart } from '../law/discussion';
import type { SeatedJudge } from '../law/judge-grades';
import type { GivenMeeting } from './call-meeting';
import type { HeededEvent } from './meetings';
import {
  professionalJudgesMeetingDecider,
  type ProfessionalJudgesMeetingCommand,
} from './professional-judges-meeting.decider';
import type { ConvenedMeeting } from './professional-judges-meeting.events';

const given = specify(professionalJudgesMeetingDecider, guizhouFacts());

const requested = {
  type: 'MeetingRequested',
  data: {
    meeting: '1',
    grounds: ['noMajority'],
    questions: ['合同是否有效'],
    charge: terms('meetingConvening', 'meeting-1/1', holder('wei-hua')),
  },
} as const satisfies HeededEvent;

const referred = {
  type: 'ReferredToMeeting',
  data: {
    review: '1',
    level: 'divisionChief',
    duty: 'review/1/1',
    questions: ['合同是否有效'],
    reviewer: holder('wei-hua'),
    charge: terms('meetingConvening', '1/2', holder('wei-hua')),
  },
} as const satisfies HeededEvent;

const seat = (person: string, grade: SeatedJudge['grade']): SeatedJudge => ({
  person,
  grade,
  gradeSince: '2020-01-01',
});

const meeting: GivenMeeting = {
  duty: referred.data.charge.duty,
  chair: 'wei-hua',
  members: [seat('wei-hua', 'secondGrade'), seat('kong-wei', 'thirdGrade'), seat('chu-yun', 'fourthSenior')],
  invited: [{ person: 'shen-bo', capacity: '审判管理办公室人员' }],
  materials: [document],
  heldOn: '2026-03-02',
};

const convened = (changes: Partial<ConvenedMeeting> = {}) =>
  ({
    type: 'MeetingConvened',
    data: {
      ...meeting,
      meeting: '1',
      review: '1',
      questions: ['合同是否有效'],
      charge: terms('meetingConclusion', '1/1', holder('wei-hua', 'wei-hua')),
      ...changes,
    },
  }) as const;

const say = (speaker: string, part: SpeechPart, other: string | null = null): Speech => ({
  speaker,
  part,
  text: '……',
  stance: part === 'opinion' ? (other === null ? 'panel' : 'other') : null,
  view: other,
});

const held = (kong: string | null, chu: string | null, wei: string | null): readonly Speech[] => [
  say('zhang-ming', 'report'),
  say('shen-bo', 'comment'),
  say('kong-wei', 'opinion', kong),
  say('chu-yun', 'opinion', chu),
  say('wei-hua', 'opinion', wei),
  say('wei-hua', 'summary'),
];

const swap = (speeches: readonly Speech[], first: number, second: number): readonly Speech[] =>
  speeches.map((speech, n) => speeches[n === first ? second : n === second ? first : n] ?? speech);

const request = (
  data: Partial<Extract<ProfessionalJudgesMeetingCommand, { type: 'RequestMeeting' }>['data']> = {},
) =>
  ({
    type: 'RequestMeeting',
    data: { grounds: ['noMajority'], questions: ['合同是否有效'], ...data },
  }) as const;
const convene = (changes: Partial<GivenMeeting> = {}) =>
  ({ type: 'ConveneMeeting', data: { ...meeting, ...changes } }) as const;
const decline = (reason: 'lawClear' | 'alreadyDiscussed', duty = meeting.duty) =>
  ({ type: 'DeclineMeeting', data: { duty, reason, explanation: '已有明确规定' } }) as const;
const conclude = (speeches: readonly Speech[], id = '1') =>
  ({
    type: 'ConcludeMeeting',
    data: { meeting: id, speeches, summary: '讨论情况', minutes: document },
  }) as const;

const dataOf = (decision: unknown): object => {
  if (isRefusal(decision)) throw decision;
  return (decision as readonly { data: object }[])[0]?.data ?? {};
};

describe('asking for a meeting outside a review', () => {
  it('charges the chief of the division, in the inner file', () => {
    const { decision } = given(registered).when(request(), by('zhang-ming'));
    expect(decision).toMatchObject([
      {
        type: 'MeetingRequested',
        secrecy: 'inner',
        data: {
          meeting: '1',
          charge: {
            duty: 'meetingConvening/meeting-1/1',
            kind: 'meetingConvening',
            due: '2026-03-09',
            holder: { court: '黔0102', post: '黔0102.division-chief.civil-1', person: null },
          },
        },
      },
    ]);
  });

  it('charges the vice president who oversees it where the chief sits on the panel', () => {
    const panel = ['zhang-ming', 'he-qian', 'wei-hua'];
    const withChief = { ...panelFormed, data: { ...panelFormed.data, panel, presidingJudge: 'wei-hua' } };
    const { decision } = given(registered, withChief).when(request(), by('zhang-ming'));
    expect(dataOf(decision)).toMatchObject({ charge: { holder: { post: '黔0102.vice-president.civil' } } });
  });

  it.each([
    ['meeting-requester-not-panel', 'wei-hua', {}],
    ['meeting-ground-needs-sole-judge', 'zhang-ming', { grounds: ['soleJudge'] }],
  ] as const)('is refused: %s', (code, person, data) => {
    given(registered).when(request(data), by(person)).thenRefused(code);
  });

  it('by a sole judge cannot rest on a majority', () => {
    const sole = { ...registered, data: { ...registration, panel: [], soleJudge: true } };
    given(sole).when(request(), by('zhang-ming')).thenRefused('meeting-ground-needs-panel');
    expect(isRefusal(given(sole).when(request({ grounds: ['soleJudge'] }), by('zhang-ming')).decision)).toBe(
      false,
    );
  });

  it('is refused while one is waited for', () => {
    given(registered, requested).when(request(), by('he-qian')).thenRefused('meeting-already-requested');
  });

  it('is refused for a case that is not there', () => {
    given().when(request()).thenRefused('case-not-found');
  });
});

describe('convening', () => {
  it('discharges the referral, names the review and charges the chair', () => {
    const { decision } = given(registered, referred).when(convene(), by('wei-hua'));
    expect(dataOf(decision)).toMatchObject({
      meeting: '1',
      review: '1',
      duty: 'meetingConvening/1/2',
      questions: ['合同是否有效'],
      charge: {
        kind: 'meetingConclusion',
        duty: 'meetingConclusion/1/meeting-1',
        holder: { person: 'wei-hua' },
      },
    });
  });

  it('gives a request the number that it has', () => {
    const { decision } = given(registered, requested).when(
      convene({ duty: requested.data.charge.duty }),
      by('wei-hua'),
    );
    expect(dataOf(decision)).toMatchObject({
      meeting: '1',
      review: null,
      charge: { kind: 'requestedMeetingConclusion', duty: 'requestedMeetingConclusion/meeting-1/1' },
    });
  });

  const others = meeting.members.slice(1);
  it.each<[string, Partial<GivenMeeting>]>([
    ['meeting-not-referred', { duty: 'meetingConvening/9/9' }],
    ['meeting-too-small', { members: meeting.members.slice(0, 2) }],
    ['meeting-member-repeated', { members: [...others, ...others] }],
    ['meeting-member-on-panel', { members: [...meeting.members, seat('he-qian', 'fifthGrade')] }],
    ['meeting-member-not-judge', { members: [...meeting.members, seat('shen-bo', 'fifthGrade')] }],
    ['meeting-member-not-judge', { members: [...meeting.members, seat('zhou-min', 'firstSenior')] }],
    ['meeting-chair-not-member', { chair: 'chen-lei' }],
    ['meeting-date-past', { heldOn: '2026-03-01' }],
  ])('is refused: %s', (code, changes) => {
    given(registered, referred).when(convene(changes), by('wei-hua')).thenRefused(code);
  });

  it('is the convener’s, or of whoever answers for him', () => {
    given(registered, referred).when(convene(), by('zhang-ming')).thenRefused('not-meeting-convener');
    const delegate = {
      person: 'kong-wei',
      post: holder('wei-hua').post,
      party: 'courtLeaders',
      delegation: '1',
    } as const;
    const { decision } = given(registered, referred).when(convene(), { ...by('kong-wei'), actor: delegate });
    expect(isRefusal(decision)).toBe(false);
  });

  it('keeps out whoever is recused', () => {
    const recused = {
      type: 'ReviewerRecused',
      data: { review: '1', duty: 'review/1/1', person: 'chu-yun', level: 'vicePresident', reasons: '近亲属' },
    } as unknown as HeededEvent;
    given(registered, referred, recused).when(convene(), by('wei-hua')).thenRefused('meeting-member-recused');
  });

  it('of a meeting that was held is entered afterwards', () => {
    const act = by('wei-hua', { source: 'offline' });
    expect(isRefusal(given(registered, referred).when(convene({ heldOn: '2026-02-27' }), act).decision)).toBe(
      false,
    );
    given(registered, referred)
      .when(convene({ heldOn: '2026-03-03' }), act)
      .thenRefused('meeting-date-future');
  });
});

describe('declining', () => {
  it('within a review charges the reviewer again', () => {
    const { decision } = given(registered, referred).when(decline('lawClear'), by('wei-hua'));
    expect(dataOf(decision)).toMatchObject({
      review: '1',
      duty: 'meetingConvening/1/2',
      charge: { kind: 'review', duty: 'review/1/after-meeting-2', holder: holder('wei-hua') },
    });
  });

  it('outside a review leaves nobody waiting', () => {
    const { duty } = requested.data.charge;
    const { decision } = given(registered, requested).when(decline('lawClear', duty), by('wei-hua'));
    expect(dataOf(decision)).toMatchObject({ review: null, meeting: '1', charge: null });
  });

  it('for having been discussed needs a discussion', () => {
    given(registered, referred)
      .when(decline('alreadyDiscussed'), by('wei-hua'))
      .thenRefused('meeting-not-discussed-before');
  });
});

describe('concluding', () => {
  const open = given(registered, referred, convened());

  it.each([
    ['supportsPanel', null, held(null, null, '无效')],
    ['otherView', '无效', held('无效', null, '无效')],
    ['noMajority', null, held('无效', '可撤销', null)],
  ] as const)('follows from what the members said: %s', (conclusion, majorityView, speeches) => {
    expect(dataOf(open.when(conclude(speeches), by('wei-hua')).decision)).toMatchObject({
      conclusion,
      majorityView,
      duty: 'meetingConclusion/1/1',
      reconsideration: {
        duty: 'panelReconsideration/1/after-meeting-1',
        kind: 'panelReconsideration',
        holder: { person: 'zhang-ming' },
        due: '2026-03-09',
      },
    });
  });

  it('outside a review asks nothing of the panel', () => {
    const own = given(registered, requested, convened({ review: null, duty: requested.data.charge.duty }));
    expect(dataOf(own.when(conclude(held(null, null, null)), by('wei-hua')).decision)).toMatchObject({
      reconsideration: null,
    });
  });

  it.each<[string, readonly Speech[]]>([
    ['meeting-no-report', held(null, null, null).slice(1)],
    ['meeting-juniors-speak-first', swap(held(null, null, null), 2, 3)],
    ['meeting-chair-speaks-last', swap(held(null, null, null), 3, 4)],
    ['meeting-too-small', held(null, null, null).filter(({ speaker }) => speaker !== 'kong-wei')],
    [
      'meeting-member-recused',
      [say('zhang-ming', 'report'), say('he-qian', 'opinion'), ...held(null, null, null).slice(2)],
    ],
    ['meeting-speaker-not-entitled', [say('chen-lei', 'report'), ...held(null, null, null).slice(1)]],
  ])('is refused: %s', (code, speeches) => {
    open.when(conclude(speeches), by('wei-hua')).thenRefused(code);
  });

  it('is the chair’s, on or after the day of the meeting, and once', () => {
    open.when(conclude(held(null, null, null)), by('kong-wei')).thenRefused('not-meeting-chair');
    open.when(conclude(held(null, null, null), '2'), by('wei-hua')).thenRefused('meeting-not-open');
    given(registered, referred, convened({ heldOn: '2026-03-04' }))
      .when(conclude(held(null, null, null)), by('wei-hua'))
      .thenRefused('meeting-not-held-yet');
  });

  it('comes too late once the review has gone on without it', () => {
    const lapsed = {
      type: 'ReviewLapsed',
      data: { review: '1', duty: 'meetingConclusion/1/1', next: null },
    } as const satisfies HeededEvent;
    given(registered, referred, convened(), lapsed)
      .when(conclude(held(null, null, null)), by('wei-hua'))
      .thenRefused('meeting-not-open');
  });
});

describe('a lapse', () => {
  const own = given(registered, requested, convened({ review: null, duty: requested.data.charge.duty }));
  const lapse = { type: 'LapseMeeting', data: { duty: 'meetingConclusion/1/1' } } as const;
  const later = { at: '2026-03-09T16:00:00.000Z' };

  it('ends a meeting outside a review once its time is over', () => {
    own.when(lapse, by('supervision-system', later)).then({
      type: 'MeetingLapsed',
      data: { meeting: '1', review: null, duty: lapse.data.duty },
      secrecy: 'inner',
      basis: [],
    });
    own.when(lapse, by('supervision-system')).thenRefused('meeting-not-lapsed');
    own.when(lapse, by('wei-hua', later)).thenRefused('meeting-lapse-by-system');
  });

  it('within a review is the review’s to draw consequences from', () => {
    given(registered, referred, convened())
      .when(lapse, by('supervision-system', later))
      .thenRefused('meeting-lapses-with-review');
  });
});
