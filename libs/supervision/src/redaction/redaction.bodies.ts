import { NestedField, TextField, TextListField } from '@liuhen/platform';

const LONGEST_ID = 64;
const MOST_FIELDS = 20;
const LONGEST_FIELD = 64;
const LONGEST_LAW = 200;
const LONGEST_REASON = 4_000;

class LegalBasisBody {
  @TextField('法律名称', { max: LONGEST_LAW }) readonly statute: string;
  @TextField('条文', { max: LONGEST_LAW, note: '如：第四十七条' }) readonly article: string;
}

export class ProposeRedactionBody {
  @TextField('拟遮蔽的事件编号', { max: LONGEST_ID }) readonly event: string;
  @TextListField('拟遮蔽的字段', { min: 1, max: MOST_FIELDS, itemMax: LONGEST_FIELD })
  readonly fields: readonly string[];
  @NestedField('法律依据', () => LegalBasisBody, { note: '应为本院规则所列' })
  readonly legalBasis: LegalBasisBody;
  @TextField('理由', { max: LONGEST_REASON, note: '永远保留，不得写入拟遮蔽的内容' }) readonly reason: string;
}

export class DeclineRedactionBody {
  @TextField('不同意的理由', { max: LONGEST_REASON }) readonly reason: string;
}
