import type { CalendarDate, LawArticle } from '@liuhen/kernel';
import type { CaseRegistration } from '../case/case.events';
import {
  adjudicationCommitteeOpinions,
  administrativeLaw,
  civilLaw,
  collegialPanelProvisions,
  criminalInterpretation,
  criminalLaw,
  generalLawOfTheDay,
  lawArticleOf,
  lawOfTheDay,
  organicLaw,
  verification,
  type Citation,
} from './citation';
import type { DocumentFeature } from './document-features';
import type { CourtLevel, Procedure } from './vocabulary';

/** 应当提交、可以提交审判委员会讨论决定. */
export const REFERRAL_DEMANDS = { mandatory: '应当提交', optional: '可以提交' } as const;
export type ReferralDemand = keyof typeof REFERRAL_DEMANDS;

type CaseType = CaseRegistration['caseType'];

/** What is looked at: the case, the court that hears it, and the draft. */
export interface ReferralSubject {
  readonly caseType: CaseType;
  readonly courtLevel: CourtLevel;
  readonly features: readonly DocumentFeature[];
  /** The day whose law is asked for. */
  readonly on: CalendarDate;
}

/** One reason to submit a case to the committee, with the articles in force on the day. */
export interface CommitteeReferral {
  readonly code: string;
  readonly title: string;
  readonly demand: ReferralDemand;
  readonly law: readonly LawArticle[];
  /** Whether one of the articles was compared with its text. */
  readonly verified: boolean;
}

interface ReferralRule extends Omit<CommitteeReferral, 'law' | 'verified'> {
  readonly law: readonly Citation[];
  /** One of them is enough. */
  readonly features: readonly DocumentFeature[];
  readonly caseTypes?: readonly CaseType[];
  readonly courtLevels?: readonly CourtLevel[];
  /** The first day on which another rule takes its place. */
  readonly until?: CalendarDate;
}

const CRIMINAL = ['criminal'] as const;

/** 法释〔2021〕1号第六百五十五条: earlier interpretations and documents yield to it from its first day. */
const FROM_2021_INTERPRETATION = '2021-03-01';

/** 法释〔2021〕1号第二百一十六条 and what other texts add to it, mandatory first. */
export const referralRules: readonly ReferralRule[] = [
  {
    code: 'committee-death-penalty',
    title: '高级、中级人民法院拟判处死刑立即执行',
    demand: 'mandatory',
    law: criminalInterpretation({ 2021: '216.2#1' }),
    features: ['deathPenalty'],
    caseTypes: CRIMINAL,
    courtLevels: ['high', 'intermediate'],
  },
  {
    code: 'committee-suspended-death-penalty',
    title: '中级人民法院拟判处死刑缓期执行',
    demand: 'mandatory',
    law: criminalInterpretation({ 2021: '216.2#1' }),
    features: ['suspendedDeathPenalty'],
    caseTypes: CRIMINAL,
    courtLevels: ['intermediate'],
  },
  {
    code: 'committee-death-penalty-former',
    title: '拟判处死刑',
    demand: 'mandatory',
    law: collegialPanelProvisions('12#1'),
    features: ['deathPenalty', 'suspendedDeathPenalty'],
    caseTypes: CRIMINAL,
    until: FROM_2021_INTERPRETATION,
  },
  {
    code: 'committee-effective-judgment-wrong',
    title: '本院生效裁判确有错误需要再审',
    demand: 'mandatory',
    law: [
      ...civilLaw({ 1991: '177.1', 2012: '198.1', 2021: '205.1', 2023: '209.1' }),
      ...criminalLaw({ 1996: '205.1', 2012: '243.1', 2018: '254.1' }),
      ...criminalInterpretation({ 2021: '216.2#2' }),
      ...administrativeLaw({ 1989: '63.1', 2014: '92.1' }),
      ...organicLaw('37.1#3'),
    ],
    features: ['effectiveJudgmentWrong'],
  },
  {
    code: 'committee-supervisory-protest',
    title: '人民检察院依照审判监督程序抗诉的刑事案件',
    demand: 'mandatory',
    law: criminalInterpretation({ 2021: '216.2#3' }),
    features: ['supervisoryProtest'],
    caseTypes: CRIMINAL,
  },
  {
    code: 'committee-acquittal',
    title: '拟宣告被告人无罪',
    demand: 'mandatory',
    law: adjudicationCommitteeOpinions('8.1#5'),
    features: ['acquittal'],
    caseTypes: CRIMINAL,
  },
  {
    code: 'committee-light-punishment',
    title: '拟在法定刑以下判处刑罚或者免予刑事处罚',
    demand: 'mandatory',
    law: adjudicationCommitteeOpinions('8.1#6'),
    features: ['belowStatutoryMinimum', 'exemptionFromPunishment'],
    caseTypes: CRIMINAL,
  },
  {
    code: 'committee-difficult-case',
    title: '疑难、复杂、重大案件，合议庭认为难以作出决定',
    demand: 'optional',
    law: [
      ...criminalLaw({ 2018: '185' }),
      ...criminalInterpretation({ 2021: '216.3' }),
      ...collegialPanelProvisions('12#2'),
      ...organicLaw('39.1'),
    ],
    features: ['fourType', 'presidentSupervised'],
  },
  {
    code: 'committee-other-protest',
    title: '人民检察院依照审判监督程序抗诉的民事、行政案件，重大、疑难、复杂',
    demand: 'optional',
    law: adjudicationCommitteeOpinions('9#3'),
    features: ['supervisoryProtest'],
    caseTypes: ['civil', 'administrative'],
  },
  {
    code: 'committee-remand',
    title: '指令再审或者发回重审',
    demand: 'optional',
    law: adjudicationCommitteeOpinions('9#4'),
    features: ['remand', 'orderedRetrial'],
  },
];

/** Why the case must, or may, be submitted to the committee; nothing where the law of the day names no reason. */
export const committeeReferral = (subject: ReferralSubject): readonly CommitteeReferral[] =>
  referralRules
    .filter((rule) => concerns(rule, subject))
    .flatMap(({ code, title, demand, law }) => {
      const inForce = inForceFor(law, subject);
      return inForce.length === 0
        ? []
        : [{ code, title, demand, law: inForce.map(lawArticleOf), verified: inForce.some(isVerified) }];
    });

const concerns = (
  { features, caseTypes, courtLevels, until }: ReferralRule,
  subject: ReferralSubject,
): boolean =>
  features.some((feature) => subject.features.includes(feature)) &&
  (caseTypes === undefined || caseTypes.includes(subject.caseType)) &&
  (courtLevels === undefined || courtLevels.includes(subject.courtLevel)) &&
  (until === undefined || subject.on < until);

/** Cases of other types are governed by what applies to all. */
const PROCEDURES: Readonly<Partial<Record<CaseType, Procedure>>> = {
  civil: 'civil',
  criminal: 'criminal',
  administrative: 'administrative',
};

function inForceFor(law: readonly Citation[], { caseType, on }: ReferralSubject): readonly Citation[] {
  const procedure = PROCEDURES[caseType];
  return procedure === undefined ? generalLawOfTheDay(law, on) : lawOfTheDay(law, { day: on, procedure });
}

const isVerified = (citation: Citation): boolean => verification(citation).verified;
