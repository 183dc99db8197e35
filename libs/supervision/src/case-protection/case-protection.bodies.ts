import { ChoiceListField, TextField } from '@liuhen/platform';
import { PROTECTION_GROUNDS, type ProtectionGround } from '../law/protection';

export class ProtectCaseBody {
  @ChoiceListField('保护事由', PROTECTION_GROUNDS, { min: 1 })
  readonly grounds: readonly ProtectionGround[];
}

export class LiftCaseProtectionBody {
  @TextField('解除的理由', { max: 500 }) readonly reason: string;
}
