import type { CalendarDate } from '@liuhen/kernel';
import { codesIn, TEXT_OR_NULL } from '@liuhen/platform';
import {
  INSTRUMENTS,
  STAGES,
  SUSPENSION_REASONS,
  type Instrument,
  type MatterId,
  type Stage,
  type SuspensionReason,
} from '@liuhen/supervision';
import { ApiProperty } from '@nestjs/swagger';
import { AnsweringView, DutyHolderView } from '../duties/duties.views';
import type { FigureProgress } from './assignment-record';
import type { FoundCounts } from './found-round';
import { MatterRoundView } from './matters.views';

const WHOLE = { type: 'integer' } as const;

/** How many rounds there are of an instrument at a stage, aimed at one court, and what came of them. */
export class MatterSummaryRow implements FoundCounts {
  @ApiProperty({ description: '对象法院的代字' }) readonly court: string;
  @ApiProperty({ description: '对象法院的名称' }) readonly courtName: string;
  @ApiProperty({ description: '督导方式', enum: codesIn(INSTRUMENTS) }) readonly instrument: Instrument;
  @ApiProperty({ description: '督导方式的名称' }) readonly instrumentName: string;
  @ApiProperty({ description: '阶段', enum: codesIn(STAGES) }) readonly stage: Stage;
  @ApiProperty({ description: '阶段的名称' }) readonly stageName: string;
  @ApiProperty({ description: '次数；一次对多个法院的，各计一次', ...WHOLE }) readonly rounds: number;
  @ApiProperty({ description: '其中未结', ...WHOLE }) readonly open: number;
  @ApiProperty({ description: '未结中有逾期的', ...WHOLE }) readonly overdue: number;
  @ApiProperty({ description: '要求的项数', ...WHOLE }) readonly demands: number;
  @ApiProperty({ description: '答复了的项数', ...WHOLE }) readonly answered: number;
  @ApiProperty({ description: '退回次数', ...WHOLE }) readonly returned: number;
  @ApiProperty({ description: '整改事项数', ...WHOLE }) readonly items: number;
  @ApiProperty({ description: '已完成的整改事项数', ...WHOLE }) readonly itemsDone: number;
}

/** 督导汇总. */
export class MatterSummary {
  @ApiProperty({ description: '按对象法院、督导方式、阶段', type: [MatterSummaryRow] })
  readonly rows: readonly MatterSummaryRow[];
}

/** 升级链: the instruments of one matter, in order. */
export class MatterChain {
  @ApiProperty({ description: '督导事项编号', format: 'uuid' }) readonly matter: MatterId;
  @ApiProperty({ description: '标题' }) readonly title: string;
  @ApiProperty({ description: '历次督导，按先后', type: [MatterRoundView] })
  readonly rounds: readonly MatterRoundView[];
}

export class MatterChainPage {
  @ApiProperty({ description: '本页各项', type: [MatterChain] }) readonly items: readonly MatterChain[];
  @ApiProperty({ description: '下一页的游标', ...TEXT_OR_NULL }) readonly next: string | null;
}

/** 指标的进展; values are decimal text. */
export class FigureProgressView implements FigureProgress {
  @ApiProperty({ description: '指标' }) readonly indicator: string;
  @ApiProperty({ description: '单位' }) readonly unit: string;
  @ApiProperty({ description: '基线值' }) readonly baseline: string;
  @ApiProperty({ description: '基线日期', format: 'date' }) readonly baselineOn: CalendarDate;
  @ApiProperty({ description: '最近的值' }) readonly latest: string;
  @ApiProperty({ description: '最近的值的日期', format: 'date' }) readonly latestOn: CalendarDate;
  @ApiProperty({ description: '目标值' }) readonly target: string;
}

/** 院领导包保, with how far it has come. */
export class AssignmentView {
  @ApiProperty({ description: '督导事项' }) readonly matter: MatterRoundView;
  @ApiProperty({ description: '包保领导的岗位' }) readonly leader: DutyHolderView;
  @ApiProperty({ description: '当日由谁负责' }) readonly answering: AnsweringView;
  @ApiProperty({ description: '指标：基线、最近、目标', type: [FigureProgressView] })
  readonly figures: readonly FigureProgressView[];
  @ApiProperty({ description: '已联系次数', ...WHOLE }) readonly contacts: number;
  @ApiProperty({ description: '逾期未联系的次数', ...WHOLE }) readonly contactsLate: number;
  @ApiProperty({ description: '因何中止；未中止的为空', enum: codesIn(SUSPENSION_REASONS), nullable: true })
  readonly suspended: SuspensionReason | null;
}

export class AssignmentPage {
  @ApiProperty({ description: '本页各项', type: [AssignmentView] }) readonly items: readonly AssignmentView[];
  @ApiProperty({ description: '下一页的游标', ...TEXT_OR_NULL }) readonly next: string | null;
}

/** 年度台账. */
export class MatterRegisterView {
  @ApiProperty({ description: '年度', ...WHOLE }) readonly year: number;
  @ApiProperty({ description: '每次督导一行，按发出的先后', type: [MatterRoundView] })
  readonly rows: readonly MatterRoundView[];
}
