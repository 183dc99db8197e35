import seed from '../../seed/working-days.json';
import { calendarOf } from './announcements';
import type { WorkingCalendar } from './working-calendar';

/**
 * 全国工作日: the working days of China as the State Council's office announces them each autumn for the year to come
 * (国务院办公厅关于某年部分节假日安排的通知).
 */
export const chinaCalendar: WorkingCalendar = calendarOf(seed);
