export { assess } from './assess';
export { inForce, lawArticleOf, lawOfTheDay, renderCitation, renderLaw, verification } from './citation';
export type { Citation, Forum, LawArticle } from './citation';
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
export { advisableProcedures, draftVerdicts, judgeDraft } from './draft';
export type { DraftJudgement } from './draft';
export { judgements } from './finding';
export type { Assessment, DraftEffect, Finding, Judgement } from './finding';
export { groundKinds, modalities } from './ground';
export type { Ground, GroundKind, Modality, Permit } from './ground';
export { assessNewTrial } from './new-trial';
export type { NewTrial } from './new-trial';
export { readPrintedArticles, readPrintedGrounds } from './printed-grounds';
export type { PrintedGround } from './printed-grounds';
export { findGround, groundsInForce, isGroundCode, ruleTable } from './rule-table';
export type { CodedGround, GroundCode } from './rule-table';
export { statutes } from './statutes';
export type { Statute, StatuteCode, StatuteVersion } from './statutes';
export { courtLevels, outcomes, procedures, stages } from './vocabulary';
export type { CourtLevel, Outcome, Procedure, Stage } from './vocabulary';
