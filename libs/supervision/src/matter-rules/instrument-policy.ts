import { isRefusal, type Refusal } from '@liuhen/kernel';
import { wholeNumbers } from '../court-rules/clause-shape';
import {
  policyKind,
  readClauses,
  type ClauseDefinition,
  type Clauses,
  type RuledBy,
} from '../court-rules/policy-shape';
import { INSTRUMENTS, type Instrument } from './instruments';
import {
  deadlineShape,
  escalationShape,
  everyTermShape,
  followUpsShape,
  routesShape,
  screeningShape,
  stepsShape,
  targetsShape,
  termsShape,
} from './matter-clauses';
import { STEPS, type Step } from './steps';
import { specificClauses } from './specific-clauses';

export const MATTER_POLICY = 'supervision-matters';
export const MATTER_POLICY_TITLE = '督导事项规则';

const STEP_NAMES = Object.keys(STEPS) as readonly Step[];
/** Terms that go with no step of their own. */
const COMMON_TERMS = ['drafting', 'extensionDecision', 'outcome', 'rectificationCheck', 'returned'] as const;

const COMMON = {
  terms: { clause: 'common.terms', label: '各方式共同的期限', shape: everyTermShape(COMMON_TERMS) },
  screening: { clause: 'common.screening', label: '措辞审查', shape: screeningShape },
};

/** What the rules say of one instrument. */
const definitionsOf = (instrument: Instrument) => {
  const name = INSTRUMENTS[instrument];
  return {
    routes: { clause: `${instrument}.routes`, label: `${name}的路径`, shape: routesShape },
    targets: { clause: `${instrument}.targets`, label: `${name}的对象`, shape: targetsShape },
    steps: { clause: `${instrument}.steps`, label: `${name}的步骤`, shape: stepsShape },
    terms: { clause: `${instrument}.terms`, label: `${name}的期限`, shape: termsShape(STEP_NAMES) },
    limits: {
      clause: `${instrument}.limits`,
      label: `${name}的次数`,
      shape: wholeNumbers({
        returns: { label: '退回次数', min: 0 },
        extensions: { label: '延期次数', min: 0 },
        extensionWorkingDays: { label: '每次延期的工作日数', min: 0 },
      }),
    },
    escalation: { clause: `${instrument}.escalation`, label: `${name}的升级`, shape: escalationShape },
    deadline: { clause: `${instrument}.deadline`, label: `${name}的指定期限`, shape: deadlineShape },
    followUps: { clause: `${instrument}.followUps`, label: `${name}的回头看`, shape: followUpsShape },
  };
};

/** 某一督导方式的规则: who may issue it to whom, its steps, terms and numbers, each with its clause. */
export type InstrumentRules = RuledBy<ReturnType<typeof definitionsOf>>;
export type CommonMatterRules = RuledBy<typeof COMMON>;

/** @returns Refusal `policy-missing` where a clause is not there or not readable */
export const instrumentRulesOf = (instrument: Instrument, clauses: Clauses): InstrumentRules | Refusal =>
  readClauses(MATTER_POLICY_TITLE, definitionsOf(instrument), clauses);

/** @returns Refusal `policy-missing` */
export const commonMatterRulesOf = (clauses: Clauses): CommonMatterRules | Refusal =>
  readClauses(MATTER_POLICY_TITLE, COMMON, clauses);

/** One clause that only some acts know. @returns Refusal `policy-missing` */
export function specificRuleOf<Content extends object>(
  definition: ClauseDefinition<Content>,
  clauses: Clauses,
): RuledBy<{ only: ClauseDefinition<Content> }>['only'] | Refusal {
  const read = readClauses(MATTER_POLICY_TITLE, { only: definition }, clauses);
  return isRefusal(read) ? read : read.only;
}

const allDefinitions = Object.fromEntries(
  [
    ...Object.values(COMMON),
    ...(Object.keys(INSTRUMENTS) as Instrument[]).flatMap((instrument) =>
      Object.values<ClauseDefinition<object>>(definitionsOf(instrument)),
    ),
    ...specificClauses,
  ].map((definition: ClauseDefinition<object>) => [definition.clause, definition]),
);

export const matterPolicyKind = policyKind(MATTER_POLICY, MATTER_POLICY_TITLE, allDefinitions);
