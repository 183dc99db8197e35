import { payloadData, type EventHeader, type JsonValue, type StoredEvent } from '@liuhen/kernel';
import { ApiProperty } from '@nestjs/swagger';

/** The event as the log holds it; the payload without its salts, which belong to proofs. */
class EventData {
  @ApiProperty({ description: '事件头，即被哈希的部分', type: 'object', additionalProperties: true })
  readonly header: EventHeader;
  @ApiProperty({ description: '事件内容；被隐去的字段不出现', type: 'object', additionalProperties: true })
  readonly payload: Readonly<Record<string, JsonValue>>;
}

/** An event in the structured JSON form of CloudEvents 1.0. */
export class CloudEvent {
  @ApiProperty({ description: 'CloudEvents 版本', enum: ['1.0'] }) readonly specversion: '1.0';
  @ApiProperty({ description: '事件编号', format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: '日志名称' }) readonly source: string;
  @ApiProperty({ description: '事件类型' }) readonly type: string;
  @ApiProperty({ description: '事件所在的流' }) readonly subject: string;
  @ApiProperty({ description: '收录时刻', format: 'date-time' }) readonly time: string;
  @ApiProperty({ description: '内容格式', enum: ['application/json'] })
  readonly datacontenttype: 'application/json';
  @ApiProperty({ description: '位置标记，用于 after 和 Last-Event-ID' }) readonly position: string;
  @ApiProperty({ description: '叶哈希' }) readonly leafhash: string;
  @ApiProperty({ description: '事件' }) readonly data: EventData;
}

export const cloudEventOf = ({ header, payloadText, position, leafHash }: StoredEvent): CloudEvent => ({
  specversion: '1.0',
  id: header.id,
  source: header.log,
  type: header.type,
  subject: header.stream,
  time: header.recordedAt,
  datacontenttype: 'application/json',
  position,
  leafhash: leafHash,
  data: { header, payload: payloadData(payloadText) },
});
