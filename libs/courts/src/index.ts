export type { CaseNumber, CaseNumberResult, NumberedCourt } from './case-number/case-number';
export { caseNumberRefusals } from './case-number/case-number.refusals';
export { parseCaseNumber } from './case-number/parse-case-number';
export * from './courts/court';
export { courtOfCode } from './courts/court-code';
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
export { guizhouCourts, type SeededCourt } from './courts/guizhou-courts';
export { demonstrationPosts, type SeededPost } from './posts/demonstration-posts';
export { postKindOf } from './posts/post-kind';
export {
  emptyPostDirectory,
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
export type { Validity } from './timeline';
