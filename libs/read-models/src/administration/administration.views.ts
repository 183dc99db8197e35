import { PARTIES, type Instant, type OccurredAt, type Party } from '@liuhen/kernel';
import { codesIn, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';

class AdministratorView {
  @ApiProperty({ description: '人员' }) readonly person: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '责任方', enum: codesIn(PARTIES) }) readonly party: Party;
}

/** One event of the administration log. */
export class AdministrationEvent {
  @ApiProperty({ description: '事件编号', format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: '事件类型' }) readonly type: string;
  @ApiProperty({ description: '所在的流：一个法院、岗位、人员的密钥，或者一项规则' }) readonly stream: string;
  @ApiProperty({ description: '在流中的序号', type: 'integer' }) readonly rev: number;
  @ApiProperty({ description: '关于哪个岗位、法院、人员；规则的为空', ...TEXT_OR_NULL })
  readonly subject: string | null;
  @ApiProperty({ description: '一行中文：何时、何人、何岗位、做了什么、依据什么' }) readonly line: string;
  @ApiProperty({ description: '发生时间', ...TEXT_OR_NULL }) readonly occurredAt: OccurredAt;
  @ApiProperty({ description: '记录时刻', format: 'date-time' }) readonly recordedAt: Instant;
  @ApiProperty({ description: '行为人所在法院' }) readonly court: string;
  @ApiProperty({ description: '行为人' }) readonly actor: AdministratorView;
  @ApiProperty({ description: '叶哈希' }) readonly leaf: string;
}

export class AdministrationPage {
  @ApiProperty({ description: '本页各条，按记录先后', type: [AdministrationEvent] })
  readonly items: readonly AdministrationEvent[];
  @ApiProperty({ description: '下一页的游标', ...TEXT_OR_NULL }) readonly next: string | null;
}
