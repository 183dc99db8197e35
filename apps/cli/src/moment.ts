import { instantOf, isCalendarDate, type CalendarDate, type Instant } from '@liuhen/kernel';
import { CommandFailure } from './exit-codes';

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?$/;
const CHINA = '+08:00';

/**
 * A day, or a moment, which is China's time unless it names another zone; `undefined` where the option is not given.
 *
 * @throws CommandFailure `usage`
 */
export function readMoment(option: string, text: string | undefined): Instant | CalendarDate | undefined {
  if (text === undefined || isCalendarDate(text)) return text;
  const [, date = '', time = '', zone = CHINA] = MOMENT.exec(text) ?? [];
  const epochMs = Date.parse(`${date}T${time}${zone}`);
  if (!isCalendarDate(date) || Number.isNaN(epochMs))
    throw new CommandFailure(
      'usage',
      `选项 --${option} 须为日期或者时刻，例如 2016-12-31 或 "2016-12-31 18:00"`,
    );
  return instantOf(epochMs);
}
