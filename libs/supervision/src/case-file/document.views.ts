import type { DocumentReference } from '@liuhen/kernel';
import { ApiProperty } from '@nestjs/swagger';

/** A document by its content, as it is asked for. */
export class DocumentView implements DocumentReference {
  @ApiProperty({ description: 'SHA-256' }) readonly sha256: string;
  @ApiProperty({ description: 'SM3' }) readonly sm3: string;
  @ApiProperty({ description: '字节数', type: 'integer' }) readonly length: number;
  @ApiProperty({ description: '文件名' }) readonly name: string;
  @ApiProperty({ description: '媒体类型' }) readonly mediaType: string;
}
