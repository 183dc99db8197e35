import type { CalendarDate, OccurredAt } from '@liuhen/kernel';
import {
  ChoiceField,
  ChoiceListField,
  DateField,
  ListField,
  NestedField,
  OccurredAtField,
  TextField,
  TextListField,
} from '@liuhen/platform';
import { DocumentBody } from '../case-file/document.bodies';
import { REVIEW_LEVELS, type ReviewLevel } from '../court-rules/review-policy';
import {
  DOCUMENT_FEATURES,
  DOCUMENT_KINDS,
  URGENT_REASONS,
  type DocumentFeature,
  type DocumentKind,
  type UrgentReason,
} from '../law/document-features';
import {
  ISSUE_CATEGORIES,
  OBJECTION_ADDRESSEES,
  OPINIONS,
  type Issue,
  type IssueCategory,
  type ObjectionAddressee,
  type Opinion,
} from './pre-issue-review.events';

const LONGEST_TEXT = 4_000;
const LONGEST_LINE = 1_000;
const MOST_LINES = 50;
const LARGEST_PANEL = 15;

export class SubmitReviewBody {
  @NestedField('文书', () => DocumentBody) readonly document: DocumentBody;
  @ChoiceField('文书种类', DOCUMENT_KINDS) readonly kind: DocumentKind;
  @ChoiceListField('决定由谁阅核的情形', DOCUMENT_FEATURES, { optional: true })
  readonly features: readonly DocumentFeature[] = [];
  @ChoiceField('紧急事由', URGENT_REASONS, { optional: true, note: '不因阅核延误' })
  readonly urgent?: UrgentReason;
  @DateField('审限届满日期', { optional: true }) readonly trialLimit?: CalendarDate;
}

export class ConcurBody {
  @TextField('附言', { max: LONGEST_LINE, optional: true, note: '无须填写' }) readonly remark?: string;
}

export class ReturnBody {
  @TextListField('需要补正之处', { min: 1, max: MOST_LINES, itemMax: LONGEST_LINE })
  readonly defects: readonly string[];
}

class IssueBody implements Issue {
  @ChoiceField('问题类别', ISSUE_CATEGORIES) readonly category: IssueCategory;
  @TextField('问题', { max: LONGEST_TEXT }) readonly text: string;
}

export class AdviseBody {
  @ListField('要求复议的问题', () => IssueBody, { min: 1, max: MOST_LINES })
  readonly issues: readonly IssueBody[];
  @TextField('理由', { max: LONGEST_TEXT }) readonly reasons: string;
}

export class ReferBody {
  @TextListField('提请讨论的问题', { min: 1, max: MOST_LINES, itemMax: LONGEST_LINE })
  readonly questions: readonly string[];
}

export class ReasonsBody {
  @TextField('理由', { max: LONGEST_TEXT }) readonly reasons: string;
}

export class ResubmitBody {
  @NestedField('补正后的文书', () => DocumentBody) readonly document: DocumentBody;
  @TextListField('补正之处', { min: 1, max: MOST_LINES, itemMax: LONGEST_LINE })
  readonly corrections: readonly string[];
}

const OUTCOMES = { maintained: '维持原意见', changed: '改变意见' } as const;

export class ReconsiderBody {
  @ChoiceField('复议结论', OUTCOMES) readonly outcome: keyof typeof OUTCOMES;
  @TextField('对所提问题的答复', { max: LONGEST_TEXT }) readonly response: string;
  @NestedField('合议笔录', () => DocumentBody) readonly deliberation: DocumentBody;
  @TextListField('在合议笔录上签名的人员', { min: 1, max: LARGEST_PANEL, itemMax: 64 })
  readonly signedBy: readonly string[];
  @NestedField('新的文书', () => DocumentBody, { optional: true, note: '改变意见时提交' })
  readonly document?: DocumentBody;
}

export class ConformingBody {
  @NestedField('按照审判委员会决定制作的文书', () => DocumentBody) readonly document: DocumentBody;
}

export class SignBody {
  @NestedField('所签署的文书', () => DocumentBody) readonly document: DocumentBody;
  @TextListField('签署人员', { min: 1, max: LARGEST_PANEL, itemMax: 64 }) readonly signers: readonly string[];
}

class ClericalBody {
  @TextListField('校对性修改', { min: 1, max: MOST_LINES, itemMax: LONGEST_LINE })
  readonly corrections: readonly string[];
  @TextField('修改的理由', { max: LONGEST_LINE }) readonly reason: string;
}

export class IssueDocumentBody {
  @NestedField('所发出的文书', () => DocumentBody) readonly document: DocumentBody;
  @NestedField('校对性修改', () => ClericalBody, { optional: true, note: '与签署的文书不同时填写' })
  readonly clerical?: ClericalBody;
}

export class ObjectBody {
  @ChoiceField('对哪一级阅核提出', REVIEW_LEVELS) readonly level: ReviewLevel;
  @ChoiceField('向谁提出', OBJECTION_ADDRESSEES) readonly to: ObjectionAddressee;
  @TextField('异议', { max: LONGEST_TEXT }) readonly text: string;
}

export class AnswerBody {
  @TextField('答复', { max: LONGEST_TEXT }) readonly answer: string;
}

export class OfflineOpinionBody {
  @ChoiceField('哪一级阅核', REVIEW_LEVELS) readonly level: ReviewLevel;
  @ChoiceField('意见', OPINIONS) readonly opinion: Opinion;
  @TextField('内容', { max: LONGEST_TEXT }) readonly text: string;
  @OccurredAtField('发表意见的时间') readonly occurredAt: OccurredAt;
  @TextField('在场人员', { max: LONGEST_LINE, optional: true }) readonly witness?: string;
  @NestedField('书面材料', () => DocumentBody, { optional: true }) readonly attachment?: DocumentBody;
}
