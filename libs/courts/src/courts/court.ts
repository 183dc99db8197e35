import type { CalendarDate } from '@liuhen/kernel';

/** 审级: the four levels of courts, from the top (人民法院组织法 第十二条、第十三条). */
export const COURT_LEVELS = {
  supreme: '最高人民法院',
  high: '高级人民法院',
  intermediate: '中级人民法院',
  basic: '基层人民法院',
} as const;
export type CourtLevel = keyof typeof COURT_LEVELS;

const FROM_THE_TOP: readonly string[] = Object.keys(COURT_LEVELS);

/** A court of the first level stands above one of the second. */
export const isHigher = (level: CourtLevel, other: CourtLevel): boolean =>
  FROM_THE_TOP.indexOf(level) < FROM_THE_TOP.indexOf(other);

/**
 * 法院类别: ordinary, or one of the special kinds that the numbers of case numbers tell apart
 * (案号规定 第五条第二款; 人民法院组织法 第十五条).
 */
export const COURT_KINDS = {
  ordinary: '地方法院',
  railway: '铁路运输法院',
  maritime: '海事法院',
  intellectualProperty: '知识产权法院',
  oilfield: '油田法院',
  financial: '金融法院',
  forestry: '林业法院',
  reclamation: '农垦法院',
  crossRegional: '跨行政区划法院',
  military: '军事法院',
  productionCorps: '兵团法院',
  /** Known to be special, not of which kind. */
  otherSpecial: '其他专门法院',
} as const;
export type CourtKind = keyof typeof COURT_KINDS;

export const isCourtLevel = (value: unknown): value is CourtLevel =>
  typeof value === 'string' && Object.hasOwn(COURT_LEVELS, value);

export const isCourtKind = (value: unknown): value is CourtKind =>
  typeof value === 'string' && Object.hasOwn(COURT_KINDS, value);

/** A court as it was on one day. */
export interface Court {
  /** The code under which it was entered here: the name of its stream, kept when the code changes. */
  readonly id: string;
  /** 法院代字 on that day. */
  readonly code: string;
  readonly name: string;
  readonly level: CourtLevel;
  readonly kind: CourtKind;
  readonly validFrom?: CalendarDate;
  /** The day from which it no longer exists. */
  readonly validTo?: CalendarDate;
}
