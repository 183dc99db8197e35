import fc from 'fast-check';
import { allCaseTypes } from './case-types';
import fixture from './case-numbers.fixture.json';
import { findCaseNumbers, parseCaseNumber, scanCaseNumbers } from './parse-case-number';

const RUNS = { numRuns: 500 };

const published = fc.constantFrom(...fixture.map(({ expected }) => expected.canonical));

const generated = fc
  .record({
    year: fc.integer({ min: 2016, max: 2099 }),
    court: fc.constantFrom('最高法', '黔', '黔01', '京', '沪02', '内08', '鲁71'),
    specialised: fc.constantFrom('', '知'),
    type: fc.constantFrom(
      ...allCaseTypes.filter(({ code, lowest, until }) => code !== '刑核' && !until && lowest !== 'supreme'),
    ),
    seq: fc.integer({ min: 1, max: 9_999_999 }),
    suffix: fc.constantFrom('', '之一', '之十二', '之九十九'),
  })
  .filter(({ court, type }) => type.lowest !== 'high' || !/\d/.test(court))
  .map(
    ({ year, court, specialised, type, seq, suffix }) =>
      `（${year}）${court}${specialised}${type.code}${seq}号${suffix}`,
  );

const anyNumber = fc.oneof(published, generated);

const BRACKETS = ['（）', '()', '〔〕', '[]', '【】', '［］', '（)', '(）'] as const;
const SPACES = ['', ' ', '\u3000', '\u00a0', '\t', '\n', '\u200b'] as const;

/** Prints a canonical number otherwise: brackets, width of digits, spaces anywhere, leading zeros. */
const printing = fc
  .record({
    canonical: anyNumber,
    brackets: fc.constantFrom(...BRACKETS),
    wide: fc.boolean(),
    zeros: fc.constantFrom('', '0', '000'),
    spaces: fc.array(fc.constantFrom(...SPACES), { minLength: 40, maxLength: 40 }),
  })
  .map(({ canonical, brackets, wide, zeros, spaces }) => {
    const [open = '', close = ''] = brackets;
    const padded = canonical.replace(/(?<!\d)(\d{1,7})(?=号)/u, `${zeros}$1`);
    const bracketed = padded.replaceAll('（', open).replaceAll('）', close);
    const digits = wide
      ? bracketed.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      : bracketed;
    const text = [...digits].map((character, index) => character + (spaces[index] ?? '')).join('');
    return { canonical, text };
  });

const canonicalOf = (text: string): string => {
  const result = parseCaseNumber(text);
  return result.ok ? result.caseNumber.canonical : result.reason.code;
};

describe('case numbers, whatever they are', () => {
  it('have a canonical text that is read as itself', () => {
    fc.assert(
      fc.property(anyNumber, (canonical) => {
        expect(canonicalOf(canonical)).toBe(canonical);
      }),
      RUNS,
    );
  });

  it('belong to a base that is a case number without suffix and its own base', () => {
    fc.assert(
      fc.property(anyNumber, (canonical) => {
        const result = parseCaseNumber(canonical);
        if (!result.ok) throw result.reason;
        const base = parseCaseNumber(result.caseNumber.base);
        expect(base).toMatchObject({ ok: true, caseNumber: { canonical: result.caseNumber.base } });
        expect(base.ok && base.caseNumber.suffix).toBe(undefined);
      }),
      RUNS,
    );
  });

  it('have the same canonical text in every printing', () => {
    fc.assert(
      fc.property(printing, ({ canonical, text }) => {
        expect(canonicalOf(text)).toBe(canonical);
      }),
      RUNS,
    );
  });

  it('are found in a text as they are read alone', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 1, maxLength: 5 }), (numbers) => {
        const text = `原审${numbers.join('民事判决，')}民事裁定`;
        expect(findCaseNumbers(text).map(({ canonical }) => canonical)).toEqual(numbers);
      }),
      RUNS,
    );
  });
});

describe('garbage', () => {
  const scraps = fc
    .array(
      fc.constantFrom(
        ...Array.from('（）()〔〕[]0123456789黔最高法民刑行执初终再字第号之一二十-－、至与 \u3000知破'),
      ),
      { maxLength: 40 },
    )
    .map((characters) => characters.join(''));

  it.each([
    ['any text', fc.string({ unit: 'binary', maxLength: 60 })],
    ['scraps of case numbers', scraps],
    ['scraps after a year', scraps.map((text) => `（2024）黔${text}号`)],
    ['scraps before 2016', scraps.map((text) => `（2010）${text}字第1号`)],
  ])('%s never makes the parser throw, and what it reads stays read', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const result of [parseCaseNumber(text), ...scanCaseNumbers(text)]) {
          if (result.ok) expect(canonicalOf(result.caseNumber.canonical)).toBe(result.caseNumber.canonical);
          else expect(result.reason.code).toMatch(/^[a-z0-9-]+$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
