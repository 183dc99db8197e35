import fc from 'fast-check';
import { faultOf, majorityOf, type Sitting, type Speech, type SpeechPart } from './discussion';
import { bySeniority, type SeatedJudge } from './judge-grades';

const judge = (person: string, grade: SeatedJudge['grade'], gradeSince = '2020-01-01'): SeatedJudge => ({
  person,
  grade,
  gradeSince,
});

const sitting: Sitting = {
  judges: [judge('senior', 'fourthSenior'), judge('chair', 'thirdGrade'), judge('junior', 'fifthGrade')],
  chair: 'chair',
  reporters: ['handling'],
  invited: ['clerk'],
};

const speech = (speaker: string, part: SpeechPart, other: string | null = null): Speech => ({
  speaker,
  part,
  text: '……',
  stance: part === 'opinion' ? (other === null ? 'panel' : 'other') : null,
  view: other,
});

const proper: readonly Speech[] = [
  speech('handling', 'report'),
  speech('senior', 'question'),
  speech('handling', 'question'),
  speech('clerk', 'comment'),
  speech('junior', 'opinion'),
  speech('senior', 'opinion'),
  speech('chair', 'opinion'),
  speech('chair', 'summary'),
];

const without = (speaker: string, part: SpeechPart) =>
  proper.filter((each) => each.speaker !== speaker || each.part !== part);
const swapped = (first: number, second: number) =>
  proper.map((each, n) => (n === first ? proper[second] : n === second ? proper[first] : each) ?? each);

describe('a record of a discussion', () => {
  it('is in order where juniors spoke before seniors and the chair last', () => {
    expect(faultOf(proper, sitting)).toBeUndefined();
  });

  it.each<[string, readonly Speech[]]>([
    ['no-report', without('handling', 'report')],
    ['parts-out-of-order', swapped(1, 4)],
    ['speaker-not-entitled', [...proper.slice(0, 4), speech('clerk', 'opinion'), ...proper.slice(4)]],
    ['speaker-not-entitled', [...proper.slice(0, 4), speech('handling', 'opinion'), ...proper.slice(4)]],
    ['speaker-not-entitled', [speech('junior', 'report'), ...proper.slice(1)]],
    ['speaker-not-entitled', [...proper.slice(0, -1), speech('senior', 'summary')]],
    [
      'opinion-without-view',
      proper.map((each) => (each.speaker === 'junior' ? { ...each, stance: null } : each)),
    ],
    [
      'opinion-without-view',
      proper.map((each) => (each.part === 'comment' ? { ...each, stance: 'panel' } : each)),
    ],
    ['one-opinion-each', [...proper.slice(0, 5), speech('junior', 'opinion'), ...proper.slice(5)]],
    ['juniors-speak-first', swapped(4, 5)],
    ['chair-speaks-last', swapped(5, 6)],
    ['chair-speaks-last', without('chair', 'opinion')],
    ['no-summary', without('chair', 'summary')],
  ])('has the fault %s', (fault, speeches) => {
    expect(faultOf(speeches, sitting)).toBe(fault);
  });

  it('lets those of a grade speak in whichever order if they rose to it on the same day, else the later risen first', () => {
    expect(bySeniority(judge('a', 'firstGrade'), judge('b', 'firstGrade'))).toBe(0);
    expect(
      bySeniority(judge('a', 'firstGrade', '2024-01-01'), judge('b', 'firstGrade', '2019-01-01')),
    ).toBeLessThan(0);
    expect(bySeniority(judge('a', 'chiefJustice'), judge('b', 'fifthGrade'))).toBeGreaterThan(0);
  });
});

describe('a majority', () => {
  const opinions = (...views: readonly (string | null)[]) =>
    views.map((view, n) => speech(`judge-${n}`, 'opinion', view));

  it.each<[readonly (string | null)[], number, string | null | undefined]>([
    [[null, null, '无效'], 3, null],
    [['无效', '无效', null], 3, '无效'],
    [['无效', '有效', null], 3, undefined],
    [[null, null, '无效'], 5, undefined],
    [[null, '无效'], 2, undefined],
    [[], 3, undefined],
  ])('of %j among %i is of %j', (views, of, expected) => {
    expect(majorityOf(opinions(...views), of)?.view).toBe(expected);
  });

  it('is always more than half of all that count', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(null, 'A', 'B'), { maxLength: 9 }),
        fc.integer({ min: 1, max: 15 }),
        (views, of) => {
          const majority = majorityOf(opinions(...views), of);
          const most = Math.max(
            0,
            ...[null, 'A', 'B'].map((view) => views.filter((each) => each === view).length),
          );
          expect(majority !== undefined).toBe(most * 2 > of);
        },
      ),
    );
  });
});
