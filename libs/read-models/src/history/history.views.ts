import {
  PARTIES,
  SECRECIES,
  SOURCES,
  type CalendarDate,
  type Instant,
  type OccurredAt,
  type Party,
  type Secrecy,
  type Source,
} from '@liuhen/kernel';
import { codesIn, TEXT_OR_NULL } from '@liuhen/platform';
import { INSTRUMENTS, type CaseId, type Instrument, type MatterId } from '@liuhen/supervision';
import { ApiProperty } from '@nestjs/swagger';

class ActorView {
  @ApiProperty({ description: '人员' }) readonly person: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '责任方', enum: codesIn(PARTIES) }) readonly party: Party;
  @ApiProperty({ description: '委托', ...TEXT_OR_NULL }) readonly delegation: string | null;
}

/** One event as a reader sees it; of one that is kept from them, only that it is there. */
export class HistoryEvent {
  @ApiProperty({ description: '案件标识；督导事项的为空', ...TEXT_OR_NULL }) readonly caseId: CaseId | null;
  @ApiProperty({ description: '督导事项编号；案件的为空', ...TEXT_OR_NULL, format: 'uuid' })
  readonly matter: MatterId | null;
  @ApiProperty({ description: '在案件或者督导事项的流中的序号', type: 'integer' }) readonly rev: number;
  @ApiProperty({ description: '事件编号；不公开的为 null，以下同', ...TEXT_OR_NULL, format: 'uuid' })
  readonly id: string | null;
  @ApiProperty({ description: '事件类型', ...TEXT_OR_NULL }) readonly type: string | null;
  @ApiProperty({
    description: '一行中文：何时、何人、何岗位、何责任方、做了什么、依据什么；不公开的只说明不公开',
  })
  readonly line: string;
  @ApiProperty({ description: '发生时间：时刻、日期，或者不明', ...TEXT_OR_NULL })
  readonly occurredAt: OccurredAt;
  @ApiProperty({ description: '记录时刻', format: 'date-time' }) readonly recordedAt: Instant;
  @ApiProperty({ description: '行为人', type: ActorView, nullable: true }) readonly actor: ActorView | null;
  @ApiProperty({ description: '行为人所在法院', ...TEXT_OR_NULL }) readonly court: string | null;
  @ApiProperty({ description: '记录来源', enum: codesIn(SOURCES), nullable: true })
  readonly source: Source | null;
  @ApiProperty({ description: '密级', enum: codesIn(SECRECIES), nullable: true })
  readonly secrecy: Secrecy | null;
  @ApiProperty({ description: '因案件保护不予显示的内容', type: [String] })
  readonly masked: readonly string[];
  @ApiProperty({ description: '叶哈希' }) readonly leaf: string;
}

/** What a matter is called, as far as the reader may know. */
export class MatterHeading {
  @ApiProperty({ description: '督导事项编号', format: 'uuid' }) readonly matter: MatterId;
  @ApiProperty({ description: '标题' }) readonly title: string;
  @ApiProperty({ description: '督导方式', enum: codesIn(INSTRUMENTS) }) readonly instrument: Instrument;
  @ApiProperty({ description: '督导方式的名称' }) readonly instrumentName: string;
}

class Told {
  @ApiProperty({ description: '截至何时所知', ...TEXT_OR_NULL }) readonly asOf: Instant | CalendarDate | null;
  @ApiProperty({ description: '截至何时所发生', ...TEXT_OR_NULL }) readonly until:
    Instant | CalendarDate | null;
  @ApiProperty({ description: '事件，按发生先后', type: [HistoryEvent] })
  readonly events: readonly HistoryEvent[];
  @ApiProperty({ description: '时间不明、无法判断当时是否已发生的事件数', type: 'integer' })
  readonly notPlaced: number;
}

/** 全程留痕: the history of a case or of its whole family, as known and as happened up to given moments. */
export class CaseHistory extends Told {
  @ApiProperty({ description: '案件标识' }) readonly caseId: CaseId;
  @ApiProperty({ description: '所含各案', type: [String] }) readonly cases: readonly CaseId[];
  @ApiProperty({ description: '涉及各案、您可以查阅的督导事项', type: [MatterHeading] })
  readonly matters: readonly MatterHeading[];
}

/** The history of a matter. */
export class MatterHistory extends Told {
  @ApiProperty({ description: '督导事项' }) readonly matter: MatterHeading;
  @ApiProperty({ description: '发起一方的内部记录是否在内' }) readonly within: boolean;
}

/** The history of what a court or post had to do with in matters, page by page of these. */
export class SubjectHistory extends Told {
  @ApiProperty({ description: '法院代字或者岗位编号' }) readonly subject: string;
  @ApiProperty({ description: '名称' }) readonly name: string;
  @ApiProperty({ description: '本页的督导事项，按起草先后', type: [MatterHeading] })
  readonly matters: readonly MatterHeading[];
  @ApiProperty({ description: '下一页的游标', ...TEXT_OR_NULL }) readonly next: string | null;
}

class Difference {
  @ApiProperty({ description: '以记录时间还是发生时间比较', enum: ['recorded', 'happened'] })
  readonly by: 'recorded' | 'happened';
  @ApiProperty({ description: '起' }) readonly from: Instant | CalendarDate;
  @ApiProperty({ description: '止' }) readonly to: Instant | CalendarDate;
  @ApiProperty({ description: '其间增加的事件', type: [HistoryEvent] })
  readonly added: readonly HistoryEvent[];
}

/** What two moments differ in. */
export class HistoryDifference extends Difference {
  @ApiProperty({ description: '案件标识' }) readonly caseId: CaseId;
}

/** What two moments of a matter differ in. */
export class MatterDifference extends Difference {
  @ApiProperty({ description: '督导事项' }) readonly matter: MatterHeading;
}
