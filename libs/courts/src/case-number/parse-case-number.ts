import type { Refusal } from '@liuhen/kernel';
import { courtOfCode, SUPREME_COURT } from '../courts/court-code';
import { isHigher } from '../courts/court';
import type { CaseNumber, CaseNumberResult } from './case-number';
import { refuse } from './case-number.refusals';
import { caseTypeOf, SPECIALISED_TRIALS, type CaseType } from './case-types';
import { chineseNumeral, ordinalOf } from './chinese-numeral';
import { parseFormerStyle } from './former-style';
import { plainText } from './plain-text';
import { printedNumbers, type PrintedHead, type PrintedItem, type PrintedNumbers } from './printed-number';

/**
 * Reads one case number, however it is bracketed, spaced and padded.
 *
 * Refused rather than guessed: a type that is not in the standard, a court that cannot hear the type, a hyphen that may
 * mean a range or a further document, more than one number.
 */
export function parseCaseNumber(text: string): CaseNumberResult {
  const plain = plainText(text);
  const [printed] = printedNumbers(plain);
  if (printed?.head.index !== 0 || printed.end !== plain.length) return no('not-a-case-number');
  if (printed.items.at(-1)?.closed !== true) return no('case-number-unfinished');
  const [result, ...others] = readings(printed);
  return others.length > 0 || !result ? no('several-case-numbers') : result;
}

/** All case numbers in a text, in order; lists such as `848、847、845号` are written out. What is refused is left out. */
export const findCaseNumbers = (text: string): readonly CaseNumber[] =>
  scanCaseNumbers(text).flatMap((result) => (result.ok ? [result.caseNumber] : []));

/** As {@link findCaseNumbers}, with what looks like a case number and is refused, and why. */
export function scanCaseNumbers(text: string): readonly CaseNumberResult[] {
  const results: CaseNumberResult[] = [];
  for (const { items, ...printed } of printedNumbers(plainText(text))) {
    const lastClosed = items.findLastIndex(({ closed }) => closed);
    if (lastClosed < 0) continue;
    results.push(...readings({ ...printed, items: items.slice(0, lastClosed + 1) }));
  }
  return results.filter((result) => result.ok || result.reason.code !== 'not-a-case-number');
}

const no = (...reason: Parameters<typeof refuse>): CaseNumberResult => ({
  ok: false,
  reason: refuse(...reason),
});

/** The longest written range; a longer one is a misprint. */
const LONGEST_RANGE = 100;

function readings({ head, items }: PrintedNumbers): readonly CaseNumberResult[] {
  return withCommonSuffix(items).flatMap((item, index) => {
    const previous = item.through ? items[index - 1] : undefined;
    return readItem(head, item, previous ? Number(previous.digits) + 1 : undefined);
  });
}

/** In `1、6、7号之二` the suffix after the common 号 is each number's. */
function withCommonSuffix(items: readonly PrintedItem[]): readonly PrintedItem[] {
  let common: string | undefined;
  return items
    .toReversed()
    .map((item) => {
      if (item.closed) common = item.further;
      const further = item.further ?? common;
      return further === undefined ? item : { ...item, further };
    })
    .toReversed();
}

/** @param from where a range that ends with the item goes on after its first number. */
function readItem(head: PrintedHead, item: PrintedItem, from?: number): readonly CaseNumberResult[] {
  const { digits, hyphen, further } = item;
  const suffix = further === undefined ? undefined : ordinalOf(further);
  if (further !== undefined && suffix === undefined) return [no('case-number-suffix-invalid')];
  const seq = Number(digits);
  if (hyphen === undefined) return writtenOut(head, from ?? seq, seq, suffix);
  if (suffix !== undefined)
    return Number(hyphen) > seq
      ? writtenOut(head, seq, Number(hyphen), suffix)
      : [no('case-number-suffix-invalid')];
  return [hyphenIsSuffix(digits, hyphen) ? readSuffixed(head, seq, hyphen) : no('ambiguous-case-number')];
}

/** `7-1` and `00001-2` name a document of case 7 and of case 1; `1-6` may be that, or six cases. */
const hyphenIsSuffix = (digits: string, hyphen: string): boolean =>
  Number(hyphen) <= Number(digits) || (digits.startsWith('0') && !hyphen.startsWith('0'));

function readSuffixed(head: PrintedHead, seq: number, hyphen: string): CaseNumberResult {
  const suffix = ordinalOf(hyphen);
  return suffix === undefined ? no('case-number-suffix-invalid') : compose(head, seq, suffix);
}

function writtenOut(
  head: PrintedHead,
  first: number,
  last: number,
  suffix: number | undefined,
): readonly CaseNumberResult[] {
  if (last < first || last - first >= LONGEST_RANGE) return [no('sequence-number-invalid')];
  return Array.from({ length: last - first + 1 }, (_, index) => compose(head, first + index, suffix));
}

function compose(head: PrintedHead, seq: number, suffix: number | undefined): CaseNumberResult {
  const reading = head.year >= FIRST_YEAR_OF_CODES ? readCurrent(head, seq) : readFormer(head, seq);
  if (reading instanceof Error) return { ok: false, reason: reading };
  const { base, ...rest } = reading;
  const canonical = suffix === undefined ? base : `${base}之${chineseNumeral(suffix)}`;
  const caseNumber = { canonical, base, year: head.year, ...rest, seq };
  return { ok: true, caseNumber: suffix === undefined ? caseNumber : { ...caseNumber, suffix } };
}

/** 法〔2015〕137号 is in force from 2016-01-01 and goes by the year of filing. */
const FIRST_YEAR_OF_CODES = 2016;

type Reading = Omit<CaseNumber, 'canonical' | 'year' | 'seq' | 'suffix'>;

const CURRENT_NAME = /^(?<court>最高法|.\d*)(?<type>\D+)$/u;

/** 字 and 第 may have slipped in from habit; court and type decide. */
function readCurrent({ year, name, former }: PrintedHead, seq: number): Reading | Refusal {
  const { court: code = '', type: typeText = '' } = CURRENT_NAME.exec(name)?.groups ?? {};
  const court = courtOfCode(code);
  const [specialised, type] = typeWithSpeciality(typeText);
  if (former && (!court || !type)) return refuse('former-format-since-2016');
  if (!court) return refuse('unknown-court-code');
  if (!type) return refuse('unknown-case-type');
  if (!isInUse(type, year)) return refuse('case-type-not-in-use');
  if (type.lowest && isHigher(type.lowest, court.level)) return refuse('case-type-above-court');
  if (!isSequence(seq, type.code === '刑核')) return refuse('sequence-number-invalid');
  return {
    base: `（${year}）${code}${specialised ?? ''}${type.code}${seq}号`,
    era: 'since-2016',
    court: { code },
    type: type.code,
    procedure: type.procedure,
    instance: type.instance,
    ...(specialised === undefined ? {} : { specialised }),
  };
}

function typeWithSpeciality(
  text: string,
): readonly [specialised: string | undefined, type: CaseType | undefined] {
  const type = caseTypeOf(text);
  if (type) return [undefined, type];
  const [first = '', ...rest] = text;
  return Object.hasOwn(SPECIALISED_TRIALS, first)
    ? [first, caseTypeOf(rest.join(''))]
    : [undefined, undefined];
}

const isInUse = ({ from, until }: CaseType, year: number): boolean =>
  year >= (from ?? FIRST_YEAR_OF_CODES) && year <= (until ?? Infinity);

/** Death sentence reviews of the Supreme People's Court are numbered at random and print no 字第: 刑三复22651920号. */
function readFormer({ year, name, former }: PrintedHead, seq: number): Reading | Refusal {
  const style = parseFormerStyle(name);
  const isRandom = style?.instance === 'sentenceReview' && !style.abbreviation && isSequence(seq, true);
  if (/\d/.test(name)) return refuse('new-format-before-2016');
  if (!former && !isRandom) return refuse(isCurrent(name) ? 'new-format-before-2016' : 'not-a-case-number');
  if (!style) return refuse('unknown-former-type');
  if (!isRandom && !isSequence(seq, false)) return refuse('sequence-number-invalid');
  const { abbreviation, ...rest } = style;
  return {
    base: `（${year}）${name}${isRandom ? '' : '字第'}${seq}号`,
    era: 'before-2016',
    court: abbreviation === undefined ? { code: SUPREME_COURT } : { abbreviation },
    ...rest,
  };
}

const isCurrent = (name: string): boolean => {
  const { court = '', type = '' } = CURRENT_NAME.exec(name)?.groups ?? {};
  return courtOfCode(court) !== undefined && caseTypeOf(type) !== undefined;
};

/** 案号规定 第十条: natural numbers in order of filing; for sentence review eight random digits. */
const isSequence = (seq: number, eightDigits: boolean): boolean =>
  eightDigits ? seq >= 10_000_000 && seq <= 99_999_999 : seq >= 1 && seq <= 9_999_999;
