import { isDocumentName, MAX_DOCUMENT_NAME, type DocumentReference } from '@liuhen/kernel';
import { accepts, field } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';

export class UploadQuery {
  @field(
    '文书名称',
    { note: '带扩展名的文件名，百分号编码（UTF-8）' },
    { type: 'string', minLength: 1, maxLength: MAX_DOCUMENT_NAME },
    [accepts('isDocumentName', isDocumentName)],
  )
  readonly name: string;
}

/** What is said of a document in the command that then names it. */
export class UploadedDocument implements DocumentReference {
  @ApiProperty({ description: '内容的 SHA-256（十六进制），凭此取用' }) readonly sha256: string;
  @ApiProperty({ description: '内容的 SM3（十六进制）' }) readonly sm3: string;
  @ApiProperty({ description: '字节数', type: 'integer' }) readonly length: number;
  @ApiProperty({ description: '名称' }) readonly name: string;
  @ApiProperty({ description: '媒体类型' }) readonly mediaType: string;
}
