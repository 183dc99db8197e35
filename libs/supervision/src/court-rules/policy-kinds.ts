import { administrationPolicyKind, type PolicyKind } from '@liuhen/courts';
import { committeePolicyKind } from './committee-policy';
import { matterPolicyKind } from '../matter-rules/instrument-policy';
import { meetingPolicyKind } from './meeting-policy';
import { patternPolicyKind } from './pattern-policy';
import { readingPolicyKind } from './reading-policy';
import { redactionPolicyKind } from './redaction-policy';
import { reviewPolicyKind } from './review-policy';
import { warningPolicyKind } from './warning-policy';

/** 审判权责规则: all that a court can lay down. */
export const policyKinds: readonly PolicyKind[] = [
  reviewPolicyKind,
  meetingPolicyKind,
  committeePolicyKind,
  matterPolicyKind,
  warningPolicyKind,
  redactionPolicyKind,
  readingPolicyKind,
  patternPolicyKind,
  administrationPolicyKind,
];
