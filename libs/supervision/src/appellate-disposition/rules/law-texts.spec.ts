import { findingCatalogue } from './codes';
import { chineseNumeral, renderCitation, versionOf } from '../../law/citation';
import type { Citation } from '../../law/citation';
import { demands } from './demands';
import { ruleTable } from './rule-table';
import { statutes } from '../../law/statutes';
import type { StatuteCode } from '../../law/statutes';
import { pathOf, readArticles, textOf, wholeText, wordsOf } from '../../law/testing/statute-texts';

const cited: readonly Citation[] = [
  ...ruleTable.flatMap(({ law }) => law),
  ...findingCatalogue.flatMap(({ law }) => law),
  ...Object.values(demands).flatMap(({ law }) => law),
];

/** Of the statutes that say how appeals and retrials end, those whose text is at hand. */
const fileOf = Object.fromEntries(
  Object.entries(textOf).filter(([statute]) => cited.some((citation) => citation.statute === statute)),
);

const pairs = (text: string): readonly string[] => {
  const plain = [...text.replace(/[，。；：、“”（）\s]/g, '')];
  return plain.slice(1).map((sign, n) => `${plain[n]}${sign}`);
};

/** How much of the condition's wording, by pairs of signs, is found in the provision's. */
function overlap(condition: string, words: string): number {
  const known = new Set(pairs(words));
  const asked = pairs(condition);
  return asked.filter((pair) => known.has(pair)).length / asked.length;
}

for (const [statute, file] of Object.entries(fileOf)) {
  const path = pathOf(file.name);
  const here = cited.filter((c) => c.statute === statute && c.version === file.version);

  (path === undefined ? describe.skip : describe)(`the text of ${file.name}`, () => {
    it('is the version that the table calls verified', () => {
      expect(here.length).toBeGreaterThan(0);
      expect(here.every((citation) => versionOf(citation).verified)).toBe(true);
    });

    it.each([...new Set(here.map(renderCitation))])('has %s', (rendered) => {
      const citation = here.find((each) => renderCitation(each) === rendered);
      const words = citation && wordsOf(citation);
      expect(words).toBeDefined();
      expect(words).not.toContain('\u0000');
    });
  });
}

const hasAll = Object.values(fileOf).every(({ name }) => pathOf(name) !== undefined);

(hasAll ? describe : describe.skip)('the rule table beside the statutes’ texts', () => {
  const current = ({ law }: { readonly law: readonly Citation[] }) =>
    law.filter((citation) => fileOf[citation.statute]?.version === citation.version);

  const inTexts = ruleTable.filter((ground) => current(ground).length > 0);

  it.each(inTexts.map((ground) => [ground.code, ground] as const))(
    'words the condition of %s nearly as the provision does',
    (_, ground) => {
      const words = current(ground).map(wordsOf).join('');
      expect(overlap(ground.condition, words)).toBeGreaterThan(0.7);
    },
  );

  it('has a ground for every provision by which a case is remanded', () => {
    /** Speak of remands, and are no ground for one. */
    const notGrounds: Partial<Record<StatuteCode, readonly number[]>> = {
      // new trial, its panel, time limit, appeal against it; procedure of retrial and of ordered retrial
      civilProcedureLaw: [41, 218, 237, 240],
      criminalProcedureLaw: [237, 241, 255, 256, 258],
      administrativeProcedureLaw: [82],
      civilInterpretation: [38, 39, 45, 251, 252, 257, 331],
      // 541: commutation and parole are not appellate dispositions
      criminalInterpretation: [23, 29, 248, 307, 377, 394, 403, 405, 418, 425, 426, 430, 432, 433, 466, 541],
      administrativeInterpretation: [11, 75, 101, 118, 119, 124],
      civilRetrialProvisions: [1, 2, 3, 6, 8, 9],
    };
    const missing = Object.entries(fileOf).flatMap(([statute, { name }]) => {
      const path = pathOf(name) ?? '';
      const grounds = ruleTable.flatMap(({ law }) => law).filter((c) => c.statute === statute);
      const covered = [
        ...grounds.filter((c) => fileOf[c.statute]?.version === c.version).map(({ article = 0 }) => article),
        ...(notGrounds[statute as StatuteCode] ?? []),
      ].map(chineseNumeral);
      return [...readArticles(path)]
        .filter(([, paragraphs]) => /发回|指令|提审/.test(paragraphs.map(wholeText).join('')))
        .filter(([number]) => !covered.includes(number))
        .map(([number]) => `${name}第${number}条`);
    });
    expect(missing).toEqual([]);
  });
});

describe('the statutes', () => {
  it('follow on each other without gap or overlap where a statute was amended', () => {
    const broken = Object.entries(statutes).flatMap(([code, { versions }]) => {
      const inOrder: readonly { readonly from: string; readonly until?: string }[] = Object.values(versions);
      return inOrder.flatMap(({ until }, n) => {
        const next = inOrder[n + 1];
        return next !== undefined && next.from !== until ? [`${code} ${until} → ${next.from}`] : [];
      });
    });
    expect(broken).toEqual([]);
  });

  it('say why wherever a version was not compared with its text', () => {
    const versions = Object.values(statutes).flatMap(({ versions: all }) =>
      Object.values<{ readonly verified: boolean; readonly why?: string }>(all),
    );
    expect(versions.filter(({ verified, why }) => verified === (why !== undefined))).toEqual([]);
  });
});
