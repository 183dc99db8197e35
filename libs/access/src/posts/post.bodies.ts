import type { CalendarDate } from '@liuhen/kernel';
import { DateField, TextField, TextListField } from '@liuhen/platform';

const LONGEST_ID = 64;
const LONGEST_POST_ID = 200;
const LONGEST_REASON = 500;
const LONGEST_NAME = 100;
const MOST_DIVISIONS = 50;

const PERSON = { max: LONGEST_ID };
const REASON = { max: LONGEST_REASON, optional: true };
const UNTIL = { optional: true, note: '当日不计在内；不填为尚无期限' };

export class AppointmentBody {
  @TextField('人员编号', PERSON) readonly person: string;
  @TextField('姓名', { max: LONGEST_NAME }) readonly name: string;
  @DateField('任职起始日期') readonly from: CalendarDate;
}

export class DepartureBody {
  @TextField('人员编号', PERSON) readonly person: string;
  @DateField('离任日期', { note: '自当日起不再任职' }) readonly on: CalendarDate;
  @TextField('离任原因', REASON) readonly reason?: string;
}

export class LeaveBody {
  @TextField('请假人的人员编号', PERSON) readonly person: string;
  @DateField('请假起始日期') readonly from: CalendarDate;
  @DateField('请假截止日期', UNTIL) readonly until?: CalendarDate;
  @TextField('请假事由', REASON) readonly reason?: string;
}

export class LeaveEndBody {
  @TextField('销假人的人员编号', PERSON) readonly person: string;
  @DateField('销假日期', { note: '自当日起到岗' }) readonly on: CalendarDate;
}

export class DelegationBody {
  @TextField('委托人的人员编号', { ...PERSON, note: '本职务的任职人' }) readonly person: string;
  @TextField('受托人的人员编号', PERSON) readonly to: string;
  @TextField('受托人在本院所任职务的编号', { max: LONGEST_POST_ID }) readonly toPost: string;
  @DateField('委托起始日期') readonly from: CalendarDate;
  @DateField('委托截止日期', UNTIL) readonly until?: CalendarDate;
  @TextField('批准人的人员编号', { ...PERSON, note: '本院上一级负责人；没有上一级的，为任职人本人' })
  readonly approver: string;
  @TextField('委托事由', REASON) readonly reason?: string;
}

export class DelegationEndBody {
  @TextField('委托的编号', { max: LONGEST_ID }) readonly delegation: string;
  @DateField('撤销日期', { note: '自当日起不再代行' }) readonly on: CalendarDate;
}

export class AppointmentProposalBody extends AppointmentBody {
  @TextField('提请事由', { max: LONGEST_REASON }) readonly reason: string;
}

export class DepartureProposalBody {
  @TextField('人员编号', PERSON) readonly person: string;
  @DateField('离任日期', { note: '自当日起不再任职' }) readonly on: CalendarDate;
  @TextField('离任原因', { max: LONGEST_REASON }) readonly reason: string;
}

export class OversightProposalBody {
  @TextListField('分管的庭室', { max: MOST_DIVISIONS, itemMax: LONGEST_NAME })
  readonly divisions: readonly string[];
  @DateField('分管起始日期') readonly from: CalendarDate;
  @TextField('提请事由', { max: LONGEST_REASON }) readonly reason: string;
}
