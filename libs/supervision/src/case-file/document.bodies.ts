import { isDigest, MAX_DOCUMENT_NAME, isDocumentName, type DocumentReference } from '@liuhen/kernel';
import { accepts, TextField, WholeNumberField } from '@liuhen/platform';

/** A document that was uploaded to the case, as the answer to the upload told it. */
export class DocumentBody implements DocumentReference {
  @TextField('SHA-256', { max: 64 }) @accepts('isDigest', isDigest) readonly sha256: string;
  @TextField('SM3', { max: 64 }) @accepts('isDigest', isDigest) readonly sm3: string;
  @WholeNumberField('字节数', { min: 1, max: Number.MAX_SAFE_INTEGER }) readonly length: number;
  @TextField('文件名', { max: MAX_DOCUMENT_NAME })
  @accepts('isDocumentName', isDocumentName)
  readonly name: string;
  @TextField('媒体类型', { max: 200 }) readonly mediaType: string;
}
