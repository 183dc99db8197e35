import { publishedRoutes, type PublishedRoute } from '../../api/support/published-routes';
import { powersOfRoutes } from './powers-of-routes';

/** Readings of a case, for whoever may know of it. */
export const OF_CASE = [
  ...['showCase', 'replayHistory', 'compareMoments', 'showAccountability', 'showFamily', 'listRedactions'],
] as const;

/** Readings of a case that are for those whose inner file it is. */
export const OF_INNER_FILE = ['listReviews', 'listMeetings', 'listCommitteeMatters'] as const;

/** Everybody is answered, with what they may see: often nothing. */
export const FOR_EVERYBODY = [
  ...['showMe', 'showWorklist', 'listCases', 'listDuties', 'summariseDuties', 'listEvents'],
  ...['listMatters', 'listAssignments', 'listMatterChains', 'summariseMatters', 'showMatterRegister'],
  ...['listMatterRoutes', 'screenWording', 'replayCourt', 'replayPost'],
  ...['auditAppellateDispositions', 'countAppellateDispositionGrounds'],
  ...['showPoliciesInForce', 'listPolicyProposals', 'listPosts', 'listPostProposals'],
  ...['listKeys', 'listKeyProposals'],
] as const;

/** Keeping of the register of posts, in its own court. */
export const KEEPING_POSTS = [
  ...['appointPerson', 'recordPersonLeft', 'recordLeave', 'endLeave'],
  ...['grantDelegation', 'revokeDelegation'],
] as const;

/** What is said of posts by who may propose it. */
export const PROPOSING_POSTS = ['proposeAppointment', 'proposeDeparture', 'proposeOversight'] as const;

/** Each has a row of its own. */
export const SINGLE = [
  ...['replayAdministration', 'readLog', 'draftMatter', 'proposePolicy', 'runPolicyDry'],
  ...['proposeKeyRegistration', 'proposeKeyRevocation'],
] as const;

/** What is tested where it has what it is about: an answer depends on that, not on the post alone. */
export const TESTED_ELSEWHERE: Readonly<Record<string, string>> = {
  exportEvidence: 'test/notary/who-learns-what.e2e-spec.ts',
  showReceipt: 'test/notary/who-learns-what.e2e-spec.ts',
  showInspectionPatterns: 'test/reading-trace/patterns.e2e-spec.ts',
  listEvidenceHolds: 'test/redaction/hold.e2e-spec.ts',
  listCaseReaders: 'test/reading-trace/readers.e2e-spec.ts',
  openDocument: 'test/documents/inner-file.e2e-spec.ts',
  openMatterDocument: 'test/matters/matter-life-cycle.e2e-spec.ts',
  keepDocument: 'test/documents/case-documents.e2e-spec.ts',
  keepMatterDocument: 'test/matters/matter-life-cycle.e2e-spec.ts',
  streamEvents: 'test/protection/protection.e2e-spec.ts',
  answerKeyProposal: 'test/access/two-persons.e2e-spec.ts',
  answerPostProposal: 'test/access/two-persons.e2e-spec.ts',
  answerPolicyProposal: 'test/policies/policies.e2e-spec.ts',
  proposePolicyRepeal: 'test/access/two-persons.e2e-spec.ts',
  showPolicyVersion: 'test/policies/policies.e2e-spec.ts',
};

const isOfMatter = ({ path }: PublishedRoute): boolean => path.startsWith('/api/v1/matters/{matter}');
const isTestedElsewhere = ({ operationId }: PublishedRoute): boolean =>
  Object.hasOwn(TESTED_ELSEWHERE, operationId);
const isRead = ({ method }: PublishedRoute): boolean => method === 'get';

/** Commands on cases, each by its power. */
export const caseCommands = publishedRoutes.filter(({ operationId }) => powersOfRoutes.has(operationId));

const ofMatters = publishedRoutes.filter((route) => isOfMatter(route) && !isTestedElsewhere(route));
export const matterCommands = ofMatters.filter((route) => !isRead(route));
export const matterReadings = ofMatters.filter(isRead);
