import { holdersOn } from '@liuhen/courts';
import { postsHere, type HearingCourt } from './hearing-court';

/** 审判委员会组成人员: president, vice presidents, full-time members and 委员 (人民法院组织法 第三十六条). */
const SEATS: ReadonlySet<string> = new Set([
  'president',
  'vicePresident',
  'adjudicationCommitteeMember',
  'committeeSeat',
]);

/** Who may preside: 院长, or 副院长 by his charge (人民法院组织法 第三十八条). */
const PRESIDING: ReadonlySet<string> = new Set(['president', 'vicePresident']);

/** The members of the court's committee on the day, each once, as its posts say. */
export function committeeMembers({ facts: { posts }, courtId, on }: HearingCourt): readonly string[] {
  const seats = [...posts].filter(([, { court, kind }]) => court === courtId && SEATS.has(kind));
  const persons = seats.flatMap(([id]) => holdersOn(posts, id, on).map(({ person }) => person));
  return [...new Set(persons)];
}

export const mayPreside = (court: HearingCourt, person: string): boolean =>
  postsHere(court, person).some(({ kind }) => PRESIDING.has(kind));

export const isPresident = (court: HearingCourt, person: string): boolean =>
  postsHere(court, person).some(({ kind }) => kind === 'president');
