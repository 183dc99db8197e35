import type { CalendarDate, DocumentReference } from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentView } from '../case-file/document.views';
import { OwnerView } from '../matter-file/matter.views';
import { SUSPENSION_REASONS, type Figure, type SuspensionReason } from './leader-assignment.events';

class FigureView implements Figure {
  @ApiProperty({ description: '指标' }) readonly indicator: string;
  @ApiProperty({ description: '数值（十进制）' }) readonly value: string;
  @ApiProperty({ description: '单位' }) readonly unit: string;
  @ApiProperty({ description: '数值的日期', format: 'date' }) readonly asOf: CalendarDate;
}

/** How an indicator moved from the baseline towards its target. */
class AssignedFigureView {
  @ApiProperty({ description: '指标' }) readonly indicator: string;
  @ApiProperty({ description: '单位' }) readonly unit: string;
  @ApiProperty({ description: '基线值' }) readonly baseline: string;
  @ApiProperty({ description: '目标值' }) readonly target: string;
  @ApiProperty({ description: '最近的数值' }) readonly latest: string;
  @ApiProperty({ description: '最近数值的日期', format: 'date' }) readonly latestOn: CalendarDate;
  @ApiProperty({ description: '最近值与基线值之差' }) readonly change: string;
  @ApiProperty({ description: '目标值与最近值之差' }) readonly remaining: string;
}

class ContactView {
  @ApiProperty({ description: '第几次', type: 'integer' }) readonly nth: number;
  @ApiProperty({ description: '日期', format: 'date' }) readonly heldOn: CalendarDate;
  @ApiProperty({ description: '方式' }) readonly manner: string;
  @ApiProperty({ description: '内容' }) readonly content: string;
  @ApiProperty({ description: '进展', type: [FigureView] }) readonly progress: readonly Figure[];
  @ApiProperty({ description: '材料', type: [DocumentView] })
  readonly documents: readonly DocumentReference[];
  @ApiProperty({ description: '应于何日之前联系；另行联系的为空', ...DATE_OR_NULL })
  readonly due: CalendarDate | null;
}

class AssignmentVisitView {
  @ApiProperty({ description: '第几次', type: 'integer' }) readonly nth: number;
  @ApiProperty({ description: '日期', format: 'date' }) readonly heldOn: CalendarDate;
  @ApiProperty({ description: '情况' }) readonly findings: string;
  @ApiProperty({ description: '材料', type: [DocumentView] })
  readonly documents: readonly DocumentReference[];
}

/** Who led it, from when on; until the next. */
class LeaderView extends OwnerView {
  @ApiProperty({ description: '自何日', format: 'date' }) readonly from: CalendarDate;
  @ApiProperty({ description: '至何日', ...DATE_OR_NULL }) readonly until: CalendarDate | null;
}

class SuspensionView {
  @ApiProperty({ description: '理由', enum: codesIn(SUSPENSION_REASONS) }) readonly reason: SuspensionReason;
  @ApiProperty({ description: '说明' }) readonly explanation: string;
  @ApiProperty({ description: '中止之日', format: 'date' }) readonly on: CalendarDate;
  @ApiProperty({ description: '更换的理由；尚未更换的为空', ...TEXT_OR_NULL }) readonly resolved:
    string | null;
}

/** 包保 as far as the reader may know it. */
export class LeaderAssignmentView {
  @ApiProperty({ description: '任期届满之日', ...DATE_OR_NULL }) readonly ends: CalendarDate | null;
  @ApiProperty({ description: '基线时的问题', ...TEXT_OR_NULL }) readonly problems: string | null;
  @ApiProperty({ description: '各项指标', type: [AssignedFigureView] })
  readonly figures: readonly AssignedFigureView[];
  @ApiProperty({ description: '联系', type: [ContactView] }) readonly contacts: readonly ContactView[];
  @ApiProperty({ description: '现场督导', type: [AssignmentVisitView] })
  readonly visits: readonly AssignmentVisitView[];
  @ApiProperty({ description: '包保领导', type: [LeaderView] }) readonly leaders: readonly LeaderView[];
  @ApiProperty({ description: '中止', type: [SuspensionView] })
  readonly suspensions: readonly SuspensionView[];
  @ApiProperty({ description: '事项流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
