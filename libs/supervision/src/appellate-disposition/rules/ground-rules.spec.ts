import { groundRules } from './ground-rules';
import {
  civilChange,
  civilRemand,
  criminalChange,
  criminalRemand,
  remandedBefore,
} from './testing/decisions';
import { describeRules } from './testing/rule-cases';
import type { RuleCase } from './testing/rule-cases';

const cases: readonly RuleCase[] = [
  ['ground-known', 'silent', 'the code is in the table', civilRemand()],
  [
    'ground-known',
    'notAssessable',
    'the code is not in the table',
    civilRemand({ part: { grounds: ['x'] } }),
  ],
  ['ground-of-procedure', 'silent', 'the ground is of this procedure', civilRemand()],
  [
    'ground-of-procedure',
    'contrary',
    'it is another’s',
    civilRemand({ part: { grounds: ['criminal-facts-unclear'] } }),
  ],
  ['ground-of-stage', 'silent', 'the ground is of this stage', civilRemand()],
  [
    'ground-of-stage',
    'contrary',
    'it is of review',
    civilRemand({ part: { grounds: ['civil-review-law-wrong'] } }),
  ],
  ['ground-in-force', 'silent', 'the provision is in force', civilRemand()],
  [
    'ground-in-force',
    'notAssessable',
    'the provision has lapsed',
    civilRemand({ part: { grounds: ['civil-facts-wrong-or-unclear-before-2013'] } }),
  ],
  ['ground-stated', 'silent', 'a ground is stated', civilRemand()],
  ['ground-stated', 'notAssessable', 'none is stated', civilRemand({ part: { grounds: [] } })],
  [
    'ground-stated',
    'notAssessable',
    'only a paraphrase is printed',
    civilRemand({ part: { grounds: [], printedGrounds: ['认定事实不清'] } }),
  ],
  ['correction-not-remand', 'silent', 'the facts are unclear', civilRemand()],
  [
    'correction-not-remand',
    'contrary',
    'the law was wrongly applied',
    civilRemand({ part: { grounds: ['civil-law-wrong'] } }),
  ],
  [
    'correction-not-remand',
    'contrary',
    'the facts are wrong',
    civilRemand({ part: { grounds: ['civil-facts-wrong'] } }),
  ],
  [
    'correction-not-remand',
    'contrary',
    'the sentence is improper',
    criminalRemand({ part: { grounds: ['criminal-sentence-improper'] } }),
  ],
  [
    'correction-not-remand',
    'contrary',
    'the printed item orders a change',
    criminalRemand({
      part: { grounds: [], printedArticles: ['中华人民共和国刑事诉讼法第二百三十六条第一款第（二）项'] },
    }),
  ],
  [
    'correction-not-remand',
    'silent',
    'a ground that is no error is among them',
    civilRemand({ part: { grounds: ['civil-law-wrong', 'civil-judgment-right'] } }),
  ],
  ['outcome-permitted', 'justified', 'the ground permits it', civilRemand()],
  [
    'outcome-permitted',
    'contrary',
    'none of several grounds permits it',
    civilRemand({ part: { grounds: ['civil-law-wrong', 'civil-judgment-right'] } }),
  ],
  [
    'outcome-permitted',
    'justified',
    'one of two grounds permits it',
    civilRemand({ part: { grounds: ['civil-law-wrong', 'civil-tribunal-unlawful'] } }),
  ],
  [
    'outcome-permitted',
    'justified',
    'every ground under the printed item permits it',
    criminalChange({ part: { grounds: [], printedArticles: ['刑事诉讼法第二百三十六条第一款第（二）项'] } }),
  ],
  [
    'outcome-permitted',
    'contrary',
    'the ground leaves no choice',
    civilChange({ part: { grounds: ['civil-judgment-right'] } }),
  ],
  [
    'outcome-permitted',
    'contrary',
    'a breach of procedure must be remanded',
    criminalChange({ part: { grounds: ['criminal-tribunal-unlawful'] } }),
  ],
  [
    'outcome-permitted',
    'notAssessable',
    'the provision only adds a possibility',
    criminalChange({ part: { grounds: ['criminal-property-not-dealt-with'] } }),
  ],
  [
    'outcome-permitted',
    'notAssessable',
    'the printed paragraph asks for more, whichever of its cases was found',
    criminalRemand({
      part: {
        grounds: [],
        printedArticles: ['最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释第四百零四条第二款'],
      },
    }),
  ],
  [
    'outcome-permitted',
    'notAssessable',
    'the printed article names no item',
    civilRemand({ part: { grounds: [], printedArticles: ['中华人民共和国民事诉讼法第一百七十七条第一款'] } }),
  ],
  [
    'outcome-permitted',
    'notAssessable',
    'a remand would be due but may be used up',
    civilChange({ part: { grounds: ['civil-tribunal-unlawful'] } }),
    [remandedBefore()],
  ],
  ['mandatory-remand', 'silent', 'no ground demands a remand', civilChange()],
  [
    'mandatory-remand',
    'contrary',
    'a stated breach demands one',
    civilChange({ part: { grounds: ['civil-law-wrong', 'civil-tribunal-unlawful'] } }),
  ],
  [
    'mandatory-remand',
    'notAssessable',
    'the remand may be used up',
    civilChange({ part: { grounds: ['civil-law-wrong', 'civil-tribunal-unlawful'] } }),
    [],
    false,
  ],
];

describeRules('the rules on grounds', groundRules, cases);
