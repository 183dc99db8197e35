import type { CommandAct } from '@liuhen/access';
import type { JsonObject, Message } from '@liuhen/kernel';
import type { CaseCommand } from '../../libs/supervision/src/case/case.decider';
import type {
  CaseEvent,
  CaseRegistration,
  RecordedDisposition,
} from '../../libs/supervision/src/case/case.events';

/** The court of all cases, a basic court whose code every case number carries. */
const COURT = '黔0102';

/** Canonical, of the n-th case. */
export const caseNumberOf = (n: number): string => `（2024）${COURT}民初${String(n)}号`;

const CAUSE = '建设工程施工合同纠纷（工程价款优先受偿权、逾期付款违约金及工程质量保证金返还）';

/** About 0.5 KB as JSON in UTF-8, as {@link dispositionOf}. */
const registrationOf = (caseNumber: string): CaseRegistration => ({
  caseNumber,
  printedNumber: caseNumber,
  court: { code: COURT, name: '贵州省贵阳市南明区人民法院' },
  caseType: 'civil',
  stage: 'firstInstance',
  cause: CAUSE,
  filedOn: '2024-03-01',
  handlingJudge: 'p-judge',
  panel: ['p-judge', 'p-judge-2', 'p-juror'],
  soleJudge: false,
  trialForm: 'ordinary',
  publishedAt: null,
});

/** What a case is disposed of by, for the n-th time. */
const dispositionOf = (n: number): RecordedDisposition => ({
  disposition: 'upheld',
  printed: `一、被告于本判决生效之日起十日内向原告支付工程款及逾期付款违约金（第${String(n)}项）；二、驳回原告的其他诉讼请求，案件受理费由被告负担`,
  document: '民事判决书',
  decidedOn: '2024-09-30',
  articles: [
    '《中华人民共和国民法典》第五百零九条第一款',
    '《中华人民共和国民法典》第八百零七条',
    '《中华人民共和国民事诉讼法》第六十七条第一款',
  ],
});

/** The n-th event of a case, from 0: it is registered, and then disposed of again and again. */
export const caseEvent = (caseNumber: string, n: number): CaseEvent =>
  n === 0
    ? { type: 'CaseRegistered', data: registrationOf(caseNumber) }
    : { type: 'DispositionRecorded', data: dispositionOf(n) };

/** The command that leads to {@link caseEvent}. */
export const caseCommand = (caseNumber: string, n: number): CaseCommand =>
  n === 0
    ? { type: 'RegisterCase', data: { registration: registrationOf(caseNumber), origins: [] } }
    : { type: 'RecordDisposition', data: dispositionOf(n) };

/** The judge's, live. */
export const actOf = ({ data }: Message, key: string): CommandAct => ({
  actor: { person: 'p-judge', post: 'post-judge', party: 'judge', delegation: null },
  court: COURT,
  occurredAt: null,
  source: 'live',
  basis: [],
  key,
  asked: { method: 'POST', path: ['bench'], body: data as JsonObject },
  correlation: `bench-${key}`,
  cause: null,
  signature: null,
});
