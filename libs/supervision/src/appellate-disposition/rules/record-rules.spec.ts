import { recordRules } from './record-rules';
import {
  administrativeChange,
  administrativeRemand,
  civilChange,
  civilRemand,
  criminalRemand,
  orderedRetrial,
  retrialRemand,
} from './testing/decisions';
import { describeRules, threeWays } from './testing/rule-cases';
import type { RuleCase } from './testing/rule-cases';

const claimNotTried = { grounds: ['civil-claim-not-tried'], unclearFacts: undefined };

const cases: readonly RuleCase[] = [
  ['unclear-facts-listed', 'justified', 'they are listed', civilRemand()],
  ['unclear-facts-listed', 'justified', 'one is', civilRemand({ part: { unclearFacts: ['', '付款数额'] } })],
  ['unclear-facts-listed', 'notAssessable', 'they are not', civilRemand({ part: { unclearFacts: [' '] } })],
  ['unclear-facts-listed', 'silent', 'the ground is another', administrativeRemand()],
  ...threeWays('facts-clarified', 'facts are unclear and changed', [true, false], (factsClarified) =>
    civilChange({ part: { grounds: ['civil-basic-facts-unclear'], factsClarified } }),
  ),
  [
    'mediation-failed',
    'justified',
    'it failed',
    civilRemand({ part: { ...claimNotTried, mediation: 'failed' } }),
  ],
  [
    'mediation-failed',
    'justified',
    'it was refused',
    civilRemand({ part: { ...claimNotTried, mediation: 'refused' } }),
  ],
  [
    'mediation-failed',
    'contrary',
    'it was not offered',
    civilRemand({ part: { ...claimNotTried, mediation: 'notOffered' } }),
  ],
  ['mediation-failed', 'notAssessable', 'the record is silent', civilRemand({ part: claimNotTried })],
  [
    'mediation-failed',
    'contrary',
    'no other ground can carry the remand either',
    civilRemand({
      part: { grounds: ['civil-claim-not-tried', 'civil-necessary-party-absent'], mediation: 'notOffered' },
    }),
  ],
  [
    'mediation-failed',
    'notAssessable',
    'another ground may carry the remand once its facts are listed',
    civilRemand({
      part: {
        grounds: ['civil-claim-not-tried', 'civil-basic-facts-unclear'],
        unclearFacts: [],
        mediation: 'notOffered',
      },
    }),
  ],
  [
    'mediation-failed',
    'notAssessable',
    'another ground carries the remand by itself',
    civilRemand({
      part: { grounds: ['civil-claim-not-tried', 'civil-debate-denied'], mediation: 'notOffered' },
    }),
  ],
  ...threeWays('parties-agreed', 'divorce is granted at second instance', [true, false], (partiesAgreed) =>
    civilChange({ part: { grounds: ['civil-divorce-refused-below'], partiesAgreed } }),
  ),
  ...threeWays('action-meets-conditions', 'filing was refused', [true, false], (actionMeetsConditions) =>
    administrativeChange({
      appealAgainst: 'ruling',
      part: {
        outcome: 'orderToFile',
        grounds: ['administrative-refusal-to-file-wrong'],
        actionMeetsConditions,
      },
    }),
  ),
  ...threeWays('separable-from-others', 'one is remanded apart', [true, false], (separableFromOthers) =>
    criminalRemand({ part: { grounds: ['criminal-co-defendant-new-crime'], separableFromOthers } }),
  ),
  ...threeWays(
    'compensation-part-only',
    'the claim for compensation was omitted',
    ['compensationOnly', 'whole'] as const,
    (remandScope) =>
      administrativeRemand({
        part: { grounds: ['administrative-compensation-omitted-due'], mediation: 'failed', remandScope },
      }),
  ),
  ...threeWays('basic-facts-never-tried', 'a retrial remands', [false, true], (basicFactsTriedBelow) =>
    retrialRemand({ part: { basicFactsTriedBelow } }),
  ),
  [
    'basic-facts-never-tried',
    'silent',
    'the provisions of 2015 are not yet in force',
    retrialRemand({ decidedOn: '2015-03-14', part: { basicFactsTriedBelow: true } }),
  ],
  ['avoidable-remand', 'justified', 'the facts cannot be found here', civilRemand()],
  ['avoidable-remand', 'silent', 'the remand is for a breach', administrativeRemand()],
  ['avoidable-remand', 'notAssessable', 'no cause is given', civilRemand({ part: { whyNotFindable: '' } })],
  [
    'avoidable-remand',
    'notAssessable',
    'they can be found here and reasons are given',
    civilRemand({ part: { findableHere: true, whyRemandedAnyway: '当事人的审级利益' } }),
  ],
  ['retrial-reasons-stated', 'justified', 'the ruling states them', retrialRemand()],
  ['retrial-reasons-stated', 'contrary', 'the ruling states none', orderedRetrial({ reasons: '' })],
  ['retrial-reasons-stated', 'notAssessable', 'the record is silent', retrialRemand({ reasons: undefined })],
  ['retrial-reasons-stated', 'silent', 'it is a second instance', civilRemand()],
  ['remand-reasons-stated', 'justified', 'the ruling states them', criminalRemand()],
  [
    'remand-reasons-stated',
    'notAssessable',
    'the ruling states none, by a text not read',
    civilRemand({ reasons: '' }),
  ],
  ['remand-reasons-stated', 'notAssessable', 'the record is silent', civilRemand({ reasons: undefined })],
  ['remand-of-judgment-only', 'justified', 'a judgment was appealed', civilRemand()],
  ['remand-of-judgment-only', 'contrary', 'a ruling was appealed', civilRemand({ appealAgainst: 'ruling' })],
  [
    'remand-of-judgment-only',
    'contrary',
    'so too in administrative cases',
    administrativeRemand({ appealAgainst: 'ruling' }),
  ],
  [
    'remand-of-judgment-only',
    'notAssessable',
    'the record is silent',
    civilRemand({ appealAgainst: undefined }),
  ],
  [
    'remand-of-judgment-only',
    'silent',
    'criminal rulings go by reference',
    criminalRemand({ appealAgainst: 'ruling' }),
  ],
  [
    'wrong-facts-remanded-as-unclear',
    'contrary',
    'the facts are wrong, not unclear',
    retrialRemand({ part: { grounds: ['civil-retrial-basic-facts-unclear', 'civil-retrial-facts-wrong'] } }),
  ],
  ['wrong-facts-remanded-as-unclear', 'silent', 'the facts are unclear', retrialRemand()],
  [
    'wrong-facts-remanded-as-unclear',
    'silent',
    'a breach carries the remand beside the unclear facts',
    retrialRemand({
      part: {
        grounds: [
          'civil-retrial-basic-facts-unclear',
          'civil-retrial-claim-omitted',
          'civil-retrial-facts-wrong',
        ],
      },
    }),
  ],
  [
    'wrong-facts-remanded-as-unclear',
    'silent',
    'the judgment is changed',
    retrialRemand({
      part: {
        outcome: 'substitutedJudgment',
        grounds: ['civil-retrial-basic-facts-unclear', 'civil-retrial-facts-wrong'],
      },
    }),
  ],
  [
    'wrong-facts-remanded-as-unclear',
    'silent',
    'a breach carries the remand',
    retrialRemand({ part: { grounds: ['civil-retrial-claim-omitted', 'civil-retrial-facts-wrong'] } }),
  ],
  [
    'omitted-party-mediation',
    'justified',
    'mediation was offered',
    civilRemand({ part: { grounds: ['civil-omitted-party'], mediation: 'refused' } }),
  ],
  [
    'omitted-party-mediation',
    'notAssessable',
    'it was not',
    civilRemand({ part: { grounds: ['civil-omitted-party'], mediation: 'notOffered' } }),
  ],
  ['omitted-party-mediation', 'silent', 'no party was omitted', civilRemand()],
  ...threeWays(
    'administrative-act-ruled-on',
    'a judgment is changed',
    [true, false],
    (ruledOnAdministrativeAct) => administrativeChange({ part: { ruledOnAdministrativeAct } }),
  ),
  [
    'administrative-act-ruled-on',
    'silent',
    'a ruling is changed',
    administrativeChange({ appealAgainst: 'ruling' }),
  ],
];

describeRules('the rules on the record', recordRules, cases);
