import fixture from './case-numbers.fixture.json';
import type { CaseNumber } from './case-number';
import { caseNumberRefusals } from './case-number.refusals';
import { findCaseNumbers, parseCaseNumber, scanCaseNumbers } from './parse-case-number';

const parsed = (text: string): CaseNumber => {
  const result = parseCaseNumber(text);
  if (!result.ok) throw new Error(`${text}: ${result.reason.code}`);
  return result.caseNumber;
};

const refused = (text: string): string => {
  const result = parseCaseNumber(text);
  return result.ok ? result.caseNumber.canonical : result.reason.code;
};

const found = (text: string): readonly string[] => findCaseNumbers(text).map(({ canonical }) => canonical);

describe('a published case number', () => {
  it.each(fixture)('$input is read in every field', ({ input, expected }) => {
    expect(parsed(input)).toEqual(expected);
  });
});

describe('one number printed in many ways', () => {
  const canonical = '（2024）黔0102民初1234号';

  it.each([
    '(2024)黔0102民初1234号',
    '[2024]黔0102民初1234号',
    '〔2024〕黔0102民初1234号',
    '【2024】黔0102民初1234号',
    '（2024)黔0102民初1234号',
    '（２０２４）黔０１０２民初１２３４号',
    ' （2024） 黔 0102　民初 1234 号\n',
    '（2024）黔0102民初01234号',
    '（2024）黔0102民初字第1234号',
  ])('%s has the same canonical text', (text) => {
    expect(parsed(text).canonical).toBe(canonical);
  });

  it('an old number meets itself without leading zeros, without 第, with 字 or brackets of another shape', () => {
    for (const text of ['(2012)合民四初字第00005号', '[2012] 合民四初字5号', '（2012）合民四初字第5号'])
      expect(parsed(text).canonical).toBe('（2012）合民四初字第5号');
  });
});

describe('a further document in the same case', () => {
  it.each([
    ['（2018）苏0324破1号之四', 4],
    ['（2018）苏0324破1之四号', 4],
    ['（2018）苏0324破1号-4', 4],
    ['（2018）苏0324破1号之4', 4],
  ])('%s belongs to the case and has its number in the suffix', (text, suffix) => {
    expect(parsed(text)).toMatchObject({
      canonical: '（2018）苏0324破1号之四',
      base: '（2018）苏0324破1号',
      suffix,
    });
  });

  it('counts on beyond ten', () => {
    expect(parsed('（2022）渝0192执737号之二十三')).toMatchObject({ suffix: 23 });
    expect(parsed('（2022）渝0192执737-23号').canonical).toBe('（2022）渝0192执737号之二十三');
  });

  it('marked twice, or as none, is refused', () => {
    expect(refused('（2022）渝0192执737之一号之二')).toBe('case-number-suffix-invalid');
    expect(refused('（2022）渝0192执737-1号之二')).toBe('case-number-suffix-invalid');
    expect(refused('（2022）渝0192执737-737号之二')).toBe('case-number-suffix-invalid');
    expect(refused('（2022）渝0192执737号之0')).toBe('case-number-suffix-invalid');
    expect(refused('（2022）渝0192执737号之一百')).toBe('not-a-case-number');
  });

  it('is not guessed where the hyphen may join several cases', () => {
    expect(refused('（1999）琼高法执字第9-16号')).toBe('ambiguous-case-number');
    expect(refused('（2024）黔01破1-6号')).toBe('ambiguous-case-number');
  });
});

describe('what is not a case number', () => {
  it.each([
    ['', 'not-a-case-number'],
    ['2024黔0102民初1234号', 'not-a-case-number'],
    ['（24）黔0102民初1234号', 'not-a-case-number'],
    ['案号（2024）黔0102民初1234号', 'not-a-case-number'],
    ['（2024）黔0102民初1234号判决', 'not-a-case-number'],
    ['法〔2015〕137号', 'not-a-case-number'],
    ['[2009]苏行复第8号', 'not-a-case-number'],
    ['（2024）黔0102民初1234', 'case-number-unfinished'],
    ['（2008）沪一中执字第640－1', 'case-number-unfinished'],
    ['（2018）最高法执监848、847、845号', 'several-case-numbers'],
    ['（2024）浙0114破1-6号之二', 'several-case-numbers'],
    ['（2024）黔0102民初0号', 'sequence-number-invalid'],
    ['（2024）黔0102民初12345678号', 'sequence-number-invalid'],
    ['（2016）沙法刑初字第1513号', 'former-format-since-2016'],
    ['（2015）黔0102民初1号', 'new-format-before-2016'],
    ['（2015）黔0102民初字第1号', 'new-format-before-2016'],
    ['（2015）黔民终1号', 'new-format-before-2016'],
    ['（2024）筑0102民初1号', 'unknown-court-code'],
    ['（2024）黔010民初1号', 'unknown-court-code'],
    ['（2024）黔0100民初1号', 'unknown-court-code'],
    ['（2024）最高法01民终1号', 'unknown-court-code'],
    ['（2017）浙0781刑254号', 'unknown-case-type'],
    ['（2024）黔0102民商初1号', 'unknown-case-type'],
    ['（2024）黔0102金民初1号', 'unknown-case-type'],
    ['（2012）黔告申字第3号', 'unknown-former-type'],
  ])('%s is refused: %s', (text, code) => {
    expect(refused(text)).toBe(code);
  });

  it('every refusal has a Chinese sentence', () => {
    for (const { text } of Object.values(caseNumberRefusals)) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it('a type of the standard may be out of use in the year', () => {
    expect(parsed('（2016）黔01民破1号').procedure).toBe('insolvency');
    expect(refused('（2017）黔01民破1号')).toBe('case-type-not-in-use');
    expect(refused('（2018）最高法商初1号')).toBe('case-type-not-in-use');
  });

  it('a sentence review has eight digits and nothing else has', () => {
    expect(parsed('（2022）最高法刑核12345678号').instance).toBe('sentenceReview');
    expect(refused('（2022）最高法刑核123号')).toBe('sequence-number-invalid');
  });
});

describe('the level of the court', () => {
  it.each([
    '（2024）黔0102民终1号',
    '（2024）黔8601行终1号',
    '（2024）黔0102执复1号',
    '（2024）黔0102委赔1号',
    '（2024）黔0102刑没1号',
    '（2024）黔01委赔提1号',
    '（2024）黔商初1号',
  ])('%s is above it', (text) => {
    expect(refused(text)).toBe('case-type-above-court');
  });

  it.each(['（2024）黔01民终1号', '（2024）黔民终1号', '（2024）最高法民终1号', '（2024）黔0102民申1号'])(
    '%s is not',
    (text) => {
      expect(parsed(text).canonical).toBe(text);
    },
  );
});

describe('case numbers in a text', () => {
  it('are all found, in order', () => {
    expect(
      found('不服（2023）黔0102民初12号民事判决，向（2024)黔01民终 34号；参见(2009)虹民三(民)初字第912号。'),
    ).toEqual(['（2023）黔0102民初12号', '（2024）黔01民终34号', '（2009）虹民三（民）初字第912号']);
  });

  it.each([
    ['（2018）最高法执监848、847、845号', ['848', '847', '845']],
    ['（2018）最高法执监848号、847号、845号案', ['848', '847', '845']],
    ['（2018）最高法执监848号与第849号', ['848', '849']],
    ['（2018）最高法执监848至850号', ['848', '849', '850']],
    ['（2018）最高法执监848号至850号三案', ['848', '849', '850']],
  ])('%s is written out', (text, numbers) => {
    expect(found(text)).toEqual(numbers.map((seq) => `（2018）最高法执监${seq}号`));
  });

  it('a document common to several cases is one in each of them', () => {
    expect(found('（2024）浙0114破1-3号之二')).toEqual(
      [1, 2, 3].map((seq) => `（2024）浙0114破${seq}号之二`),
    );
  });

  it('what only follows a number is not taken for one', () => {
    expect(found('（2024）黔01民终34号、13号楼')).toEqual(['（2024）黔01民终34号']);
    expect(found('（2024）黔01民终34号之一审判决')).toEqual(['（2024）黔01民终34号']);
    expect(found('法〔2015〕137号、法发〔2021〕30号、黔府函〔2020〕93号')).toEqual([]);
  });

  it('a scan also says what it could not read', () => {
    const results = scanCaseNumbers(
      '（2024）黔0102民终1号，（2024）黔01民终34号，（1999）琼高法执字第9-16号',
    );
    expect(results.map((result) => (result.ok ? result.caseNumber.canonical : result.reason.code))).toEqual([
      'case-type-above-court',
      '（2024）黔01民终34号',
      'ambiguous-case-number',
    ]);
  });
});

describe('a hostile text', () => {
  it.each([
    ['years', '（2024）'],
    ['courts', '（2024）黔0102'],
    ['lists', '1、'],
    ['digits', '1'],
    ['types', '民'],
  ])('of nothing but %s is read in time that grows with its length', (_name, scrap) => {
    const text = `（2024）黔01民终${scrap.repeat(20_000)}`;
    const startedAt = process.cpuUsage().user;
    scanCaseNumbers(text);
    expect(process.cpuUsage(undefined).user - startedAt).toBeLessThan(2_000_000);
  });
});
