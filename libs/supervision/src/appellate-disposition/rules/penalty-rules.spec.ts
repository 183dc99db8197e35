import { penaltyRules } from './penalty-rules';
import {
  criminalChange,
  criminalRemandedBefore,
  criminalRetrialChange,
  suspendedDeathChange,
} from './testing/decisions';
import { describeRules, threeWays } from './testing/rule-cases';
import type { RuleCase } from './testing/rule-cases';

const cases: readonly RuleCase[] = [
  ['no-heavier-penalty', 'justified', 'the penalty is lighter', criminalChange()],
  [
    'no-heavier-penalty',
    'contrary',
    'it is heavier and nobody protested',
    criminalChange({ part: { penaltyChange: 'heavier' } }),
  ],
  [
    'no-heavier-penalty',
    'contrary',
    'the protest is directed at another defendant',
    criminalChange({
      appealedBy: ['defendantSide', 'procuratorate'],
      part: { penaltyChange: 'heavier', protested: false },
    }),
  ],
  [
    'no-heavier-penalty',
    'justified',
    'the protest is directed at this defendant',
    criminalChange({ part: { penaltyChange: 'heavier', protested: true } }),
  ],
  [
    'no-heavier-penalty',
    'notAssessable',
    'at whom the protest is directed is unknown',
    criminalChange({ appealedBy: ['procuratorate'], part: { penaltyChange: 'heavier' } }),
  ],
  [
    'no-heavier-penalty',
    'notAssessable',
    'the penalties were not compared',
    criminalChange({ part: { penaltyChange: undefined } }),
  ],
  [
    'no-heavier-than-first-sentence',
    'silent',
    'there was no remand',
    criminalChange({ part: { protested: true } }),
  ],
  ...threeWays(
    'no-heavier-than-first-sentence',
    'protested only after the remand',
    [false, true],
    (heavierThanFirstSentence) =>
      criminalChange({ part: { penaltyChange: 'heavier', protested: true, heavierThanFirstSentence } }),
    criminalRemandedBefore(),
  ),
  ['retrial-heavier-penalty', 'justified', 'the penalty is lighter', criminalRetrialChange()],
  [
    'retrial-heavier-penalty',
    'justified',
    'the protest is directed at this defendant',
    criminalRetrialChange({ part: { penaltyChange: 'heavier', outsideRetrialScope: false } }),
  ],
  [
    'retrial-heavier-penalty',
    'contrary',
    'the retrial concerns another defendant',
    criminalRetrialChange({ part: { penaltyChange: 'heavier', outsideRetrialScope: true } }),
  ],
  [
    'retrial-heavier-penalty',
    'notAssessable',
    'heavier without a protest',
    criminalRetrialChange({ retrialOrigin: 'ownCourtMotion', part: { penaltyChange: 'heavier' } }),
  ],
  [
    'retrial-heavier-penalty',
    'notAssessable',
    'the penalties were not compared',
    criminalRetrialChange({ part: { penaltyChange: undefined } }),
  ],
  ...threeWays(
    'suspended-death-heavier-penalty',
    'a suspended sentence is changed',
    ['lighter', 'heavier'] as const,
    (penaltyChange) => suspendedDeathChange({ part: { penaltyChange } }),
  ),
];

describeRules('the rules on heavier penalties', penaltyRules, cases);
