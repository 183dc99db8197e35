import { Problem, TextField } from '@liuhen/platform';

const MOST_TYPES = 100;
const LONGEST_TYPE = 100;
const TYPE_NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/** Which events: of which types, and after which place. */
export class EventQuery {
  @TextField('从该位置之后读起', { max: 200, optional: true, note: '前一页的 next 或者事件的 position' })
  readonly after?: string;

  @TextField('事件类型', { max: MOST_TYPES * LONGEST_TYPE, optional: true, note: '以逗号分隔，默认全部' })
  readonly types?: string;
}

/** @throws Problem `invalid-request` */
export function typesOf({ types }: EventQuery): readonly string[] | undefined {
  const names = types?.split(',');
  if (names && (names.length > MOST_TYPES || !names.every((name) => TYPE_NAME.test(name))))
    throw new Problem('invalid-request', { field: 'types', detail: 'types：须为以逗号分隔的事件类型' });
  return names;
}
