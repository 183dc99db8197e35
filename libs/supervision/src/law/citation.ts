import { basisText, type LawArticle } from '@liuhen/kernel';
import { governingStatute, statutes } from './statutes';
import type { Statute, StatuteCode, StatuteVersion, VersionOf } from './statutes';
import type { Procedure, Stage } from './vocabulary';

/** A provision: statute, version, and as far down as named article 条, paragraph 款, item 项. */
export interface Citation {
  readonly statute: StatuteCode;
  readonly version: string;
  /** Absent where the document has no numbered articles. */
  readonly article?: number;
  readonly paragraph?: number;
  readonly item?: number;
  /** The only stage at which the provision applies, where it is narrower than the ground that rests on it. */
  readonly onlyAt?: Stage;
}

/** On which day, and where in which procedure, a decision was made: what selects the law that governs it. */
export interface Forum {
  readonly day: string;
  readonly procedure: Procedure;
  readonly stage?: Stage;
}

const PROVISION = /^(\d+)(?:\.(\d+))?(?:#(\d+))?$/;

/**
 * Reads `177.1#3` as article 177, paragraph 1, item 3; `238#1` as item 1 of the only paragraph; the empty text as
 * the document as a whole.
 */
export function provision(text: string): Pick<Citation, 'article' | 'paragraph' | 'item'> {
  if (text === '') return {};
  const [whole, article, paragraph, item] = PROVISION.exec(text) ?? [];
  if (whole === undefined) throw new Error(`not a provision: ${text}`);
  return {
    article: Number(article),
    ...(paragraph === undefined ? {} : { paragraph: Number(paragraph) }),
    ...(item === undefined ? {} : { item: Number(item) }),
  };
}

type Numbers<Code extends StatuteCode> = Readonly<Partial<Record<VersionOf<Code>, string | undefined>>>;

/**
 * The same rule through the versions of a statute. A number holds from the version it is given for until
 * another is given; `undefined` says that from that version on the rule is no longer there.
 */
export function across<Code extends StatuteCode>(statute: Code, numbers: Numbers<Code>): readonly Citation[] {
  const given: Readonly<Record<string, string | undefined>> = numbers;
  let number: string | undefined;
  return Object.keys(statutes[statute].versions).flatMap((version) => {
    if (version in given) number = given[version];
    return number === undefined ? [] : [{ statute, version, ...provision(number) }];
  });
}

export const civilLaw = (numbers: Numbers<'civilProcedureLaw'>) => across('civilProcedureLaw', numbers);
export const criminalLaw = (numbers: Numbers<'criminalProcedureLaw'>) =>
  across('criminalProcedureLaw', numbers);
export const administrativeLaw = (numbers: Numbers<'administrativeProcedureLaw'>) =>
  across('administrativeProcedureLaw', numbers);
export const civilInterpretation = (numbers: Numbers<'civilInterpretation'>) =>
  across('civilInterpretation', numbers);
export const criminalInterpretation = (numbers: Numbers<'criminalInterpretation'>) =>
  across('criminalInterpretation', numbers);
export const administrativeInterpretation = (numbers: Numbers<'administrativeInterpretation'>) =>
  across('administrativeInterpretation', numbers);
export const civilRetrialProvisions = (number: string) => across('civilRetrialProvisions', { 2015: number });
export const courtRelationsOpinions = (number: string) => across('courtRelationsOpinions', { 2010: number });
export const judgesLaw = (number: string) => across('judgesLaw', { 2019: number });
export const fourTypeOpinions = (number: string) => across('fourTypeCaseOpinions', { 2021: number });
export const organicLaw = (number: string) => across('organicLaw', { 2018: number });
export const collegialPanelProvisions = (number: string) =>
  across('collegialPanelProvisions', { 2002: number });
export const collegialPanelDutyProvisions = (number: string) =>
  across('collegialPanelDutyProvisions', { 2010: number });
export const adjudicationCommitteeOpinions = (number: string) =>
  across('adjudicationCommitteeOpinions', { 2019: number });
export const professionalJudgesMeetingOpinions = (number: string) =>
  across('professionalJudgesMeetingOpinions', { 2021: number });

export const onlyAt = (stage: Stage, citations: readonly Citation[]): readonly Citation[] =>
  citations.map((citation) => ({ ...citation, onlyAt: stage }));

const statuteOf = (citation: Citation): Statute => statutes[citation.statute];

export function versionOf(citation: Citation): StatuteVersion {
  const version = statuteOf(citation).versions[citation.version];
  if (version === undefined) throw new Error(`no version ${citation.version} of ${citation.statute}`);
  return version;
}

const inForce = ({ from, until }: Pick<StatuteVersion, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === undefined || day < until);

/** Those of the provisions that governed a decision of that procedure, made there on that day. */
export const lawOfTheDay = (citations: readonly Citation[], forum: Forum): readonly Citation[] =>
  citations.filter((citation) => {
    const { procedure } = statuteOf(citation);
    return (
      (procedure === undefined || procedure === forum.procedure) &&
      (citation.onlyAt === undefined || citation.onlyAt === forum.stage) &&
      inForce(versionOf(citation), forum.day)
    );
  });

/** Those of the provisions that governed any case on that day, whatever its procedure. */
export const generalLawOfTheDay = (citations: readonly Citation[], day: string): readonly Citation[] =>
  citations.filter(
    (citation) => statuteOf(citation).procedure === undefined && inForce(versionOf(citation), day),
  );

/** The version of the procedure's own statute that was in force on the day. */
export function governingLaw({ day, procedure }: Forum): Citation | undefined {
  const statute = governingStatute[procedure];
  const { versions }: Statute = statutes[statute];
  const version = Object.entries(versions).find(([, each]) => inForce(each, day))?.[0];
  return version === undefined ? undefined : { statute, version };
}

/** Whether the provision was compared with its text, or its number confirmed by an official one; if not, why. */
export function verification(citation: Citation): { readonly verified: boolean; readonly why?: string } {
  const { verified, confirmed, why } = versionOf(citation);
  if (verified) return { verified };
  if (citation.article !== undefined && confirmed?.articles.includes(citation.article)) {
    return { verified: true, why: confirmed.by };
  }
  return { verified: false, ...(why === undefined ? {} : { why }) };
}

export const isUnread = (citation: Citation): boolean => versionOf(citation).unread === true;

const DIGITS = '零一二三四五六七八九';

/** 一百零七, 二百二十五; from 1 to 999, as articles are numbered. */
export function chineseNumeral(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const head = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  if (tens === 0) return ones === 0 ? head : `${head}${hundreds > 0 ? '零' : ''}${DIGITS[ones]}`;
  return `${head}${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
}

/** A provision as an event or a refusal carries it. */
export function lawArticleOf(citation: Citation): LawArticle {
  const { title = statuteOf(citation).title, label } = versionOf(citation);
  const { article, paragraph, item } = citation;
  const parts = [
    article === undefined ? '' : `第${chineseNumeral(article)}条`,
    paragraph === undefined ? '' : `第${chineseNumeral(paragraph)}款`,
    item === undefined ? '' : `第（${chineseNumeral(item)}）项`,
  ];
  return { statute: title, version: label, article: parts.join('') };
}

/** 《中华人民共和国刑事诉讼法》（2012年修正）第二百二十五条第一款第（三）项 */
export const renderCitation = (citation: Citation): string => basisText(lawArticleOf(citation));

const sameText = (a: Citation | undefined, b: Citation): boolean =>
  a?.statute === b.statute && a.version === b.version;

/** How a provision is written behind the one before it: what they share is not repeated. */
function renderAfter(before: Citation | undefined, citation: Citation): string {
  if (!sameText(before, citation)) return renderCitation(citation);
  const { article, paragraph, item } = citation;
  const sharesParagraph = before?.article === article && before?.paragraph === paragraph;
  return sharesParagraph && item !== undefined
    ? `第（${chineseNumeral(item)}）项`
    : lawArticleOf(citation).article;
}

/** Provisions one after the other, as a judgment lists them; a text that was not compared is marked. */
export const renderLaw = (citations: readonly Citation[]): string =>
  citations
    .map((citation, n) => {
      const next = citations[n + 1];
      const endsText = next === undefined || !sameText(citation, next);
      const text = citations.filter((each) => sameText(each, citation));
      const mark = endsText && text.some((each) => !verification(each).verified) ? '（未核对原文）' : '';
      return `${renderAfter(citations[n - 1], citation)}${mark}`;
    })
    .join('、');
