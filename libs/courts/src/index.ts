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
export {
  emptyKeyBook,
  withKeyEvent,
  type KeyBook,
  type KeyRecord,
  type RegisteredKey,
} from './keys/key-record';
export { keyProposalDecider, type KeyChange, type KeyFacts } from './keys/key-proposal.decider';
export * from './keys/key.events';
export { keyRefusals } from './keys/key.refusals';
export { KEY_ALGORITHMS, type KeyAlgorithm } from './keys/public-key';
export {
  clausesInForce,
  emptyPolicyBook,
  policyVersionNamed,
  policyVersionsOf,
  withPolicyEvent,
  type ClauseInForce,
  type DatedPolicyVersion,
  type PolicyBook,
} from './policies/policy-book';
export type { PolicyKind } from './policies/policy-kind';
export { policyDecider, type PolicyCommand, type PolicyFacts } from './policies/policy.decider';
export { policyProposalDecider, type PolicyProposalFacts } from './policies/policy-proposal.decider';
export * from './policies/policy.events';
export { policyRefusals } from './policies/policy.refusals';
export { refuseClauses } from './policies/refuse-clauses';
export { postsDelegatedTo, type DelegatedPost } from './posts/delegation';
export { demonstrationPolicies, guizhouPolicies, type SeededPolicy } from './policies/seeded-policies';
export { demonstrationPosts, type SeededPost, type SeedingCommand } from './posts/demonstration-posts';
export { divisionsOverseenBy, postAtLevel, superiorsOf, type LadderLevel } from './posts/ladder';
export type { PostChange } from './posts/guarded-change';
export { isAdministrator, partyOf, postKindOf, postKinds } from './posts/post-kind';
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
export { postProposalDecider, type PostProposalFacts } from './posts/post-proposal.decider';
export type { PostCommand } from './posts/post-command';
export { postDecider, type PostFacts } from './posts/post.decider';
export * from './posts/post.events';
export { postRefusals } from './posts/post.refusals';
export {
  answeredBy,
  answeringFor,
  ANSWERING_REASONS,
  type AnsweredHolder,
  type Answering,
} from './posts/responsibility';
export {
  COURT_RELATIONS,
  distinctPowers,
  kindsOf,
  power,
  type CourtRelation,
  type Power,
} from './powers/power';
export { powerRefusals, refusePower } from './powers/refuse-power';
export { administrationPolicyKind, requiresSignature } from './proposals/administration-policy';
export { administrationRecords, type AdministrationRecord } from './administration-records';
export { changeText, type GuardedChange } from './proposals/change-text';
export type { ProposalCommand, ProposalDecider, ProposalFacts, Proposed } from './proposals/proposal-decider';
export * from './proposals/proposal.events';
export { proposalRefusals } from './proposals/proposal.refusals';
export {
  emptyProposalBook,
  PROPOSAL_STATUSES,
  statusOf,
  withProposalEvent,
  type Proposal,
  type ProposalAnswer,
  type ProposalBook,
  type ProposalStatus,
} from './proposals/proposal-record';
export type { Validity } from './timeline';
export { daysAfter, daysBefore } from './working-days/days';
export { chinaCalendar } from './working-days/china-calendar';
export { addWorkingDays, type CountedDay } from './working-days/count-working-days';
export { dutyTerm, type WarningThreshold } from './working-days/duty-term';
export { addTerm, type Term } from './working-days/term';
export type { WorkingCalendar } from './working-days/working-calendar';
