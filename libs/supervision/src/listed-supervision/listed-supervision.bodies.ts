import type { CalendarDate } from '@liuhen/kernel';
import { DateField, ListField, TextField } from '@liuhen/platform';
import { DocumentBody } from '../case-file/document.bodies';
import type { PlannedStep } from './listed-supervision.events';

const LONGEST_LINE = 1_000;
const LONGEST_TEXT = 4_000;
const MOST_STEPS = 100;
const MOST_DOCUMENTS = 100;

class PlannedStepBody implements PlannedStep {
  @TextField('步骤', { max: LONGEST_LINE }) readonly text: string;
  @DateField('完成日期') readonly due: CalendarDate;
}

export class SubmitPlanBody {
  @ListField('步骤，依日期先后', () => PlannedStepBody, { min: 1, max: MOST_STEPS })
  readonly steps: readonly PlannedStepBody[];
  @DateField('办结日期') readonly closeBy: CalendarDate;
}

export class FileReportBody {
  @TextField('进展', { max: LONGEST_TEXT }) readonly progress: string;
  @TextField('困难', { max: LONGEST_TEXT, optional: true }) readonly obstacles?: string;
  @ListField('材料', () => DocumentBody, { max: MOST_DOCUMENTS, optional: true })
  readonly documents: readonly DocumentBody[] = [];
}
