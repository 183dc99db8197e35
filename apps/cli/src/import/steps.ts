import { createHash } from 'node:crypto';
import { parseCaseNumber } from '@liuhen/courts';
import type { SourceHistory, SourceProceeding } from './source-history';
import {
  DISPOSITIONS,
  referenceOf,
  unnumberedCase,
  type CaseStage,
  type LinkKind,
  type Outcome,
} from '@liuhen/supervision/vocabulary';
import { codeOf } from '../code-of';

/** One command of the public interface. */
export interface ImportStep {
  readonly path: string;
  /** The same whenever the same fact of the same source is imported. */
  readonly key: string;
  readonly body: object;
  /** For a reason that names the proceeding. */
  readonly label: string;
}

/**
 * The commands that record a history, in the order in which they have to be given: each proceeding is registered with
 * where it came from, then what it decided. A number that comes back is the same case, with one more decision.
 */
export function stepsOf(history: SourceHistory): readonly ImportStep[] {
  const proceedings = history.proceedings.map((proceeding, index) => placed(history, proceeding, index + 1));
  return proceedings.flatMap((proceeding, index) => {
    const before = proceedings.slice(0, index);
    const known = before.some(({ caseId }) => caseId === proceeding.caseId);
    return [
      ...(known ? [] : [registration(history, proceeding, before.at(-1))]),
      ...decision(history, proceeding),
    ];
  });
}

/** A proceeding with the case that it belongs to. */
interface Placed extends SourceProceeding {
  /** Place in the history, from 1. */
  readonly ordinal: number;
  readonly caseId: string;
  readonly caseNumber: string | null;
}

function placed({ id }: SourceHistory, proceeding: SourceProceeding, ordinal: number): Placed {
  const parsed = parseCaseNumber(proceeding.caseNo ?? '');
  const reference = parsed.ok ? referenceOf(parsed.caseNumber) : unnumberedCase(id, ordinal);
  return { ...proceeding, ordinal, ...reference };
}

const SOURCE = 'imported';

function registration(history: SourceHistory, proceeding: Placed, previous: Placed | undefined): ImportStep {
  const { ordinal, caseNumber, caseNo, court, stage, filedOn } = proceeding;
  const body = withoutNulls({
    caseNumber,
    unnumbered: caseNumber === null ? { source: history.id, ordinal } : null,
    printedNumber: caseNo,
    court: court === null ? null : { name: court },
    caseType: history.caseType,
    stage,
    cause: history.cause,
    filedOn,
    origins: previous ? [{ origin: previous.caseId, kind: linkKind(stage, previous) }] : [],
    publishedAt: history.source,
    source: SOURCE,
  });
  return { ...step(history, proceeding, 'registration'), path: '/cases', body };
}

/** How a proceeding came from the one before it, as its stage tells. */
const LINK_KIND_OF: Readonly<Record<Exclude<CaseStage, 'firstInstance'>, LinkKind>> = {
  secondInstance: 'appeal',
  newTrialFirstInstance: 'remand',
  newTrialSecondInstance: 'remand',
  deathPenaltyReview: 'deathPenaltyReview',
  retrialReview: 'retrialReview',
  retrial: 'retrial',
  retrialAppeal: 'appeal',
  enforcement: 'enforcement',
  enforcementObjection: 'enforcementReview',
  enforcementReview: 'enforcementReview',
  enforcementSupervision: 'enforcementReview',
  compensation: 'compensation',
  compensationReview: 'retrialReview',
  compensationRehearing: 'retrial',
  bankruptcy: 'related',
  recognition: 'related',
  designatedJurisdiction: 'jurisdiction',
};

function linkKind(stage: CaseStage, previous: SourceProceeding): LinkKind {
  if (stage !== 'firstInstance') return LINK_KIND_OF[stage];
  return outcomeOf(previous) === 'remand' ? 'remand' : 'related';
}

/** 发改指 as sources print it; every other disposition is recorded as one. */
const APPELLATE_OUTCOMES: Readonly<Record<string, Outcome>> = {
  改判: 'substitutedJudgment',
  发回重审: 'remand',
  指令立案: 'orderToFile',
  指令审理: 'orderToHear',
  提审: 'retrialByUpperCourt',
  指令再审: 'orderedRetrial',
  指定再审: 'designatedRetrial',
  裁定再审: 'retrial',
};

const outcomeOf = ({ disposition }: SourceProceeding): Outcome | undefined =>
  disposition !== null && Object.hasOwn(APPELLATE_OUTCOMES, disposition)
    ? APPELLATE_OUTCOMES[disposition]
    : undefined;

/** None where the source gives neither a disposition nor a document nor a date. */
function decision(history: SourceHistory, proceeding: Placed): readonly ImportStep[] {
  const { caseId, document, decidedOn, disposition } = proceeding;
  if (disposition === null && document === null && decidedOn === null) return [];
  const outcome = outcomeOf(proceeding);
  const common = { document, decidedOn, source: SOURCE };
  const body = outcome
    ? { status: 'signed', parts: [appellatePart(proceeding, outcome)], ...common }
    : { ...plainDisposition(proceeding), ...common };
  const path = `/cases/${encodeURIComponent(caseId)}/${outcome ? 'appellate-dispositions' : 'dispositions'}`;
  return [{ ...step(history, proceeding, 'disposition'), path, body: withoutNulls(body) }];
}

const appellatePart = ({ ground, articles }: Placed, outcome: Outcome) =>
  withoutNulls({
    outcome,
    printedGrounds: ground === null ? null : [ground],
    printedArticles: articles.length === 0 ? null : articles,
  });

function plainDisposition({ disposition: printed, articles }: Placed) {
  if (printed === null) return { disposition: 'notStated', articles };
  const disposition = codeOf(DISPOSITIONS, printed);
  return disposition ? { disposition, articles } : { disposition: 'other', printed, articles };
}

function step({ id }: SourceHistory, { ordinal, caseNo }: Placed, kind: 'registration' | 'disposition') {
  const source = createHash('sha256').update(id).digest('hex').slice(0, 32);
  return {
    key: `import-${source}-${String(ordinal)}-${kind}`,
    label: `第 ${String(ordinal)} 件（${caseNo ?? '无案号'}）`,
  };
}

const withoutNulls = (object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
