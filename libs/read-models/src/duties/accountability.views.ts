import { PARTIES, WAIVERS, type CalendarDate, type Instant, type Party, type Waiver } from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import type { CaseId } from '@liuhen/supervision';
import { ApiProperty } from '@nestjs/swagger';
import { MatterHeading } from '../history/history.views';
import { TENURE_OUTCOMES, type TenureOutcome } from './accountability';
import { AnsweringView, DutyBasisView, DutyCounts, DutyHolderView, DutyWarningView } from './duties.views';

/** One holder's time with one duty. */
export class ResponsibilityView {
  @ApiProperty({ description: '一行中文：自何时起、何人负责何事、依据、期限、结果' }) readonly line: string;
  @ApiProperty({ description: '责任名称' }) readonly duty: string;
  @ApiProperty({ description: '责任种类' }) readonly kind: string;
  @ApiProperty({ description: '责任种类的名称' }) readonly kindName: string;
  @ApiProperty({ description: '责任人' }) readonly holder: DutyHolderView;
  @ApiProperty({ description: '实际由谁负责：了结、移交或者截至之日' }) readonly answering: AnsweringView;
  @ApiProperty({ description: '依据', type: [DutyBasisView] }) readonly basis: readonly DutyBasisView[];
  @ApiProperty({ description: '期限的最后一日', ...DATE_OR_NULL }) readonly due: CalendarDate | null;
  @ApiProperty({ description: '期限是暂定的' }) readonly provisional: boolean;
  @ApiProperty({ description: '结果', enum: codesIn(TENURE_OUTCOMES) }) readonly outcome: TenureOutcome;
  @ApiProperty({ description: '因何免除', enum: codesIn(WAIVERS), nullable: true })
  readonly waiver: Waiver | null;
  @ApiProperty({ description: '逾期日数（日历日），未逾期为 0', type: 'integer' }) readonly daysLate: number;
  @ApiProperty({ description: '开始负责的时刻', format: 'date-time' }) readonly from: Instant;
  @ApiProperty({ description: '使其负责的事件', format: 'uuid' }) readonly fromEvent: string;
  @ApiProperty({ description: '了结或者移交的时刻', ...TEXT_OR_NULL, format: 'date-time' })
  readonly until: Instant | null;
  @ApiProperty({ description: '了结或者移交的事件', ...TEXT_OR_NULL }) readonly untilEvent: string | null;
  @ApiProperty({ description: '了结或者移交之人', ...TEXT_OR_NULL }) readonly endedBy: string | null;
  @ApiProperty({ description: '其间发出的预警', type: [DutyWarningView] })
  readonly warnings: readonly DutyWarningView[];
}

export class DoneView {
  @ApiProperty({ description: '一行中文' }) readonly line: string;
  @ApiProperty({ description: '事件编号', format: 'uuid' }) readonly event: string;
  @ApiProperty({ description: '在流中的序号', type: 'integer' }) readonly rev: number;
}

export class PartyAccountView {
  @ApiProperty({ description: '责任方', enum: codesIn(PARTIES) }) readonly party: Party;
  @ApiProperty({ description: '责任方名称' }) readonly partyName: string;
  @ApiProperty({ description: '应负的责任，按开始的先后', type: [ResponsibilityView] })
  readonly responsibilities: readonly ResponsibilityView[];
  @ApiProperty({ description: '所做的事，按记录的先后', type: [DoneView] })
  readonly done: readonly DoneView[];
}

/** 责任卡 of a case or matter: who was responsible at each step, on what basis, what they did or did not do, when, and how late. */
export class AccountabilityCard {
  @ApiProperty({ description: '案件标识；督导事项的为空', ...TEXT_OR_NULL }) readonly caseId: CaseId | null;
  @ApiProperty({ description: '督导事项；案件的为空', type: MatterHeading, nullable: true })
  readonly matter: MatterHeading | null;
  @ApiProperty({ description: '截至何时所知', ...TEXT_OR_NULL }) readonly asOf: Instant | CalendarDate | null;
  @ApiProperty({ description: '副卷（督导事项为发起一方的内部记录）所载是否在内：无权查阅的，不列' })
  readonly innerFile: boolean;
  @ApiProperty({ description: '责任项数' }) readonly counts: DutyCounts;
  @ApiProperty({ description: '五方齐列，其后为其他有关各方', type: [PartyAccountView] })
  readonly parties: readonly PartyAccountView[];
}
