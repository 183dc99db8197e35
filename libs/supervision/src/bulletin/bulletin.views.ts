import type { CalendarDate, DocumentReference, Instant } from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentView } from '../case-file/document.views';
import type { Objection } from './bulletin';
import type { BulletinFigure } from './bulletin.events';

class FigureCorrectionView {
  @ApiProperty({ description: '更正前的数值' }) readonly was: string;
  @ApiProperty({ description: '更正后的数值' }) readonly now: string;
  @ApiProperty({ description: '理由' }) readonly reason: string;
  @ApiProperty({ description: '更正时刻', format: 'date-time' }) readonly at: Instant;
}

class BulletinFigureView implements BulletinFigure {
  @ApiProperty({ description: '第几项' }) readonly figure: string;
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '指标' }) readonly indicator: string;
  @ApiProperty({ description: '现在的数值，十进制数' }) readonly value: string;
  @ApiProperty({ description: '单位' }) readonly unit: string;
  @ApiProperty({ description: '核验的来源' }) readonly source: string;
  @ApiProperty({ description: '历次更正', type: [FigureCorrectionView] })
  readonly corrections: readonly FigureCorrectionView[];
}

const OBJECTION_STATUSES: Readonly<Record<Objection['status'], string>> = {
  open: '待答复',
  dismissed: '不成立',
  upheld: '成立，待更正',
  corrected: '已更正',
};

class FigureObjectionView {
  @ApiProperty({ description: '异议的编号' }) readonly objection: string;
  @ApiProperty({ description: '第几项数据' }) readonly figure: string;
  @ApiProperty({ description: '理由' }) readonly reason: string;
  @ApiProperty({ description: '材料', type: [DocumentView] })
  readonly documents: readonly DocumentReference[];
  @ApiProperty({ description: '提出时刻', format: 'date-time' }) readonly raisedAt: Instant;
  @ApiProperty({ description: '处理', enum: codesIn(OBJECTION_STATUSES) })
  readonly status: Objection['status'];
  @ApiProperty({ description: '答复的理由', ...TEXT_OR_NULL }) readonly answer: string | null;
}

class BulletinView {
  @ApiProperty({ description: '次序', type: 'integer' }) readonly round: number;
  @ApiProperty({ description: '数据的截止日期', format: 'date' }) readonly asOf: CalendarDate;
  @ApiProperty({ description: '排名排序' }) readonly ranked: boolean;
  @ApiProperty({ description: '发起法院的现行规则允许排名排序' }) readonly rankingAllowed: boolean;
  @ApiProperty({ description: '数据', type: [BulletinFigureView] })
  readonly figures: readonly BulletinFigureView[];
  @ApiProperty({ description: '异议期的最后一日；尚未发出的为空', ...DATE_OR_NULL })
  readonly objectionsUntil: CalendarDate | null;
  @ApiProperty({ description: '异议', type: [FigureObjectionView] })
  readonly objections: readonly FigureObjectionView[];
}

/** The bulletins of a matter, as far as the reader may know them. */
export class BulletinList {
  @ApiProperty({ description: '各次通报', type: [BulletinView] }) readonly bulletins: readonly BulletinView[];
  @ApiProperty({ description: '事项流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
