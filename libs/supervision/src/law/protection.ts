import { basisText, type LawArticle } from '@liuhen/kernel';
import {
  administrativeLaw,
  civilLaw,
  criminalLaw,
  lawArticleOf,
  lawOfTheDay,
  type Citation,
} from './citation';
import { procedures, type Procedure } from './vocabulary';

/** 保护事由: why a case is not, or need not be, heard in public; what concerns its parties is kept close then. */
export const PROTECTION_GROUNDS = {
  juvenile: '未成年人',
  sexualOffenceVictim: '性侵害案件被害人',
  privacy: '个人隐私',
  tradeSecret: '商业秘密',
  divorce: '离婚',
} as const;
export type ProtectionGround = keyof typeof PROTECTION_GROUNDS;

/** Provisions whose text was read; earlier versions number them otherwise. */
const protectionLaw: Readonly<Record<ProtectionGround, readonly Citation[]>> = {
  juvenile: criminalLaw({ 2018: '285' }),
  sexualOffenceVictim: criminalLaw({ 2018: '188.1' }),
  privacy: [
    ...criminalLaw({ 2018: '188.1' }),
    ...civilLaw({ 2023: '137.1' }),
    ...administrativeLaw({ 2017: '54.1' }),
  ],
  tradeSecret: [
    ...criminalLaw({ 2018: '188.1' }),
    ...civilLaw({ 2023: '137.2' }),
    ...administrativeLaw({ 2017: '54.2' }),
  ],
  divorce: civilLaw({ 2023: '137.2' }),
};

/** What the protection of a case rests on; nothing where the grounds have no article in its procedure on that day. */
export function lawOnProtection(
  grounds: readonly ProtectionGround[],
  procedure: string,
  day: string,
): readonly LawArticle[] {
  if (!isProcedure(procedure)) return [];
  const citations = grounds.flatMap((ground) => lawOfTheDay(protectionLaw[ground], { day, procedure }));
  const articles = citations.map(lawArticleOf);
  return [...new Map(articles.map((article) => [basisText(article), article])).values()];
}

const isProcedure = (procedure: string): procedure is Procedure => Object.hasOwn(procedures, procedure);
