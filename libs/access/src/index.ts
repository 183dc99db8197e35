export * from './access.module';
export { Directory } from './directory/directory';
export { peopleToday, type PersonInPost } from './directory/people';
export { seedDirectory } from './directory/seed';
export { seedPolicies } from './directory/seed-policies';
export { systemAct } from './directory/system-act';
export { commandActOf, CurrentAct, CurrentIdentity, CurrentReader } from './identity/current.decorators';
export { POST_HEADER, type Identity } from './identity/identities';
export { Public } from './identity/public.decorator';
export type { CommandAct, Reader } from './identity/reader';
export { SecondFactor } from './identity/second-factor';
export { StepUp } from './identity/step-up.decorator';
export {
  accessRefusals,
  Policies,
  type CaseCourts,
  type CaseFile,
  type MatterFile,
  type MatterSight,
} from './policies/policies';
export { AnswersProposal } from './proposals/answers-proposal.decorator';
export { AdministrationSight } from './proposals/administration-sight';
export { answerTo, GuardedChanges } from './proposals/guarded-changes';
export { ProposalAnswerBody, ProposalQuery, ReasonField } from './proposals/proposal.bodies';
export { ListProposals } from './proposals/proposal.query';
export { ChangeProposalListView, ChangeProposalView } from './proposals/proposal.views';
export { proposalView } from './proposals/proposal-viewing';
export { postKeepingRefusals } from './posts/post-keeping';
export { Powers } from './powers/powers';
export { commandSignatureRefusals } from './signatures/command-signature.refusals';
export { takingSignatures } from './signatures/command-signatures';
export {
  changeKey,
  LOCAL_KEY_ACR,
  mintToken,
  signingKeys,
  writeAddress,
  type LocalKey,
} from './tokens/local-issuer';
export {
  TokenVerifier,
  type SignIn,
  type TokenVerifierOptions,
  type VerifiedToken,
} from './tokens/token-verifier';
