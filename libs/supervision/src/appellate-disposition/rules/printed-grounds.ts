import type { Forum } from '../../law/citation';
import type { GroundKind } from './ground';
import { groundLaw, groundsInForce } from './rule-table';
import type { CodedGround } from './rule-table';
import { statutes } from '../../law/statutes';
import type { Statute, StatuteCode } from '../../law/statutes';

/** A ground as the source words it, and the grounds of the rule table that the words may mean. */
export interface PrintedGround {
  readonly text: string;
  readonly candidates: readonly CodedGround[];
}

interface Wording {
  readonly printed: RegExp;
  readonly kinds: readonly GroundKind[];
  /** Where the words single out some grounds of the kind, by their names. */
  readonly named?: RegExp;
}

const breaches: readonly GroundKind[] = ['breach', 'newTrialBreach'];

/** Courts' usual short wordings; the more specific ones first, the first that fits each phrase is taken. */
const wordings: readonly Wording[] = [
  { printed: /另行组成合议庭/, kinds: ['newTrialBreach'] },
  { printed: /回避/, kinds: ['breach'], named: /回避/ },
  { printed: /审判组织|合议庭组成/, kinds: ['breach'], named: /审判组织/ },
  { printed: /公开审判|公开审理/, kinds: ['breach'], named: /公开审判/ },
  { printed: /缺席/, kinds: ['breach'], named: /缺席/ },
  { printed: /辩论/, kinds: ['breach'], named: /辩论/ },
  { printed: /质证/, kinds: ['breach', 'factsUnclear'], named: /质证/ },
  { printed: /(遗漏|超出|漏审|漏判).*请求|漏审|漏判/, kinds: ['breach', 'other'], named: /请求(?!权)/ },
  { printed: /遗漏|追加.*当事人/, kinds: ['breach'], named: /遗漏.*当事人|当事人.*(未参加|再审)/ },
  { printed: /(程序|法定).*(违法|违反)|违反.*程序|程序(不当|瑕疵)/, kinds: breaches },
  {
    printed: /新的?(事实|证据)/,
    kinds: ['newEvidence', 'wrongFacts', 'factsUnclear', 'wrongLaw', 'wrongSentence'],
  },
  { printed: /事实.*不清|不清.*事实|证据不足|证据.*不(确实|充分)/, kinds: ['factsUnclear'] },
  { printed: /事实.*(错误|有误|不当)|错误认定/, kinds: ['wrongFacts', 'factsUnclear'] },
  { printed: /量刑|畸重|畸轻|过重|过轻/, kinds: ['wrongSentence'] },
  { printed: /法律.*(错误|有误|不当)|定性|罪名/, kinds: ['wrongLaw'] },
  { printed: /管辖|受理|立案|驳回起诉/, kinds: ['acceptance'] },
  { printed: /确有错误/, kinds: ['errorFound', 'wrongFacts', 'wrongLaw'] },
];

/** The grounds in force at that forum that one printed phrase may mean; none where the words are not known. */
function candidatesOf(text: string, forum: Required<Forum>): readonly CodedGround[] {
  const wording = wordings.find(({ printed }) => printed.test(text));
  if (wording === undefined) return [];
  const { kinds, named = /(?:)/ } = wording;
  return groundsInForce(forum).filter((g) => kinds.includes(g.kind) && named.test(g.name));
}

/** Splits 程序违法；认定事实不清 into its phrases; 认定事实不清、证据不足 is one ground and stays whole. */
export const readPrintedGrounds = (
  printed: readonly string[],
  forum: Required<Forum>,
): readonly PrintedGround[] =>
  printed
    .flatMap((text) => text.split(/[；;]/))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, candidates: candidatesOf(text, forum) }));

const DIGITS: ReadonlyMap<string, number> = new Map(
  Array.from('零一二三四五六七八九', (digit, n) => [digit, n]),
);

function numeralValue(text: string): number {
  let [total, digit] = [0, 0];
  for (const sign of text) {
    if (sign === '百') [total, digit] = [total + digit * 100, 0];
    else if (sign === '十') [total, digit] = [total + (digit || 1) * 10, 0];
    else digit = DIGITS.get(sign) ?? 0;
  }
  return total + digit;
}

interface PrintedProvision {
  readonly statute: StatuteCode;
  readonly article: number;
  readonly paragraph: number | undefined;
  readonly items: readonly number[];
}

/** A title without its brackets, year notes and the words that citations leave out. */
const plainTitle = (title: string): string =>
  title.replace(/（[^）]*）|\([^)]*\)/g, '').replace(/[《》〈〉<>]|中华人民共和国|最高人民法院|关于/g, '');

const isStatuteCode = (code: string): code is StatuteCode => code in statutes;

function statuteOfTitle(printed: string): StatuteCode | undefined {
  const plain = plainTitle(printed);
  return Object.keys(statutes)
    .filter(isStatuteCode)
    .find((code) => {
      const { title, versions }: Statute = statutes[code];
      const titles = [title, ...Object.values(versions).flatMap((version) => version.title ?? [])];
      return titles.some((each) => plainTitle(each) === plain);
    });
}

const NUMERAL = '[零一二三四五六七八九十百]+';
const PRINTED = new RegExp(`^(.*?)第(${NUMERAL})条(?:第(${NUMERAL})款)?(.*)$`);
const ITEM = new RegExp(`第[（(]?(${NUMERAL})[）)]?项`, 'g');

/** Reads one printed article, such as 中华人民共和国民事诉讼法第二百条第一项、第二项. */
function readProvision(printed: string): PrintedProvision | undefined {
  const [, title = '', article, paragraph, rest = ''] = PRINTED.exec(printed.trim()) ?? [];
  const statute = statuteOfTitle(title);
  if (statute === undefined || article === undefined) return undefined;
  return {
    statute,
    article: numeralValue(article),
    paragraph: paragraph === undefined ? undefined : numeralValue(paragraph),
    items: [...rest.matchAll(ITEM)].map(([, item = '']) => numeralValue(item)),
  };
}

const restsOn = (ground: CodedGround, forum: Forum, printed: PrintedProvision, item: number | undefined) =>
  groundLaw(ground, forum).some(
    (citation) =>
      citation.statute === printed.statute &&
      citation.article === printed.article &&
      (printed.paragraph === undefined ||
        citation.paragraph === undefined ||
        citation.paragraph === printed.paragraph) &&
      (item === undefined || citation.item === item),
  );

/**
 * For each printed article, the grounds in force at that forum that rest on it: the court's own statement that
 * one of them was found. Articles on which no ground rests are left out.
 */
export function readPrintedArticles(
  printed: readonly string[],
  forum: Required<Forum>,
): readonly (readonly CodedGround[])[] {
  const known = groundsInForce(forum);
  return printed
    .flatMap((text) => readProvision(text) ?? [])
    .flatMap((read) => {
      const items = read.items.length === 0 ? [undefined] : read.items;
      return items.map((item) => known.filter((ground) => restsOn(ground, forum, read, item)));
    })
    .filter((grounds) => grounds.length > 0);
}
