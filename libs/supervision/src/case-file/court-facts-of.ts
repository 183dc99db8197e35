import type { Directory } from '@liuhen/access';
import { chinaCalendar } from '@liuhen/courts';
import type { CourtFacts } from '../court-rules/court-facts';

/** As they stand in the administration log now. */
export const courtFactsOf = ({ courts, posts, policies }: Directory): CourtFacts => ({
  courts,
  posts,
  policies,
  calendar: chinaCalendar,
});
