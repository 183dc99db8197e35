import { ApiProperty } from '@nestjs/swagger';

/** One event that a command left. */
export class ReceiptEventView {
  @ApiProperty({ description: '事件编号（UUIDv7）', format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: '事件类型' }) readonly type: string;
  @ApiProperty({ description: '在该流中的序号', type: 'integer' }) readonly rev: number;
  @ApiProperty({ description: '叶哈希（十六进制），日后可凭此核对' }) readonly leaf: string;
  @ApiProperty({ description: '系统收录时刻（UTC）', format: 'date-time' }) readonly recordedAt: string;
}

/** Answer of every command: its events are durable. */
export class ReceiptView {
  @ApiProperty({ description: '登记所在的流' }) readonly stream: string;
  @ApiProperty({ description: '位置标记，供后续查询的 Liuhen-Position 请求头原样使用' })
  readonly position: string;
  @ApiProperty({ description: '登记后该流的序号，供 If-Match 使用', type: 'integer' })
  readonly revision: number;
  @ApiProperty({ description: '登记的事件', type: [ReceiptEventView] })
  readonly events: readonly ReceiptEventView[];
  @ApiProperty({ description: '同一幂等键此前已登记，本次未新增' }) readonly replayed: boolean;
}

/** An article of a statute in one of its versions. */
export class LawArticleView {
  @ApiProperty({ description: '法律或者司法解释' }) readonly statute: string;
  @ApiProperty({ description: '版本' }) readonly version: string;
  @ApiProperty({ description: '条文' }) readonly article: string;
}

class FieldErrorView {
  @ApiProperty({ description: '字段路径' }) readonly field: string;
  @ApiProperty({ description: '不符合之处' }) readonly detail: string;
}

/** 问题详情（RFC 9457）. */
export class ProblemView {
  @ApiProperty({ description: '问题类型', format: 'uri' }) readonly type: string;
  @ApiProperty({ description: '标题' }) readonly title: string;
  @ApiProperty({ description: 'HTTP 状态码', type: 'integer' }) readonly status: number;
  @ApiProperty({ description: '说明' }) readonly detail: string;
  @ApiProperty({ description: '稳定的代码，供程序判断' }) readonly code: string;
  @ApiProperty({ description: '本次请求的编号', format: 'uri' }) readonly instance: string;
  @ApiProperty({ description: '有误的字段', required: false }) readonly field?: string;
  @ApiProperty({ description: '依据的条文', type: [LawArticleView], required: false })
  readonly law?: readonly LawArticleView[];
  @ApiProperty({ description: '各处有误的字段', type: [FieldErrorView], required: false })
  readonly errors?: readonly FieldErrorView[];
}
