import { isOccurredAt } from '@liuhen/kernel';
import { accepts, field } from '@liuhen/platform';

export const MomentField = (
  label: string,
  options: { readonly optional?: boolean } = {},
): PropertyDecorator =>
  field(label, { ...options, note: '时刻，或者日期（算至当日终了）' }, { type: 'string' }, [
    accepts('isMoment', (value) => value !== null && isOccurredAt(value)),
  ]);
