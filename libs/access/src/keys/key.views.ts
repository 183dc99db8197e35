import { KEY_ALGORITHMS, type KeyAlgorithm, type RegisteredKey } from '@liuhen/courts';
import type { CalendarDate } from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';

class RegisteredKeyView implements RegisteredKey {
  @ApiProperty({ description: '人员编号' }) readonly person: string;
  @ApiProperty({ description: '公钥（JWK）', type: 'object', additionalProperties: true })
  readonly jwk: RegisteredKey['jwk'];
  @ApiProperty({ description: '算法', enum: codesIn(KEY_ALGORITHMS) }) readonly algorithm: KeyAlgorithm;
  @ApiProperty({ description: '指纹（RFC 7638）' }) readonly thumbprint: string;
  @ApiProperty({ description: '起始日期', format: 'date' }) readonly from: CalendarDate;
  @ApiProperty({ description: '不再有效之日：截止或者注销', ...DATE_OR_NULL })
  readonly until: CalendarDate | null;
}

export class KeyListView {
  @ApiProperty({ description: '登记的签名密钥', type: [RegisteredKeyView] })
  readonly items: readonly RegisteredKeyView[];
}
