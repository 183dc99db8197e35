import { accountabilityTalkAct } from './accountability-talk/accountability-talk.module';
import { adjudicationCommitteeAct } from './adjudication-committee/adjudication-committee.module';
import { appellateDispositionAct } from './appellate-disposition/appellate-disposition.module';
import { bulletinAct } from './bulletin/bulletin.module';
import { caseAct } from './case/case.module';
import { caseProtectionAct } from './case-protection/case-protection.module';
import { dutyWarningAct } from './duty-warning/duty-warning.module';
import { evidenceHoldAct } from './evidence-hold/evidence-hold.module';
import { leaderAssignmentAct } from './leader-assignment/leader-assignment.module';
import { listedSupervisionAct } from './listed-supervision/listed-supervision.module';
import { preIssueReviewAct } from './pre-issue-review/pre-issue-review.module';
import { policiesAct } from './policies/policies.module';
import { professionalJudgesMeetingAct } from './professional-judges-meeting/professional-judges-meeting.module';
import { redactionAct } from './redaction/redaction.module';
import { supervisionMatterAct } from './supervision-matter/supervision-matter.module';
import { supervisoryInspectionAct } from './supervisory-inspection/supervisory-inspection.module';
import { taskingMeetingAct } from './tasking-meeting/tasking-meeting.module';
import type { SupervisoryAct } from './supervisory-act';

/** Adding an act adds its folder and one line here. */
const working: readonly SupervisoryAct[] = [
  caseAct,
  caseProtectionAct,
  appellateDispositionAct,
  preIssueReviewAct,
  professionalJudgesMeetingAct,
  adjudicationCommitteeAct,
  supervisionMatterAct,
  accountabilityTalkAct,
  supervisoryInspectionAct,
  leaderAssignmentAct,
  listedSupervisionAct,
  taskingMeetingAct,
  bulletinAct,
  policiesAct,
  evidenceHoldAct,
  redactionAct,
];

/** Every supervisory act, with the warnings of the duties that they open. */
export const acts: readonly SupervisoryAct[] = [...working, dutyWarningAct(working)];
