import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chineseNumeral, type Citation } from '../citation';
import type { StatuteCode } from '../statutes';

/** Folder with the statutes' texts as published, where the checkout has one beside it. */
const texts = process.env.LIUHEN_LAW_TEXTS ?? join(process.cwd(), '..', 'shared', 'laws');

/** The version of a statute whose text is at hand, and how its file begins. */
interface StatuteText {
  readonly version: string;
  readonly name: string;
}

export const textOf: Partial<Record<StatuteCode, StatuteText>> = {
  civilProcedureLaw: { version: '2023', name: '民事诉讼法' },
  criminalProcedureLaw: { version: '2018', name: '刑事诉讼法' },
  administrativeProcedureLaw: { version: '2017', name: '行政诉讼法' },
  civilInterpretation: { version: '2022', name: '民诉解释' },
  criminalInterpretation: { version: '2021', name: '刑诉解释' },
  administrativeInterpretation: { version: '2018', name: '行诉解释' },
  civilRetrialProvisions: { version: '2015', name: '指令再审和发回重审规定' },
  organicLaw: { version: '2018', name: '人民法院组织法' },
  judgesLaw: { version: '2019', name: '法官法' },
  collegialPanelProvisions: { version: '2002', name: '合议庭工作规定' },
  collegialPanelDutyProvisions: { version: '2010', name: '合议庭职责规定' },
};

interface Paragraph {
  readonly text: string;
  readonly items: readonly string[];
}

const read = new Map<string, ReadonlyMap<string, readonly Paragraph[]>>();

/** The articles of one text, by number; each paragraph with the items under it. */
export function readArticles(file: string): ReadonlyMap<string, readonly Paragraph[]> {
  const before = read.get(file);
  if (before !== undefined) return before;
  const articles = new Map<string, { text: string; items: string[] }[]>();
  let current: { text: string; items: string[] }[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const text = line.trim();
    const [head, number] = /^第([一二三四五六七八九十百零]+)\s*条\s*/.exec(text) ?? [];
    if (head !== undefined && number !== undefined) {
      current = [{ text: text.slice(head.length), items: [] }];
      articles.set(number, current);
    } else if (text.startsWith('#')) {
      current = [];
    } else if (/^[（(][一二三四五六七八九十]+[）)]/.test(text)) {
      current.at(-1)?.items.push(text);
    } else if (text !== '' && current.length > 0) {
      current.push({ text, items: [] });
    }
  }
  read.set(file, articles);
  return articles;
}

const available = existsSync(texts) ? readdirSync(texts) : [];

export const pathOf = (name: string): string | undefined => {
  const file = available.find((each) => each.startsWith(name));
  return file === undefined ? undefined : join(texts, file);
};

export const wholeText = ({ text, items }: Paragraph): string => [text, ...items].join('');

/** Stands for an item that the text does not have. */
const MISSING_ITEM = '\u0000';

/** The words of the provision that a citation names; `undefined` where the text has no such provision. */
export function wordsOf(citation: Citation): string | undefined {
  const path = pathOf(textOf[citation.statute]?.name ?? '');
  const paragraphs = path && readArticles(path).get(chineseNumeral(citation.article ?? 0));
  if (!paragraphs) return undefined;
  const { paragraph: n, item } = citation;
  if (n === undefined) {
    // An item without a paragraph stands in an article of a single paragraph.
    if (item === undefined) return paragraphs.map(wholeText).join('');
    const [only, ...rest] = paragraphs.filter(({ items }) => items.length > 0);
    return rest.length > 0 ? undefined : only && only.text + (only.items[item - 1] ?? MISSING_ITEM);
  }
  const paragraph = paragraphs[n - 1];
  if (item === undefined) return paragraph && wholeText(paragraph);
  const words = paragraph?.items[item - 1];
  return words === undefined ? undefined : `${paragraph?.text}${words}`;
}
