import type { CalendarDate } from '@liuhen/kernel';
import { DateField, ListField, NestedField, TextField } from '@liuhen/platform';
import { DocumentBody } from '../case-file/document.bodies';
import { PostBody } from '../matter-file/item.bodies';
import type { BaselineFigure, Figure } from './leader-assignment.events';

const LONGEST_LINE = 200;
const LONGEST_TEXT = 4_000;
const MOST_FIGURES = 100;
const MOST_DOCUMENTS = 100;

class AssignmentFigureBody implements Figure {
  @TextField('指标', { max: LONGEST_LINE }) readonly indicator: string;
  @TextField('数值', { max: 30, note: '十进制数，如 12.5' }) readonly value: string;
  @TextField('单位', { max: 20 }) readonly unit: string;
  @DateField('数值的日期') readonly asOf: CalendarDate;
}

class BaselineFigureBody extends AssignmentFigureBody implements BaselineFigure {
  @TextField('目标值', { max: 30, note: '十进制数' }) readonly target: string;
}

export class RecordBaselineBody {
  @ListField('各项指标', () => BaselineFigureBody, { min: 1, max: MOST_FIGURES })
  readonly figures: readonly BaselineFigureBody[];
  @TextField('问题', { max: LONGEST_TEXT }) readonly problems: string;
}

export class RecordContactBody {
  @DateField('联系的日期') readonly heldOn: CalendarDate;
  @TextField('方式', { max: LONGEST_LINE }) readonly manner: string;
  @TextField('内容', { max: LONGEST_TEXT }) readonly content: string;
  @ListField('各项指标的进展', () => AssignmentFigureBody, { max: MOST_FIGURES, optional: true })
  readonly progress: readonly AssignmentFigureBody[] = [];
  @ListField('材料', () => DocumentBody, { max: MOST_DOCUMENTS, optional: true })
  readonly documents: readonly DocumentBody[] = [];
}

export class RecordAssignmentVisitBody {
  @DateField('现场督导的日期') readonly heldOn: CalendarDate;
  @TextField('情况', { max: LONGEST_TEXT }) readonly findings: string;
  @ListField('材料', () => DocumentBody, { max: MOST_DOCUMENTS, optional: true })
  readonly documents: readonly DocumentBody[] = [];
}

export class SuspendAssignmentBody {
  @TextField('说明', { max: LONGEST_TEXT }) readonly explanation: string;
}

export class HandOverAssignmentBody {
  @NestedField('新的包保领导', () => PostBody) readonly to: PostBody;
  @TextField('理由', { max: LONGEST_TEXT }) readonly reason: string;
}
