import type { CalendarDate, JsonObject } from '@liuhen/kernel';
import { DateField, field, TextField } from '@liuhen/platform';
import { IsObject } from 'class-validator';
import { ReasonField } from '../proposals/proposal.bodies';

const LONGEST_ID = 64;

/** Which members it has is judged with the command. */
const PublicKeyField = (label: string): PropertyDecorator =>
  field(label, {}, { type: 'object', additionalProperties: true }, [IsObject()]);

export class KeyRegistrationBody {
  @PublicKeyField('公钥（JWK）：Ed25519 或者 SM2') readonly jwk: JsonObject;
  @DateField('起始日期') readonly from: CalendarDate;
  @DateField('截止日期（不含当日）', { optional: true }) readonly until?: CalendarDate;
  @ReasonField('提请事由') readonly reason: string;
}

export class KeyRevocationBody {
  @TextField('人员编号', { max: LONGEST_ID }) readonly person: string;
  @TextField('密钥指纹（RFC 7638）', { max: LONGEST_ID }) readonly thumbprint: string;
  @DateField('注销日期', { note: '自当日起不再有效' }) readonly on: CalendarDate;
  @ReasonField('提请事由') readonly reason: string;
}

export class KeyListQuery {
  @TextField('人员编号', { max: LONGEST_ID, optional: true, note: '默认本人' }) readonly person?: string;
}
