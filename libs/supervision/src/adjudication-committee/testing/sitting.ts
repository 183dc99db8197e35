import { document, holder, terms } from '../../court-rules/testing/nanming-case';
import type { Speech, SpeechPart } from '../../law/discussion';
import { JUDGE_GRADES, type JudgeGrade, type SeatedJudge } from '../../law/judge-grades';
import type { CommitteeApplication, DecidedReferral } from '../adjudication-committee.events';
import type { GivenSitting } from '../convene';

/** The committee of 南明区人民法院, the junior before the senior. */
export const MEMBERS = [
  'fang-jin',
  'ren-yuan',
  'yuan-qing',
  'yan-song',
  'tao-ran',
  'chu-yun',
  'chen-lei',
] as const;

const GRADES = Object.keys(JUDGE_GRADES) as readonly JudgeGrade[];

export const seat = (person: string): SeatedJudge => ({
  person,
  grade: GRADES[MEMBERS.findIndex((member) => member === person)] ?? 'fifthGrade',
  gradeSince: '2020-01-01',
});

export const sitting = (changes: Partial<GivenSitting> = {}): GivenSitting => ({
  committee: '1',
  sitting: 'plenary',
  composition: null,
  deviation: null,
  attending: MEMBERS.map(seat),
  recused: [],
  chair: 'chen-lei',
  procurator: null,
  materials: [document],
  heldOn: '2026-03-02',
  ...changes,
});

export const say = (speaker: string, part: SpeechPart, other: string | null = null): Speech => ({
  speaker,
  part,
  text: '……',
  stance: part === 'opinion' ? (other === null ? 'panel' : 'other') : null,
  view: other,
});

/** A discussion as the rules want it; of each member who speaks, the other view or `null` for the panel's. */
export const discussed = (
  views: Readonly<Record<string, string | null>>,
  chair = 'chen-lei',
): readonly Speech[] => {
  const speakers = MEMBERS.filter((member) => member in views && member !== chair);
  const opinions = [...speakers, ...(chair in views ? [chair] : [])];
  return [
    say('zhang-ming', 'report'),
    ...opinions.map((member) => say(member, 'opinion', views[member] ?? null)),
    say(chair, 'summary'),
  ];
};

export const applied = (changes: Partial<CommitteeApplication> = {}) =>
  ({
    type: 'CommitteeApplied',
    data: {
      application: '1',
      features: [],
      reasons: '疑难、复杂',
      mandatory: false,
      law: [],
      charge: terms('committeeReferral', 'application-1/1', holder('chen-lei')),
      ...changes,
    },
  }) as const;

export const submitted = (changes: Partial<DecidedReferral> = {}) =>
  ({
    type: 'CommitteeReferralDecided',
    data: {
      review: null,
      application: '1',
      duty: 'committeeReferral/application-1/1',
      decision: 'submit',
      reasons: '有必要',
      mandatory: false,
      law: [],
      committee: '1',
      charge: terms('committeeDecision', '1/1', holder('chen-lei')),
      ...changes,
    },
  }) as const;
