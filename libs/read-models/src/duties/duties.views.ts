import {
  DUTY_STATUSES,
  PARTIES,
  WAIVERS,
  WARNING_RECIPIENTS,
  WARNING_STEPS,
  type CalendarDate,
  type DutyHolder,
  type DutyStatus,
  type Instant,
  type Party,
  type Waiver,
  type WarningRecipient,
  type WarningStep,
} from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';

const INSTANT_OR_NULL = { ...TEXT_OR_NULL, format: 'date-time' } as const;

/** 责任人: the post that owes it, and the one in it where several are. */
export class DutyHolderView implements DutyHolder {
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '法院名称' }) readonly courtName: string;
  @ApiProperty({ description: '庭室', ...TEXT_OR_NULL }) readonly division: string | null;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '岗位名称' }) readonly postTitle: string;
  @ApiProperty({ description: '人员；由岗位确定的为空', ...TEXT_OR_NULL }) readonly person: string | null;
  @ApiProperty({ description: '责任方', enum: codesIn(PARTIES) }) readonly party: Party;
}

export const ANSWERING_REASONS = { holder: '本人', delegate: '受委托', superior: '上级代行' } as const;
export type AnsweringReason = keyof typeof ANSWERING_REASONS;

/** Who answers for it on the day: the holder, a delegate, or the superior of a vacant post. */
export class AnsweringView {
  @ApiProperty({ description: '以何岗位' }) readonly post: string;
  @ApiProperty({ description: '岗位名称' }) readonly postTitle: string;
  @ApiProperty({ description: '人员；全院无人可负责的为空', ...TEXT_OR_NULL }) readonly person: string | null;
  @ApiProperty({ description: '姓名', ...TEXT_OR_NULL }) readonly name: string | null;
  @ApiProperty({ description: '委托', ...TEXT_OR_NULL }) readonly delegation: string | null;
  @ApiProperty({ description: '因何负责', enum: codesIn(ANSWERING_REASONS) }) readonly why: AnsweringReason;
}

/** 依据: a clause of a court's rule, or an article of a statute. */
export class DutyBasisView {
  @ApiProperty({ description: '依据的写法' }) readonly text: string;
  @ApiProperty({ description: '权责规则的版本', required: false }) readonly policy?: string;
  @ApiProperty({ description: '条款', required: false }) readonly clause?: string;
  @ApiProperty({ description: '法律或者司法解释', required: false }) readonly statute?: string;
  @ApiProperty({ description: '版本', required: false }) readonly version?: string;
  @ApiProperty({ description: '条文', required: false }) readonly article?: string;
}

export class DutyWarningView {
  @ApiProperty({ description: '预警种类', enum: codesIn(WARNING_STEPS) }) readonly step: WarningStep;
  @ApiProperty({ description: '告知何人', enum: codesIn(WARNING_RECIPIENTS) }) readonly to: WarningRecipient;
  @ApiProperty({ description: '应当预警的时刻', format: 'date-time' }) readonly at: Instant;
  @ApiProperty({ description: '实际发出的时刻', format: 'date-time' }) readonly raisedAt: Instant;
  @ApiProperty({ description: '事件编号', format: 'uuid' }) readonly event: string;
}

/** 一项责任, as known at the moment that was asked for. */
export class DutyView {
  @ApiProperty({ description: '所在的流' }) readonly stream: string;
  @ApiProperty({ description: '在流中的名称' }) readonly duty: string;
  @ApiProperty({ description: '案件标识', ...TEXT_OR_NULL }) readonly caseId: string | null;
  @ApiProperty({ description: '案号', ...TEXT_OR_NULL }) readonly caseNumber: string | null;
  @ApiProperty({ description: '督导事项编号', ...TEXT_OR_NULL, format: 'uuid' }) readonly matter:
    string | null;
  @ApiProperty({ description: '督导事项的标题', ...TEXT_OR_NULL }) readonly matterTitle: string | null;
  @ApiProperty({ description: '责任种类' }) readonly kind: string;
  @ApiProperty({ description: '责任种类的名称' }) readonly kindName: string;
  @ApiProperty({ description: '责任人' }) readonly holder: DutyHolderView;
  @ApiProperty({ description: '当日由谁负责' }) readonly answering: AnsweringView;
  @ApiProperty({ description: '依据', type: [DutyBasisView] }) readonly basis: readonly DutyBasisView[];
  @ApiProperty({ description: '期限的最后一日', ...DATE_OR_NULL }) readonly due: CalendarDate | null;
  @ApiProperty({ description: '期限是暂定的：所依据的工作日安排尚未公布' }) readonly provisional: boolean;
  @ApiProperty({ description: '现状', enum: codesIn(DUTY_STATUSES) }) readonly status: DutyStatus;
  @ApiProperty({ description: '因何免除', enum: codesIn(WAIVERS), nullable: true })
  readonly waiver: Waiver | null;
  @ApiProperty({ description: '逾期日数（日历日），未逾期为 0', type: 'integer' }) readonly daysLate: number;
  @ApiProperty({ description: '产生时刻', format: 'date-time' }) readonly openedAt: Instant;
  @ApiProperty({ description: '产生该责任的事件', format: 'uuid' }) readonly openedEvent: string;
  @ApiProperty({ description: '由现责任人承担的时刻', format: 'date-time' }) readonly heldFrom: Instant;
  @ApiProperty({ description: '交由现责任人承担的事件', format: 'uuid' }) readonly heldEvent: string;
  @ApiProperty({ description: '了结时刻', ...INSTANT_OR_NULL }) readonly closedAt: Instant | null;
  @ApiProperty({ description: '了结该责任的事件', ...TEXT_OR_NULL }) readonly closedEvent: string | null;
  @ApiProperty({ description: '已发出的预警', type: [DutyWarningView] })
  readonly warnings: readonly DutyWarningView[];
}

export class DutyListPage {
  @ApiProperty({ description: '本页各项', type: [DutyView] }) readonly items: readonly DutyView[];
  @ApiProperty({ description: '下一页的游标', ...TEXT_OR_NULL }) readonly next: string | null;
}

/** How many duties there are; those opened are the open, the discharged and the waived. */
export class DutyCounts {
  @ApiProperty({ description: '产生', type: 'integer' }) readonly opened: number;
  @ApiProperty({ description: '未办', type: 'integer' }) readonly open: number;
  @ApiProperty({ description: '其中已逾期', type: 'integer' }) readonly late: number;
  @ApiProperty({ description: '已办', type: 'integer' }) readonly discharged: number;
  @ApiProperty({ description: '其中逾期办结', type: 'integer' }) readonly dischargedLate: number;
  @ApiProperty({ description: '已免', type: 'integer' }) readonly waived: number;
}

export class PartyDutyCounts extends DutyCounts {
  @ApiProperty({ description: '责任方', enum: codesIn(PARTIES) }) readonly party: Party;
  @ApiProperty({ description: '责任方名称' }) readonly partyName: string;
}

/** 责任汇总. */
export class DutySummary {
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '合计' }) readonly total: DutyCounts;
  @ApiProperty({ description: '各责任方，五方齐列', type: [PartyDutyCounts] })
  readonly parties: readonly PartyDutyCounts[];
}

class WorklistPart {
  @ApiProperty({ description: '各项，期限近的在前', type: [DutyView] }) readonly items: readonly DutyView[];
  @ApiProperty({ description: '还有未列出的' }) readonly more: boolean;
}

/** 待办: what a person owes, and what others owe them. */
export class Worklist {
  @ApiProperty({ description: '本人应办' }) readonly mine: WorklistPart;
  @ApiProperty({ description: '受委托、或者作为空缺岗位的上级应办' }) readonly delegated: WorklistPart;
  @ApiProperty({ description: '由本人的行为产生、等待他人办理' }) readonly owedToMe: WorklistPart;
}
