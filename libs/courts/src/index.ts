export type { CaseNumber, CaseNumberResult, NumberedCourt } from './case-number/case-number';
export { caseNumberRefusals } from './case-number/case-number.refusals';
export { allCaseTypes, caseTypeOf, SPECIALISED_TRIALS, type CaseType } from './case-number/case-types';
export { findCaseNumbers, parseCaseNumber, scanCaseNumbers } from './case-number/parse-case-number';
export { INSTANCES, PROCEDURES, type Instance, type Procedure } from './case-number/procedure';
export * from './courts/court';
export { courtOfCode, PROVINCES, SUPREME_COURT, type CodedCourt } from './courts/court-code';
export {
  courtDecider,
  type CourtCommand,
  type CourtFacts,
  type Establishment,
  type Route,
} from './courts/court.decider';
export * from './courts/court-directory';
export type { CourtRecord } from './courts/court-record';
export * from './courts/court.events';
export { courtRefusals } from './courts/court.refusals';
export { courtSentences } from './courts/court.sentences';
export { guizhouCourts, type SeededCourt } from './courts/guizhou-courts';
export { demonstrationPosts, type SeededPost } from './posts/demonstration-posts';
export { partyOf, postKindOf, postKinds, type OwnParty, type PostKind } from './posts/post-kind';
export {
  emptyPostDirectory,
  holdersOn,
  postsHeldBy,
  withPostEvent,
  type HeldPost,
  type PostDirectory,
  type PostRecord,
  type Tenure,
} from './posts/post-record';
export { postDecider, type PostCommand, type PostFacts } from './posts/post.decider';
export * from './posts/post.events';
export { postRefusals } from './posts/post.refusals';
export { postSentences } from './posts/post.sentences';
export type { Validity } from './timeline';
