import { orderedRetrialRules } from './ordered-retrial-rules';
import { criminalOrderedRetrial, orderedRetrial, remandedBefore } from './testing/decisions';
import { describeRules } from './testing/rule-cases';
import type { RuleCase } from './testing/rule-cases';

const noExclusions = orderedRetrial().parts[0]?.orderExclusions;
const byProtest = { retrialOrigin: 'protest' } as const;

const cases: readonly RuleCase[] = [
  ['ordered-retrial-origin', 'silent', 'a party applied', orderedRetrial()],
  [
    'ordered-retrial-origin',
    'notAssessable',
    'the origin is unknown',
    orderedRetrial({ retrialOrigin: undefined }),
  ],
  ['ordered-retrial-on-own-motion', 'silent', 'a party applied', orderedRetrial()],
  [
    'ordered-retrial-on-own-motion',
    'contrary',
    'the upper court acted of its own motion',
    orderedRetrial({
      retrialOrigin: 'upperCourtMotion',
      part: { grounds: ['civil-review-error-found-by-upper-court'] },
    }),
  ],
  ['ordered-retrial-court-level', 'justified', 'a high court', orderedRetrial()],
  [
    'ordered-retrial-court-level',
    'justified',
    'the Supreme Court',
    orderedRetrial({ courtLevel: 'supreme' }),
  ],
  [
    'ordered-retrial-court-level',
    'contrary',
    'an intermediate court',
    orderedRetrial({ courtLevel: 'intermediate' }),
  ],
  [
    'ordered-retrial-court-level',
    'contrary',
    'an intermediate court designates another',
    orderedRetrial({ courtLevel: 'intermediate', part: { outcome: 'designatedRetrial' } }),
  ],
  [
    'ordered-retrial-court-level',
    'notAssessable',
    'the level is unknown',
    orderedRetrial({ courtLevel: undefined }),
  ],
  ['ordered-retrial-condition', 'justified', 'by item 4 of the grounds', orderedRetrial()],
  [
    'ordered-retrial-condition',
    'justified',
    'both parties are citizens',
    orderedRetrial({
      part: { grounds: ['civil-review-law-wrong'], orderConditions: { manyPartiesOrAllCitizens: true } },
    }),
  ],
  [
    'ordered-retrial-condition',
    'contrary',
    'no condition is met',
    orderedRetrial({
      part: {
        grounds: ['civil-review-law-wrong'],
        orderConditions: {
          effectiveAtFirstInstance: false,
          manyPartiesOrAllCitizens: false,
          decidedByAdjudicationCommittee: false,
        },
      },
    }),
  ],
  [
    'ordered-retrial-condition',
    'notAssessable',
    'not all conditions were looked at',
    orderedRetrial({
      part: { grounds: ['civil-review-law-wrong'], orderConditions: { manyPartiesOrAllCitizens: false } },
    }),
  ],
  [
    'ordered-retrial-condition',
    'notAssessable',
    'the printed article names no item',
    orderedRetrial({ part: { grounds: [], printedArticles: ['中华人民共和国民事诉讼法第二百一十一条'] } }),
  ],
  ['ordered-retrial-excluded', 'justified', 'nothing excludes it', orderedRetrial()],
  ...(
    [
      'alreadyRetried',
      'decidedByItsCommittee',
      'judgeCorruption',
      'noRetrialJurisdiction',
      'needsUniformLaw',
      'otherwiseUnfit',
    ] as const
  ).map((each): RuleCase => [
    'ordered-retrial-excluded',
    'contrary',
    each,
    orderedRetrial({ part: { orderExclusions: { [each]: true } } }),
  ]),
  [
    'ordered-retrial-excluded',
    'notAssessable',
    'not all exclusions were looked at',
    orderedRetrial({ part: { orderExclusions: { ...noExclusions, needsUniformLaw: undefined } } }),
  ],
  ['ordered-retrial-protest', 'justified', 'an item 1 to 5', orderedRetrial(byProtest)],
  [
    'ordered-retrial-protest',
    'contrary',
    'another item',
    orderedRetrial({ ...byProtest, part: { grounds: ['civil-review-law-wrong'] } }),
  ],
  [
    'ordered-retrial-protest',
    'contrary',
    'that court has already retried it',
    orderedRetrial({ ...byProtest, part: { orderExclusions: { ...noExclusions, alreadyRetried: true } } }),
  ],
  [
    'ordered-retrial-protest',
    'notAssessable',
    'the ground is unknown',
    orderedRetrial({ ...byProtest, part: { grounds: [] } }),
  ],
  [
    'ordered-retrial-protest',
    'notAssessable',
    'whether it was retried is unknown',
    orderedRetrial({ ...byProtest, part: { orderExclusions: undefined } }),
  ],
  [
    'ordered-retrial-protest',
    'contrary',
    'in administrative cases another item than 2 and 3',
    orderedRetrial({
      ...byProtest,
      procedure: 'administrative',
      part: { grounds: ['administrative-review-law-wrong'] },
    }),
  ],
  ['ordered-retrial-criminal-protest', 'justified', 'the facts are unclear', criminalOrderedRetrial()],
  [
    'ordered-retrial-criminal-protest',
    'justified',
    'new evidence shows that they may be',
    criminalOrderedRetrial({ part: { grounds: ['criminal-review-new-evidence'] } }),
  ],
  [
    'ordered-retrial-criminal-protest',
    'contrary',
    'the law is wrong',
    criminalOrderedRetrial({ part: { grounds: ['criminal-review-law-wrong'] } }),
  ],
  [
    'ordered-retrial-criminal-protest',
    'notAssessable',
    'the ground is unknown',
    criminalOrderedRetrial({ part: { grounds: [] } }),
  ],
  ['ordered-retrial-criminal-court', 'justified', 'another court', criminalOrderedRetrial()],
  [
    'ordered-retrial-criminal-court',
    'justified',
    'the same court, with reasons',
    criminalOrderedRetrial({ part: { orderedTo: 'originalCourt', whyOriginalCourt: '便于查明案件事实' } }),
  ],
  [
    'ordered-retrial-criminal-court',
    'notAssessable',
    'the same court, without',
    criminalOrderedRetrial({ part: { orderedTo: 'originalCourt' } }),
  ],
  [
    'ordered-retrial-criminal-court',
    'notAssessable',
    'which court is unknown',
    criminalOrderedRetrial({ part: { orderedTo: undefined } }),
  ],
  ['second-ordered-retrial', 'silent', 'it is the first', orderedRetrial({ decidedOn: '2014-06-03' })],
  [
    'second-ordered-retrial',
    'notAssessable',
    'it is the second',
    orderedRetrial({ decidedOn: '2014-06-03' }),
    [remandedBefore({ stage: 'retrialReview', outcome: 'orderedRetrial', decidedOn: '2013-01-07' })],
  ],
];

describeRules('the rules on ordered retrial', orderedRetrialRules, cases);
