import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance } from './procedure';
import { findCaseNumbers, parseCaseNumber } from './parse-case-number';

/** Published judgments, beside the project; too many to keep in it. */
const FOLDER = join(__dirname, '../../../../../shared/real-cases');
const isThere = existsSync(FOLDER);
const TITLE = 'all published case numbers (needs ../shared/real-cases)';

const linesOf = (file: string): readonly string[] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** What is refused, each for its reason. */
const REFUSED: Readonly<Record<string, string>> = {
  '（2016）沙法刑初字第1513号': 'former-format-since-2016',
  '（2017）浙0781刑254号': 'unknown-case-type',
  '（2018）最高法执监848、847、845号': 'several-case-numbers',
  '（2017）苏01破1、6、7、8、9、10号': 'several-case-numbers',
  '（2024）浙0114破1-6号之二': 'several-case-numbers',
  '（1999）琼高法执字第9-16号': 'ambiguous-case-number',
  '[2009]苏行复第8号': 'not-a-case-number',
};

/** What the judgment says of itself, and what its number may say of it. */
const STAGES: Readonly<Record<string, readonly Instance[]>> = {
  一审: ['first', 'special', 'undetermined'],
  二审: ['second', 'undetermined'],
  再审: ['retrial'],
  再审审查: ['retrialReview'],
  发回重审后一审: ['first', 'retrial'],
  发回重审后二审: ['second'],
  死刑复核: ['sentenceReview'],
  执行: ['enforcement'],
  执行异议: ['enforcementReview'],
  执行复议: ['enforcementReview'],
  执行监督: ['enforcementReview'],
  指定管辖: ['jurisdiction'],
  破产: ['special'],
  国家赔偿申诉审查: ['retrialReview'],
  国家赔偿重新审理: ['retrial'],
};

(isThere ? describe : describe.skip)(TITLE, () => {
  it('are read but for those refused with a reason: more than 99 in 100', () => {
    const numbers = linesOf('case-numbers.txt');
    const refusals = numbers.flatMap((text) => {
      const result = parseCaseNumber(text);
      return result.ok ? [] : [[text, result.reason.code] as const];
    });
    expect(Object.fromEntries(refusals)).toEqual(REFUSED);
    expect(refusals.length / numbers.length).toBeLessThan(0.01);
  });

  it('are found where several stand under one head', () => {
    const several = Object.keys(REFUSED).filter((text) => REFUSED[text] === 'several-case-numbers');
    expect(several.map((text) => findCaseNumbers(text).length)).toEqual([3, 6, 6]);
  });

  it('are written back as they are, but for brackets, spaces, zeros, 字第 and suffix', () => {
    const bare = (text: string) =>
      text
        .normalize('NFKC')
        .replace(/\s|[字第]/gu, '')
        .replace(/(?<=\p{Script=Han})0+(?=[1-9]\d*[号\-－−])/gu, '');
    for (const text of linesOf('case-numbers.txt')) {
      const result = parseCaseNumber(text);
      if (!result.ok || result.caseNumber.suffix !== undefined) continue;
      expect(bare(result.caseNumber.canonical)).toBe(bare(text));
    }
  });

  it('agree with the stage that the judgment states', () => {
    const disagreeing = linesOf('cases.jsonl')
      .flatMap((line) => (JSON.parse(line) as PublishedCase).proceedings)
      .filter(({ caseNo, stage }) => {
        const result = parseCaseNumber(caseNo ?? '');
        const allowed = STAGES[stage];
        return result.ok && allowed && !allowed.includes(result.caseNumber.instance);
      });
    expect(disagreeing).toEqual([]);
  });
});

interface PublishedCase {
  readonly proceedings: readonly { readonly caseNo: string | null; readonly stage: string }[];
}
