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
import { SeatedJudgeBody, SpeechBody } from '../case-file/discussion.bodies';
import { DocumentBody } from '../case-file/document.bodies';
import {
  DECLINE_REASONS,
  MEETING_GROUNDS,
  type DeclineReason,
  type InvitedPerson,
  type MeetingGround,
} from './professional-judges-meeting.events';

const LONGEST_TEXT = 4_000;
const LONGEST_LINE = 1_000;
const LONGEST_DUTY = 200;
const MOST_QUESTIONS = 50;
const MOST_PERSONS = 100;
const MOST_SPEECHES = 500;
const MOST_MATERIALS = 100;

export class RequestMeetingBody {
  @ChoiceListField('提请的情形', MEETING_GROUNDS, { min: 1 }) readonly grounds: readonly MeetingGround[];
  @TextListField('提请讨论的问题', { min: 1, max: MOST_QUESTIONS, itemMax: LONGEST_LINE })
  readonly questions: readonly string[];
}

class InvitedPersonBody implements InvitedPerson {
  @TextField('人员编号', { max: 64 }) readonly person: string;
  @TextField('身份', { max: 100 }) readonly capacity: string;
}

export class ConveneMeetingBody {
  @TextField('决定是否召开的责任编号', { max: LONGEST_DUTY }) readonly duty: string;
  @TextField('主持人的人员编号', { max: 64 }) readonly chair: string;
  @ListField('参加会议的法官，含主持人', () => SeatedJudgeBody, { min: 1, max: MOST_PERSONS })
  readonly members: readonly SeatedJudgeBody[];
  @ListField('列席人员', () => InvitedPersonBody, { max: MOST_PERSONS, optional: true })
  readonly invited: readonly InvitedPersonBody[] = [];
  @ListField('会前送交的材料', () => DocumentBody, { min: 1, max: MOST_MATERIALS })
  readonly materials: readonly DocumentBody[];
  @DateField('会议日期') readonly heldOn: CalendarDate;
  @OccurredAtField('召集的时间', { optional: true, note: '补录时填写' }) readonly occurredAt?: OccurredAt;
}

export class DeclineMeetingBody {
  @TextField('决定是否召开的责任编号', { max: LONGEST_DUTY }) readonly duty: string;
  @ChoiceField('不召开的理由', DECLINE_REASONS) readonly reason: DeclineReason;
  @TextField('说明', { max: LONGEST_TEXT }) readonly explanation: string;
}

export class ConcludeMeetingBody {
  @ListField('各次发言，依发言顺序', () => SpeechBody, { min: 1, max: MOST_SPEECHES })
  readonly speeches: readonly SpeechBody[];
  @TextField('主持人的总结', { max: LONGEST_TEXT }) readonly summary: string;
  @NestedField('会议纪要', () => DocumentBody) readonly minutes: DocumentBody;
  @OccurredAtField('会议的时间', { optional: true, note: '补录时填写' }) readonly occurredAt?: OccurredAt;
}
