export { assess } from './assess';
export {
  inForce,
  lawArticleOf,
  lawOfTheDay,
  renderCitation,
  renderLaw,
  verification,
} from '../../law/citation';
export type { Citation, Forum } from '../../law/citation';
export { findingCatalogue, groundCatalogue } from './codes';
export type { CatalogueEntry } from './codes';
export type {
  AppealSide,
  AppellateDecision,
  DispositionPart,
  EarlierDisposition,
  OrderedRetrialConditions,
  OrderedRetrialExclusions,
  RetrialOrigin,
} from './decision';
export { judgeDraft } from './draft';
export { judgements } from '../../law/finding';
export type { Assessment, DraftEffect, Finding, Judgement } from '../../law/finding';
export { groundKinds, modalities } from './ground';
export type { Ground, GroundKind, Modality, Permit } from './ground';
export { readPrintedArticles, readPrintedGrounds } from './printed-grounds';
export type { PrintedGround } from './printed-grounds';
export { findGround, groundsInForce, isGroundCode, ruleTable } from './rule-table';
export type { CodedGround, GroundCode } from './rule-table';
export { statutes } from '../../law/statutes';
export type { Statute, StatuteCode, StatuteVersion } from '../../law/statutes';
export { courtLevels, outcomes, procedures, stages } from '../../law/vocabulary';
export type { CourtLevel, Outcome, Procedure, Stage } from '../../law/vocabulary';
