import { courtOfCode } from '@liuhen/courts';
import type { Ancestor } from '../case-file/ancestors';
import type { CaseLink, CaseRegistration, HandlingCourt } from '../case/case.events';
import type {
  AppellateDisposition,
  AppellateDispositionEvent,
  AssessedDisposition,
  RecordedAssessment,
} from './appellate-disposition.events';
import { appealedAgainst, earlierDispositions, isFamilyComplete, registrationsOf } from './family-record';
import { assess, lawArticleOf, type Assessment, type CourtLevel, type Procedure, type Stage } from './rules';

/** What the user gives; court and procedure follow from the case, the stage too where left open. */
export type GivenDisposition = Omit<AppellateDisposition, 'court' | 'procedure'>;

/** The case as its own stream tells. */
export interface CaseInHand {
  readonly registration: CaseRegistration;
  readonly links: readonly CaseLink[];
}

/** Completes a disposition from the case, and assesses it by the rules and by what came before in the family. */
export function assessInFamily(
  given: GivenDisposition,
  { registration, links }: CaseInHand,
  ancestors: readonly Ancestor<AppellateDispositionEvent>[],
): AssessedDisposition {
  const disposition: AppellateDisposition = {
    ...given,
    court: registration.court,
    procedure: PROCEDURE_OF[registration.caseType] ?? 'other',
    stage: given.stage ?? stageOf(registration, ancestors),
    courtLevel: given.courtLevel ?? levelOf(registration),
    appealAgainst: given.appealAgainst ?? appealedAgainst(links, ancestors),
  };
  return { disposition, assessment: assessmentOf(disposition, { registration, links }, ancestors) };
}

const PROCEDURE_OF: Readonly<Partial<Record<CaseRegistration['caseType'], Procedure>>> = {
  civil: 'civil',
  criminal: 'criminal',
  administrative: 'administrative',
};

const levelOf = ({ court }: CaseRegistration): CourtLevel | undefined =>
  court.code === null ? undefined : courtOfCode(court.code)?.level;

const STAGE_OF: Readonly<Partial<Record<CaseRegistration['stage'], Stage>>> = {
  secondInstance: 'secondInstance',
  newTrialSecondInstance: 'secondInstance',
  retrialAppeal: 'secondInstance',
  retrialReview: 'retrialReview',
  deathPenaltyReview: 'deathPenaltyReview',
};

/**
 * A retrial follows the procedure of the instance it retries; the one that an upper court takes up itself follows
 * that of the second instance.
 *
 * 《中华人民共和国民事诉讼法》(2023年修正)第二百一十八条, 《中华人民共和国刑事诉讼法》(2018年修正)第二百五十六条,
 * 《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一百一十九条.
 */
function stageOf(
  { stage, court }: CaseRegistration,
  ancestors: readonly Ancestor<AppellateDispositionEvent>[],
): Stage | null {
  if (stage !== 'retrial') return STAGE_OF[stage] ?? null;
  const before = registrationsOf(ancestors);
  if (before.some((earlier) => STAGE_OF[earlier.stage] === 'secondInstance'))
    return 'retrialBySecondInstance';
  const first = before.find((earlier) => earlier.stage === 'firstInstance');
  if (!first) return null;
  return isSameCourt(first.court, court) ? 'retrialByFirstInstance' : 'retrialBySecondInstance';
}

const isSameCourt = (a: HandlingCourt, b: HandlingCourt): boolean =>
  a.code !== null && b.code !== null ? a.code === b.code : a.name === b.name;

function assessmentOf(
  disposition: AppellateDisposition,
  { registration, links }: CaseInHand,
  ancestors: readonly Ancestor<AppellateDispositionEvent>[],
): RecordedAssessment {
  const { procedure, stage } = disposition;
  if (procedure === 'other' || stage === null) return NOT_COVERED;
  const decision = { ...disposition, procedure, stage, decidedOn: disposition.decidedOn ?? undefined };
  const complete = isFamilyComplete(registration, links, ancestors);
  return recordedAssessment(assess(decision, earlierDispositions(ancestors), complete));
}

/** The rule table speaks of civil, criminal and administrative appeals, retrials and reviews only. */
const NOT_COVERED: RecordedAssessment = {
  finding: 'notAssessable',
  findings: [
    {
      code: 'procedure-not-covered',
      finding: 'notAssessable',
      law: [],
      message: '规则表不含该类案件或者该审理程序的发改指标准，须人工审查',
      inDraft: 'flag',
      missing: ['适用的法律条文及其要件'],
    },
  ],
};

const recordedAssessment = ({ finding, findings }: Assessment): RecordedAssessment => ({
  finding,
  findings: findings.map((each) => ({ ...each, law: each.law.map(lawArticleOf) })),
});
