export { lawArticleOf } from '../../law/citation';
export { judgements, type Assessment, type DraftEffect, type Judgement } from '../../law/finding';
export { courtLevels, outcomes, stages } from '../../law/vocabulary';
export type { CourtLevel, Outcome, Procedure, Stage } from '../../law/vocabulary';
export { assess } from './assess';
export { findingCatalogue } from './codes';
export type {
  AppealSide,
  DispositionPart,
  EarlierDisposition,
  OrderedRetrialConditions,
  OrderedRetrialExclusions,
  RetrialOrigin,
} from './decision';
export { judgeDraft } from './draft';
export { findGround, ruleTable } from './rule-table';
