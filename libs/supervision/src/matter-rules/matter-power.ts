import { kindsOf, power, type Power } from '@liuhen/courts';
import { LEADERS, TRIAL_MANAGEMENT, TRIERS } from '../court-rules/post-groups';

/** Whom the routes of the courts' rules may name, on either side. Which of them, and when, is the rule's and the record's. */
const BETWEEN_COURTS = [
  ...new Set([
    ...kindsOf('partyCommittee'),
    ...LEADERS,
    ...TRIAL_MANAGEMENT,
    ...TRIERS,
    ...['inspector', 'politicalDepartmentOfficer', 'researchOfficer', 'disciplineInspector'],
  ]),
];

const PARTY = { court: 'party' } as const;

/** A step of the issuing side. */
export const issuing = (title: string): Power =>
  power(title, BETWEEN_COURTS, {
    ...PARTY,
    unless: ['matter-step-not-yours', 'matter-not-issuing-side', 'matter-aimed-at-you'],
  });

/** A step of those at whom the matter is aimed. */
export const answering = (title: string): Power =>
  power(title, BETWEEN_COURTS, { ...PARTY, unless: ['matter-step-not-yours'] });

/** What follows when nobody acts in time. */
export const ofTheClock = (title: string): Power => power(title, ['supervisionSystem'], PARTY);
