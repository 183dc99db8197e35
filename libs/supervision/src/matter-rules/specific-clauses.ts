import type { ClauseDefinition } from '../court-rules/policy-shape';
import { talkClause } from './accountability-talk-clause';
import { objectionsClause, rankingClause } from './bulletin-clause';
import { assignmentClause } from './leader-assignment-clause';
import { reportsClause } from './listed-supervision-clause';
import { inspectionClause } from './supervisory-inspection-clause';
import { chairClause, noticeClause } from './tasking-meeting-clause';

/** Clauses that a single act on matters goes by, beside those of every instrument. */
export const specificClauses: readonly ClauseDefinition<object>[] = [
  assignmentClause,
  inspectionClause,
  reportsClause,
  talkClause,
  noticeClause,
  chairClause,
  rankingClause,
  objectionsClause,
];
