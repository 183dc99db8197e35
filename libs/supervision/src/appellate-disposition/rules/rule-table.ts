import {
  administrativeAppealGrounds,
  administrativeRetrialGrounds,
  administrativeReviewGrounds,
} from './administrative';
import { lawOfTheDay } from '../../law/citation';
import type { Citation, Forum } from '../../law/citation';
import { civilAppealGrounds } from './civil-appeal';
import { civilRetrialGrounds } from './civil-retrial';
import { civilReviewGrounds } from './civil-review';
import { confiscationGrounds, criminalAppealGrounds } from './criminal-appeal';
import { deathReviewGrounds, otherApprovalGrounds } from './criminal-approval';
import { criminalRetrialGrounds, criminalReviewGrounds } from './criminal-retrial';
import type { Ground, GroundTable, Permit } from './ground';
import type { Outcome, Procedure, Stage } from '../../law/vocabulary';

const tables = {
  civil: { ...civilAppealGrounds, ...civilRetrialGrounds, ...civilReviewGrounds },
  criminal: {
    ...criminalAppealGrounds,
    ...confiscationGrounds,
    ...deathReviewGrounds,
    ...otherApprovalGrounds,
    ...criminalRetrialGrounds,
    ...criminalReviewGrounds,
  },
  administrative: {
    ...administrativeAppealGrounds,
    ...administrativeRetrialGrounds,
    ...administrativeReviewGrounds,
  },
} as const satisfies Readonly<Record<Procedure, GroundTable>>;

export type GroundCode = {
  [P in Procedure]: Extract<keyof (typeof tables)[P], string>;
}[Procedure];

export type CodedGround = Ground & { readonly code: string; readonly procedure: Procedure };

const rowsOf = (procedure: Procedure): readonly CodedGround[] =>
  Object.entries<Ground>(tables[procedure]).map(([code, ground]) => ({ ...ground, code, procedure }));

/** 发改指理由总表 */
export const ruleTable: readonly CodedGround[] = [
  ...rowsOf('civil'),
  ...rowsOf('criminal'),
  ...rowsOf('administrative'),
];

const byCode: ReadonlyMap<string, CodedGround> = new Map(ruleTable.map((ground) => [ground.code, ground]));

export const isGroundCode = (code: string): code is GroundCode => byCode.has(code);
export const findGround = (code: string): CodedGround | undefined => byCode.get(code);

/** The provisions of a ground that governed that day, at that stage. */
export const groundLaw = (ground: CodedGround, forum: Forum): readonly Citation[] =>
  lawOfTheDay(ground.law, forum);

export const appliesAt = (ground: CodedGround, procedure: Procedure, stage: Stage): boolean =>
  ground.procedure === procedure && ground.stages.includes(stage);

export const permitFor = (ground: CodedGround, outcome: Outcome): Permit | undefined =>
  ground.permits.find((permit) => permit.outcome === outcome);

/** The grounds that the law of that day knew at that stage. */
export const groundsInForce = (forum: Required<Forum>): readonly CodedGround[] =>
  ruleTable.filter(
    (ground) => appliesAt(ground, forum.procedure, forum.stage) && groundLaw(ground, forum).length > 0,
  );
