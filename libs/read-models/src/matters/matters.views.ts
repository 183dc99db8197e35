import type { CalendarDate } from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import {
  ANSWERING_SIDES,
  INSTRUMENTS,
  STAGES,
  TARGET_KINDS,
  TRIGGERS,
  type AnsweringSide,
  type Instrument,
  type MatterId,
  type Stage,
  type TargetKind,
  type Trigger,
} from '@liuhen/supervision';
import { ApiProperty } from '@nestjs/swagger';
import { AnsweringView, DutyHolderView } from '../duties/duties.views';

const WHOLE = { type: 'integer' } as const;
const WHOLE_OR_NULL = { type: 'integer', nullable: true } as const;

/** 对象, and who answers for it. */
export class MatterTargetView {
  @ApiProperty({ description: '对象种类', enum: codesIn(TARGET_KINDS) }) readonly kind: TargetKind;
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '法院名称' }) readonly courtName: string;
  @ApiProperty({ description: '庭室', ...TEXT_OR_NULL }) readonly division: string | null;
  @ApiProperty({ description: '岗位', ...TEXT_OR_NULL }) readonly post: string | null;
  @ApiProperty({ description: '岗位名称', ...TEXT_OR_NULL }) readonly postTitle: string | null;
  @ApiProperty({ description: '人员', ...TEXT_OR_NULL }) readonly person: string | null;
  @ApiProperty({ description: '案号', ...TEXT_OR_NULL }) readonly caseNumber: string | null;
  @ApiProperty({ description: '指标', ...TEXT_OR_NULL }) readonly indicator: string | null;
  @ApiProperty({ description: '责任岗位' }) readonly responsible: DutyHolderView;
  @ApiProperty({ description: '责任岗位在哪一方', enum: codesIn(ANSWERING_SIDES) })
  readonly answeredBy: AnsweringSide;
}

/** 下一步. */
export class NextStepView {
  @ApiProperty({ description: '责任种类' }) readonly kind: string;
  @ApiProperty({ description: '责任种类的名称' }) readonly kindName: string;
  @ApiProperty({ description: '责任人' }) readonly holder: DutyHolderView;
  @ApiProperty({ description: '当日由谁负责' }) readonly answering: AnsweringView;
  @ApiProperty({ description: '期限的最后一日', ...DATE_OR_NULL }) readonly due: CalendarDate | null;
  @ApiProperty({ description: '逾期日数（日历日），未逾期为 0', ...WHOLE }) readonly daysLate: number;
}

/** From or to which instrument, and why. */
export class EscalationView {
  @ApiProperty({ description: '督导方式', enum: codesIn(INSTRUMENTS) }) readonly instrument: Instrument;
  @ApiProperty({ description: '督导方式的名称' }) readonly instrumentName: string;
  @ApiProperty({ description: '理由' }) readonly reason: string;
}

/** One instrument of a matter, as far as the reader may know of it. */
export class MatterRoundView {
  @ApiProperty({ description: '督导事项编号', format: 'uuid' }) readonly matter: MatterId;
  @ApiProperty({ description: '次序：升级后为下一次', ...WHOLE }) readonly round: number;
  @ApiProperty({ description: '是否以发起一方查阅：对象一方看不到发起一方的内部事项' })
  readonly within: boolean;
  @ApiProperty({ description: '督导方式', enum: codesIn(INSTRUMENTS) }) readonly instrument: Instrument;
  @ApiProperty({ description: '督导方式的名称' }) readonly instrumentName: string;
  @ApiProperty({ description: '标题' }) readonly title: string;
  @ApiProperty({ description: '触发事由', enum: codesIn(TRIGGERS) }) readonly trigger: Trigger;
  @ApiProperty({ description: '触发事由的名称' }) readonly triggerName: string;
  @ApiProperty({ description: '事由的内容' }) readonly cause: string;
  @ApiProperty({ description: '问题' }) readonly problem: string;
  @ApiProperty({ description: '阶段', enum: codesIn(STAGES) }) readonly stage: Stage;
  @ApiProperty({ description: '阶段的名称' }) readonly stageName: string;
  @ApiProperty({ description: '已结：不再有后续' }) readonly over: boolean;
  @ApiProperty({ description: '最先到期的未办责任', type: NextStepView, nullable: true })
  readonly next: NextStepView | null;
  @ApiProperty({ description: '发起' }) readonly issuer: DutyHolderView;
  @ApiProperty({ description: '审批；对象一方看不到，以下“内部”同', type: DutyHolderView, nullable: true })
  readonly approver: DutyHolderView | null;
  @ApiProperty({ description: '对象', type: [MatterTargetView] })
  readonly targets: readonly MatterTargetView[];
  @ApiProperty({ description: '文书编号', ...TEXT_OR_NULL }) readonly number: string | null;
  @ApiProperty({ description: '指定的期限', ...DATE_OR_NULL }) readonly deadline: CalendarDate | null;
  @ApiProperty({ description: '起草日期（内部）', ...DATE_OR_NULL }) readonly draftedOn: CalendarDate | null;
  @ApiProperty({ description: '发出日期', ...DATE_OR_NULL }) readonly issuedOn: CalendarDate | null;
  @ApiProperty({ description: '签收日期', ...DATE_OR_NULL }) readonly receivedOn: CalendarDate | null;
  @ApiProperty({ description: '最近一次答复的日期', ...DATE_OR_NULL })
  readonly repliedOn: CalendarDate | null;
  @ApiProperty({ description: '采纳日期', ...DATE_OR_NULL }) readonly acceptedOn: CalendarDate | null;
  @ApiProperty({ description: '销号日期', ...DATE_OR_NULL }) readonly closedOutOn: CalendarDate | null;
  @ApiProperty({ description: '最近一次回头看的日期', ...DATE_OR_NULL })
  readonly followedUpOn: CalendarDate | null;
  @ApiProperty({ description: '归档日期（内部）', ...DATE_OR_NULL }) readonly archivedOn: CalendarDate | null;
  @ApiProperty({ description: '撤销日期', ...DATE_OR_NULL }) readonly cancelledOn: CalendarDate | null;
  @ApiProperty({ description: '要求的项数', ...WHOLE }) readonly demands: number;
  @ApiProperty({ description: '最近一次答复答了几项', ...WHOLE_OR_NULL }) readonly answered: number | null;
  @ApiProperty({ description: '审核认为答了几项', ...WHOLE_OR_NULL }) readonly satisfied: number | null;
  @ApiProperty({ description: '退回次数', ...WHOLE }) readonly returned: number;
  @ApiProperty({ description: '延期次数', ...WHOLE }) readonly extensions: number;
  @ApiProperty({ description: '整改事项数', ...WHOLE }) readonly items: number;
  @ApiProperty({ description: '已完成的整改事项数', ...WHOLE }) readonly itemsDone: number;
  @ApiProperty({ description: '逾期未完成的整改事项数', ...WHOLE }) readonly itemsLate: number;
  @ApiProperty({ description: '由何升级而来', type: EscalationView, nullable: true })
  readonly escalatedFrom: EscalationView | null;
  @ApiProperty({ description: '升级为何', type: EscalationView, nullable: true })
  readonly escalatedTo: EscalationView | null;
}

export class MatterPage {
  @ApiProperty({ description: '本页各项', type: [MatterRoundView] })
  readonly items: readonly MatterRoundView[];
  @ApiProperty({ description: '下一页的游标', ...TEXT_OR_NULL }) readonly next: string | null;
}
