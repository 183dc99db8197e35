import { COURT_RELATIONS, distinctPowers, type Power } from '@liuhen/courts';
import { basisText } from '@liuhen/kernel';
import { acts } from '@liuhen/supervision';
import type { MayDoView } from './me.views';

/** What holders of a kind of post may do, by the table of powers. */
export const mayDo = (kind: string): readonly MayDoView[] =>
  POWERS.filter(({ posts }) => posts.includes(kind)).map(view);

const POWERS: readonly Power[] = acts.flatMap(({ powers }) => distinctPowers(powers));

const view = ({ title, court, law, secondFactor }: Power): MayDoView => ({
  title,
  court: COURT_RELATIONS[court],
  law: law.map((article) => basisText(article)),
  secondFactor,
});
