import type { PersonInPost } from '@liuhen/access';

/** Columns apart by tabs: id, name, posts. */
export const personLine = ({ id, name, posts }: PersonInPost): string =>
  [id, name, posts.map(({ court, title }) => `${court}${title}`).join('、')].join('\t');
