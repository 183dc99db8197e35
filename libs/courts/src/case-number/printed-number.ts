/** What precedes the sequence number. */
export interface PrintedHead {
  readonly year: number;
  /** Court and type, undivided. */
  readonly name: string;
  /** 字 stands after it. */
  readonly former: boolean;
  readonly index: number;
}

/** A sequence number as printed, with what distinguishes documents in the same case. */
export interface PrintedItem {
  readonly digits: string;
  readonly hyphen?: string;
  readonly further?: string;
  /** 号 follows. */
  readonly closed: boolean;
  /** 至 joins it to the one before. */
  readonly through: boolean;
}

export interface PrintedNumbers {
  readonly head: PrintedHead;
  readonly items: readonly PrintedItem[];
  readonly end: number;
}

const HAN = String.raw`(?![号第])\p{Script=Han}`;
const ORDINAL = String.raw`[一二三四五六七八九十]{1,3}|\d{1,3}`;
/** Longer than any, with its padding; bounded so that no text takes long to read. */
const SERIAL = String.raw`\d{1,20}`;
const SEPARATOR = '[、,，;；和与及至]';

const HEAD = new RegExp(
  String.raw`（(?<year>\d{4})）(?<name>${HAN}(?:${HAN}|[（）]){0,16}?(?:\d{1,6}(?:${HAN}){1,6}?)??)(?<former>字)?第?` +
    String.raw`(?=${SERIAL}(?:-${SERIAL})?(?:之(?:${ORDINAL}))?(?:号|${SEPARATOR}|$))`,
  'gu',
);

/** 之一审 is the beginning of another phrase, and a hyphen before another 号 is not a suffix. */
const AFTER_CLOSING = String.raw`之(?<after>${ORDINAL})(?![审款项条名级])|-(?<afterHyphen>\d{1,3})(?![\d号])`;

const ITEM = new RegExp(
  String.raw`(?<digits>${SERIAL})(?:-(?<hyphen>${SERIAL}))?(?:之(?<before>${ORDINAL}))?(?<closed>号(?:${AFTER_CLOSING})?)?`,
  'uy',
);

const NEXT = new RegExp(String.raw`(?<separator>${SEPARATOR})第?`, 'uy');

/** After a complete number only what reads on as case numbers continues the list: not 「12号、13号楼」. */
const READS_ON = new RegExp(
  String.raw`(?:${SEPARATOR})第?${SERIAL}(?:-${SERIAL})?(?:之(?:${ORDINAL}))?号(?:$|[^\p{Script=Han}]|[案之等的和与及至民刑行判裁决调执通一两三])`,
  'uy',
);

/** The numbers printed in a text that {@link plainText} has made plain, in order; lists under one head together. */
export function* printedNumbers(text: string): Generator<PrintedNumbers> {
  for (const match of text.matchAll(HEAD)) {
    const { year = '', name = '', former } = match.groups ?? {};
    const head = { year: Number(year), name, former: former !== undefined, index: match.index };
    yield { head, ...readItems(text, match.index + match[0].length) };
  }
}

function readItems(text: string, start: number): Pick<PrintedNumbers, 'items' | 'end'> {
  const items: PrintedItem[] = [];
  let end = start;
  for (let separator: string | undefined = ''; separator !== undefined;) {
    const match = at(ITEM, text, end);
    if (!match) break;
    const item = printedItem(match.groups ?? {}, separator === '至');
    items.push(item);
    end += match[0].length;
    if (item.closed && !at(READS_ON, text, end)) break;
    const next = at(NEXT, text, end);
    separator = next?.groups?.separator;
    end += next?.[0].length ?? 0;
  }
  return { items, end };
}

function printedItem(groups: Record<string, string | undefined>, through: boolean): PrintedItem {
  const { digits = '', hyphen, before, after, afterHyphen, closed } = groups;
  const further = [before, after, afterHyphen].filter((text) => text !== undefined).join('、');
  return {
    digits,
    ...(hyphen === undefined ? {} : { hyphen }),
    ...(further === '' ? {} : { further }),
    closed: closed !== undefined,
    through,
  };
}

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
