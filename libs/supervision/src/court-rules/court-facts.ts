import type { CourtDirectory, PolicyBook, PostDirectory, WorkingCalendar } from '@liuhen/courts';

/** What a decision must know of courts, posts, rules and days; gathered at the edge, judged by the day of the act. */
export interface CourtFacts {
  readonly courts: CourtDirectory;
  readonly posts: PostDirectory;
  /** 审判权责规则. */
  readonly policies: PolicyBook;
  readonly calendar: WorkingCalendar;
}
