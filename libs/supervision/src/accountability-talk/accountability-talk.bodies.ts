import type { CalendarDate } from '@liuhen/kernel';
import { DateField, FlagField, ListField, NestedField, TextField, TextListField } from '@liuhen/platform';
import { DocumentBody } from '../case-file/document.bodies';
import { ItemBody, itemsOf, ownerOf, PostBody } from '../matter-file/item.bodies';
import type { HoldTalkCommand } from './hold-talk';
import type { PlanTalkCommand } from './plan-talk';
import type { GivenParty } from './talk-party';

const LONGEST_LINE = 1_000;
const LONGEST_TEXT = 4_000;
const MOST_TALKERS = 20;
const MOST_MATERIALS = 100;
const MOST_ITEMS = 100;

class TalkBody {
  @ListField('谈话人', () => PostBody, { min: 1, max: MOST_TALKERS }) readonly talkers: readonly PostBody[];
  @NestedField('记录人', () => PostBody) readonly recorder: PostBody;
  @TextField('保留提示词句的理由', { max: LONGEST_LINE, optional: true }) readonly screenedReason?: string;
}

const partyOf = ({ talkers, recorder }: TalkBody): GivenParty => ({
  talkers: talkers.map(ownerOf),
  recorder: ownerOf(recorder),
});

export class PlanTalkBody extends TalkBody {
  @DateField('谈话日期') readonly heldOn: CalendarDate;
  @TextField('地点', { max: LONGEST_LINE }) readonly place: string;
  @TextField('事由', { max: LONGEST_TEXT, note: '不得要求案件的裁判结果' }) readonly subject: string;
  @TextListField('被约谈人应备的材料', { max: MOST_MATERIALS, itemMax: LONGEST_LINE, optional: true })
  readonly materials: readonly string[] = [];
}

export const planOf = (body: PlanTalkBody): PlanTalkCommand['data'] => ({
  ...partyOf(body),
  heldOn: body.heldOn,
  place: body.place,
  subject: body.subject,
  materials: body.materials,
  screenedReason: body.screenedReason ?? null,
});

export class RescheduleTalkBody {
  @DateField('新的谈话日期') readonly heldOn: CalendarDate;
  @TextField('改期的理由', { max: LONGEST_LINE }) readonly reason: string;
}

export class HoldTalkBody extends TalkBody {
  @NestedField('谈话笔录', () => DocumentBody) readonly record: DocumentBody;
  @TextField('谈话概要', { max: LONGEST_TEXT, note: '不得要求案件的裁判结果' }) readonly summary: string;
  @ListField('整改承诺', () => ItemBody, { max: MOST_ITEMS, optional: true })
  readonly commitments: readonly ItemBody[] = [];
}

export const heldOf = (body: HoldTalkBody): HoldTalkCommand['data'] => ({
  ...partyOf(body),
  record: body.record,
  summary: body.summary,
  commitments: itemsOf(body.commitments),
  screenedReason: body.screenedReason ?? null,
});

export class SignTalkRecordBody {
  @FlagField('签字', { note: '拒绝签字的填 false，并写明理由' }) readonly signed: boolean;
  @TextField('意见，或者拒绝签字的理由', { max: LONGEST_TEXT, optional: true }) readonly remark?: string;
}
