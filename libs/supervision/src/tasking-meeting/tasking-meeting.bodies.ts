import type { CalendarDate, Instant } from '@liuhen/kernel';
import {
  ChoiceField,
  DateField,
  FlagField,
  InstantField,
  ListField,
  NestedField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@liuhen/platform';
import { DocumentBody } from '../case-file/document.bodies';
import { ItemBody, itemsOf, ownerOf, PostBody } from '../matter-file/item.bodies';
import type { HoldMeetingCommand } from './hold-meeting';
import type { SetAgendaCommand } from './set-agenda';
import {
  DRAWN_KINDS,
  MEETING_CADENCES,
  MEETING_SCOPES,
  type DataPackage,
  type DrawnKind,
  type MeetingCadence,
  type MeetingScope,
  type PlannedDraw,
} from './tasking-meeting.events';

const LONGEST_LINE = 1_000;
const LONGEST_TEXT = 4_000;
const LONGEST_ID = 200;
const MOST_TOPICS = 50;
const MOST_ITEMS = 100;
const MOST_ATTENDEES = 500;
const MOST_DRAWN_OF = 5_000;

class DataPackageBody implements DataPackage {
  @NestedField('数据包文件', () => DocumentBody) readonly document: DocumentBody;
  @DateField('数据的截止日期') readonly asOf: CalendarDate;
  @TextField('数据口径', { max: LONGEST_TEXT, note: '指标定义、来源、期间' }) readonly definition: string;
}

class PlannedDrawBody implements PlannedDraw {
  @ChoiceField('抽取的对象', DRAWN_KINDS) readonly of: DrawnKind;
  @TextListField('抽取的范围', {
    min: 1,
    max: MOST_DRAWN_OF,
    itemMax: LONGEST_ID,
    note: '法院代字、岗位编号或者案号',
  })
  readonly population: readonly string[];
  @WholeNumberField('抽取的个数', { min: 1, max: MOST_DRAWN_OF }) readonly size: number;
}

export class SetAgendaBody {
  @ChoiceField('综合或者专项', MEETING_SCOPES) readonly scope: MeetingScope;
  @ChoiceField('定期或者随机', MEETING_CADENCES) readonly cadence: MeetingCadence;
  @TextListField('议题', { min: 1, max: MOST_TOPICS, itemMax: LONGEST_LINE })
  readonly topics: readonly string[];
  @NestedField('数据包', () => DataPackageBody) readonly dataPackage: DataPackageBody;
  @NestedField('随机抽取', () => PlannedDrawBody, { optional: true, note: '随机调度的填写' })
  readonly draw?: PlannedDrawBody;
  @TextField('保留提示词句的理由', { max: LONGEST_LINE, optional: true }) readonly screenedReason?: string;
}

export const agendaOf = ({
  draw = null,
  screenedReason = null,
  ...agenda
}: Omit<SetAgendaBody, 'draw' | 'screenedReason'> & {
  draw?: PlannedDraw | null;
  screenedReason?: string | null;
}): SetAgendaCommand['data'] => ({ ...agenda, draw, screenedReason });

class AttendeeBody extends PostBody {
  @FlagField('到会') readonly present: boolean;
}

export class HoldTaskingMeetingBody {
  @InstantField('开会的时刻') readonly heldAt: Instant;
  @NestedField('主持人', () => PostBody) readonly chair: PostBody;
  @ListField('参加人员，含缺席的', () => AttendeeBody, { min: 1, max: MOST_ATTENDEES })
  readonly attendees: readonly AttendeeBody[];
  @TextListField('决议', { max: MOST_TOPICS, itemMax: LONGEST_TEXT, optional: true })
  readonly resolutions: readonly string[] = [];
  @NestedField('会议纪要', () => DocumentBody) readonly minutes: DocumentBody;
  @ListField('任务', () => ItemBody, { max: MOST_ITEMS, optional: true })
  readonly tasks: readonly ItemBody[] = [];
  @TextField('保留提示词句的理由', { max: LONGEST_LINE, optional: true }) readonly screenedReason?: string;
}

export const meetingOf = (body: HoldTaskingMeetingBody): HoldMeetingCommand['data'] => ({
  heldAt: body.heldAt,
  chair: ownerOf(body.chair),
  attendees: body.attendees.map(({ present, ...post }) => ({ ...ownerOf(post), present })),
  resolutions: body.resolutions,
  minutes: body.minutes,
  tasks: itemsOf(body.tasks),
  screenedReason: body.screenedReason ?? null,
});
