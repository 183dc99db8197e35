import { ReasonField } from '@liuhen/access';
import type { CalendarDate, JsonObject } from '@liuhen/kernel';
import {
  ChoiceField,
  DateField,
  field,
  FlagField,
  ListField,
  NestedField,
  TextField,
} from '@liuhen/platform';
import { IsObject } from 'class-validator';
import { policyKinds } from '../court-rules/policy-kinds';

const MOST_CLAUSES = 60;
const LONGEST_TEXT = 2000;

/** 规则 by name, with its Chinese name. */
export const POLICIES: Readonly<Record<string, string>> = Object.fromEntries(
  policyKinds.map(({ policy, title }) => [policy, title]),
);

/** What a clause says for the acts; which fields it has is the rule's own matter. */
const ContentField = (label: string): PropertyDecorator =>
  field(label, {}, { type: 'object', additionalProperties: true }, [IsObject()]);

export class ClauseBody {
  @TextField('条款编号', { max: 64 }) readonly clause: string;
  @TextField('条文', { max: LONGEST_TEXT }) readonly text: string;
  @ContentField('条款内容') readonly content: JsonObject;
}

class SourceBody {
  @TextField('规则文件的名称和文号', { max: 200, optional: true }) readonly document?: string;
  @TextField('说明', { max: LONGEST_TEXT }) readonly note: string;
  @FlagField('已与规则文件核对') readonly confirmed: boolean;
}

export class AdoptPolicyBody {
  @ChoiceField('规则', POLICIES) readonly policy: string;
  @TextField('版本编号', { max: 100, note: '规则、本院、年份和两位序号，例如 pre-issue-review-黔-2026-01' })
  readonly version: string;
  @TextField('名称', { max: 200 }) readonly title: string;
  @DateField('施行日期') readonly from: CalendarDate;
  @DateField('截止日期（不含当日）', { optional: true }) readonly until?: CalendarDate;
  @ListField('各条款', () => ClauseBody, { min: 1, max: MOST_CLAUSES, note: '未列出的条款沿用上级的规定' })
  readonly clauses: readonly ClauseBody[];
  @NestedField('出处', () => SourceBody) readonly source: SourceBody;
  @ReasonField('提请事由') readonly reason: string;
}

export class RepealPolicyBody {
  @DateField('废止日期', { note: '自当日起不再施行' }) readonly on: CalendarDate;
  @ReasonField('提请事由') readonly reason: string;
}

/** 试算: a draft of the rule on reviews, and the submissions that it is tried on. */
export class DryRunBody {
  @ListField('各条款', () => ClauseBody, { min: 1, max: MOST_CLAUSES })
  readonly clauses: readonly ClauseBody[];
  @DateField('提交日期自') readonly from: CalendarDate;
  @DateField('提交日期至（含当日）') readonly to: CalendarDate;
}
