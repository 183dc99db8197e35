import type { CalendarDate } from '@liuhen/kernel';
import { DateField, NestedField, TextField } from '@liuhen/platform';
import type { GivenItem } from '../matter-rules/rectification';
import type { ItemOwner } from '../supervision-matter/supervision-matter.events';

const LONGEST_TEXT = 2_000;

export class PostBody {
  @TextField('法院代字', { max: 20 }) readonly court: string;
  @TextField('岗位编号', { max: 200 }) readonly post: string;
  @TextField('人员编号', { max: 64, optional: true, note: '岗位有多人的填写' }) readonly person?: string;
}

export const ownerOf = ({
  court,
  post,
  person = null,
}: Omit<PostBody, 'person'> & { person?: string | null }): ItemOwner => ({
  court,
  post,
  person,
});

/** 整改事项: measurable, somebody's, and by a day. */
export class ItemBody {
  @TextField('问题', { max: LONGEST_TEXT }) readonly problem: string;
  @TextField('整改措施', { max: LONGEST_TEXT }) readonly measure: string;
  @TextField('验收标准', { max: LONGEST_TEXT, note: '可以衡量' }) readonly criterion: string;
  @NestedField('责任人', () => PostBody) readonly owner: PostBody;
  @DateField('完成日期') readonly due: CalendarDate;
}

export const itemsOf = (bodies: readonly ItemBody[]): readonly GivenItem[] =>
  bodies.map(({ owner, ...item }) => ({ ...item, owner: ownerOf(owner) }));
