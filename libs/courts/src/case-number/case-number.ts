import type { Refusal } from '@liuhen/kernel';
import type { Instance, Procedure } from './procedure';

/**
 * 案号, read.
 *
 * The canonical text is the one spelling under which all printings of a number meet: （）, digits and hyphens of one
 * width, no spaces, no leading zeros, `字第` in numbers of before 2016 and neither of them since, `之一` for whatever
 * way a further document was marked. Leading zeros go in both eras: the same number is found printed with and without
 * them, and a court counts its cases by natural numbers (案号规定 第十条).
 *
 * A suffix marks the second and further documents of one kind in one case, and "the number of a case is unique"
 * (《最高人民法院关于在同一案件多个裁判文书上规范使用案号有关事项的通知》, 2016-02-01, 第一条). So a case is its
 * {@link base}, and its stream is named by that. The older `第2-1号` is the same: no new number was drawn for it, be it
 * a further ruling in an enforcement or, as in （2010）鲁刑四终字第2－1号, a further round before the same court.
 */
export interface CaseNumber {
  readonly canonical: string;
  /** The canonical text without suffix: the case. */
  readonly base: string;
  /** 收案年度. */
  readonly year: number;
  /** The format: since 2016 that of 法〔2015〕137号. */
  readonly era: 'since-2016' | 'before-2016';
  readonly court: NumberedCourt;
  /** 类型代字, or the text before 字 without the court's abbreviation. */
  readonly type: string;
  readonly procedure: Procedure;
  readonly instance: Instance;
  /** 专门审判代字, such as 知. */
  readonly specialised?: string;
  /** 案件编号. */
  readonly seq: number;
  /** 1 for 之一. */
  readonly suffix?: number;
}

/** A code, or before 2016 an abbreviation that many courts may have shared. */
export type NumberedCourt = { readonly code: string } | { readonly abbreviation: string };

export type CaseNumberResult =
  | { readonly ok: true; readonly caseNumber: CaseNumber }
  /** `reason.code` is stable, `reason.message` is the Chinese sentence for the user. */
  | { readonly ok: false; readonly reason: Refusal };
