import type { Citation } from '../../law/citation';
import type { DemandCode } from './demands';
import type { Outcome, Stage } from '../../law/vocabulary';

/** 应当、可以、一般应当 */
export const modalities = { must: '应当', may: '可以', generally: '一般应当' } as const;
export type Modality = keyof typeof modalities;

/** An outcome that a ground permits, and what must be on record for it. */
export interface Permit {
  readonly outcome: Outcome;
  readonly modality: Modality;
  readonly demands: readonly DemandCode[];
}

/** What kind of finding about the lower court's work a ground is; several rules turn on it. */
export const groundKinds = {
  sound: '原裁判正确',
  flawed: '有瑕疵而结果正确',
  factsUnclear: '事实不清',
  wrongFacts: '认定事实错误',
  wrongLaw: '适用法律错误',
  wrongSentence: '量刑不当',
  breach: '违反法定程序',
  newTrialBreach: '重审未另行组成合议庭',
  newEvidence: '新的证据',
  acceptance: '受理、管辖问题',
  errorFound: '确有错误',
  other: '其他',
} as const;
export type GroundKind = keyof typeof groundKinds;

/** 发改指理由: one row of the rule table. */
export interface Ground {
  readonly name: string;
  readonly kind: GroundKind;
  readonly stages: readonly Stage[];
  /** Near the statute's own words. */
  readonly condition: string;
  readonly permits: readonly Permit[];
  /** The provision in each version of the statute; where no version covers a day, none is on record for it. */
  readonly law: readonly Citation[];
  /** The provision adds a possibility and closes none: another outcome is not for that reason contrary to it. */
  readonly open?: true;
}

export type GroundTable = Readonly<Record<string, Ground>>;

const permit =
  (modality: Modality) =>
  (outcome: Outcome, ...demands: readonly DemandCode[]): Permit => ({ outcome, modality, demands });

export const must = permit('must');
export const may = permit('may');
export const generally = permit('generally');
