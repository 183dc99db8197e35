import type { CalendarDate } from '@liuhen/kernel';
import { ChoiceField, ChoiceListField, DateField, ListField, NestedField, TextField } from '@liuhen/platform';
import { DocumentBody } from '../case-file/document.bodies';
import { ItemBody, itemsOf, ownerOf, PostBody } from '../matter-file/item.bodies';
import type { GivenProblems } from '../matter-rules/screened-items';
import {
  INSPECTION_METHODS,
  type InspectionFinding,
  type InspectionMethod,
} from './supervisory-inspection.events';

const LONGEST_LINE = 1_000;
const LONGEST_TEXT = 4_000;
const MOST_PERSONS = 50;
const MOST_FINDINGS = 200;
const MOST_ITEMS = 100;
const MOST_DOCUMENTS = 100;

class StayBody {
  @ListField('督导组成员，组长在先', () => PostBody, { min: 1, max: MOST_PERSONS })
  readonly team: readonly PostBody[];
  @DateField('进驻的第一日') readonly from: CalendarDate;
  @DateField('进驻的最后一日') readonly until: CalendarDate;
}

export class PlanInspectionBody extends StayBody {
  @ChoiceListField('方法', INSPECTION_METHODS, { min: 1 }) readonly methods: readonly InspectionMethod[];
  @TextField('督导的范围', { max: LONGEST_TEXT }) readonly scope: string;
}

class InspectionFindingBody {
  @ChoiceField('方法', INSPECTION_METHODS) readonly method: InspectionMethod;
  @TextField('看了什么', { max: LONGEST_LINE }) readonly subject: string;
  @TextField('发现了什么', { max: LONGEST_TEXT }) readonly finding: string;
  @NestedField('底稿', () => DocumentBody, { optional: true }) readonly document?: DocumentBody;
}

export class RecordVisitBody extends StayBody {
  @ListField('督导发现', () => InspectionFindingBody, { min: 1, max: MOST_FINDINGS })
  readonly findings: readonly InspectionFindingBody[];
}

class ProblemsBody {
  @ListField('问题清单：整改事项', () => ItemBody, { max: MOST_ITEMS, optional: true })
  readonly items: readonly ItemBody[] = [];
  @TextField('保留提示词句的理由', { max: LONGEST_LINE, optional: true }) readonly screenedReason?: string;
}

export class GiveFeedbackBody extends ProblemsBody {
  @DateField('反馈会的日期') readonly heldOn: CalendarDate;
  @TextField('督导意见', { max: LONGEST_TEXT }) readonly summary: string;
  @NestedField('督导报告', () => DocumentBody) readonly report: DocumentBody;
}

export class GiveGuidanceBody extends ProblemsBody {
  @DateField('指导的日期') readonly heldOn: CalendarDate;
  @ListField('指导人员', () => PostBody, { min: 1, max: MOST_PERSONS }) readonly guides: readonly PostBody[];
  @TextField('指导的内容', { max: LONGEST_TEXT, note: '不得要求案件的裁判结果' }) readonly content: string;
  @ListField('材料', () => DocumentBody, { max: MOST_DOCUMENTS, optional: true })
  readonly documents: readonly DocumentBody[] = [];
}

export const stayOf = ({ team, from, until }: StayBody) => ({ team: team.map(ownerOf), from, until });

export const findingsOf = ({ findings }: RecordVisitBody): readonly InspectionFinding[] =>
  findings.map(({ document, ...finding }) => ({ ...finding, document: document ?? null }));

export const problemsOf = ({ items, screenedReason }: ProblemsBody): GivenProblems => ({
  items: itemsOf(items),
  screenedReason: screenedReason ?? null,
});
