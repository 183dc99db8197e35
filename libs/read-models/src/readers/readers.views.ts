import {
  DATA_CLASSES,
  PARTIES,
  READING_KINDS,
  type DataClass,
  type Instant,
  type Party,
  type ReadingKind,
} from '@liuhen/kernel';
import { codesIn, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';

/** Somebody's reading of a case, or their attempt. */
export class ReadingOfCase {
  @ApiProperty({ description: '留痕事件的编号', format: 'uuid' }) readonly event: string;
  @ApiProperty({ description: '留痕时刻（UTC），内容在此之后提供', format: 'date-time' })
  readonly recordedAt: Instant;
  @ApiProperty({ description: '人员' }) readonly person: string;
  @ApiProperty({ description: '姓名' }) readonly personName: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '岗位名称' }) readonly postTitle: string;
  @ApiProperty({ description: '责任方', enum: codesIn(PARTIES) }) readonly party: Party;
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '法院名称' }) readonly courtName: string;
  @ApiProperty({ description: '所凭的委托', ...TEXT_OR_NULL }) readonly delegation: string | null;
  @ApiProperty({ description: '查阅方式', enum: codesIn(READING_KINDS) }) readonly kind: ReadingKind;
  @ApiProperty({ description: '查阅方式的名称' }) readonly kindName: string;
  @ApiProperty({ description: '查阅内容', enum: codesIn(DATA_CLASSES) }) readonly data: DataClass;
  @ApiProperty({ description: '查阅内容的名称' }) readonly dataName: string;
  @ApiProperty({ description: '查阅目的' }) readonly purpose: string;
  @ApiProperty({ description: '所得的项数；不能得知的为 null', type: 'integer', nullable: true })
  readonly results: number | null;
  @ApiProperty({ description: '未向其提供的内容', type: [String] }) readonly withheld: readonly string[];
  @ApiProperty({ description: '被拒的，拒绝的代码', ...TEXT_OR_NULL }) readonly code: string | null;
}

export class ReadingOfCasePage {
  @ApiProperty({ description: '查阅，近的在前', type: [ReadingOfCase] })
  readonly items: readonly ReadingOfCase[];
  @ApiProperty({ description: '下一页的游标；末页为 null', ...TEXT_OR_NULL }) readonly next: string | null;
}
