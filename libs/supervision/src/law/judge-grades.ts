import type { CalendarDate } from '@liuhen/kernel';

/** 法官等级, the junior before the senior (法官法第二十六条). */
export const JUDGE_GRADES = {
  fifthGrade: '五级法官',
  fourthGrade: '四级法官',
  thirdGrade: '三级法官',
  secondGrade: '二级法官',
  firstGrade: '一级法官',
  fourthSenior: '四级高级法官',
  thirdSenior: '三级高级法官',
  secondSenior: '二级高级法官',
  firstSenior: '一级高级法官',
  secondJustice: '二级大法官',
  firstJustice: '一级大法官',
  chiefJustice: '首席大法官',
} as const;
export type JudgeGrade = keyof typeof JUDGE_GRADES;

/** A judge who takes part in a discussion, with what decides when they speak. */
export interface SeatedJudge {
  readonly person: string;
  readonly grade: JudgeGrade;
  /** Since when they have the grade. */
  readonly gradeSince: CalendarDate;
}

const RANKS = Object.keys(JUDGE_GRADES);

/** Negative where the first is junior: of the lower grade, or later risen to the same one (法发〔2021〕2号第八条). */
export const bySeniority = (a: SeatedJudge, b: SeatedJudge): number =>
  RANKS.indexOf(a.grade) - RANKS.indexOf(b.grade) || compare(b.gradeSince, a.gradeSince);

const compare = (a: CalendarDate, b: CalendarDate): number => (a === b ? 0 : a < b ? -1 : 1);
