import { assess, wholeRules } from './assess';
import {
  administrativeChange,
  administrativeRemand,
  civilChange,
  civilRemand,
  confiscationRemand,
  criminalChange,
  criminalOrderedRetrial,
  criminalRemand,
  criminalRetrialChange,
  orderedRetrial,
  retrialRemand,
  suspendedDeathChange,
} from './testing/decisions';
import { describeRules } from './testing/rule-cases';
import type { RuleCase } from './testing/rule-cases';

const cases: readonly RuleCase[] = [
  ['law-in-force', 'silent', 'the day’s law is on record', civilRemand()],
  ['law-in-force', 'notAssessable', 'the day is unknown', civilRemand({ decidedOn: undefined })],
  ['law-in-force', 'notAssessable', 'the day is no day', civilRemand({ decidedOn: '2024-13-01' })],
  [
    'law-in-force',
    'notAssessable',
    'no law is on record for the day',
    civilRemand({ decidedOn: '1990-01-01' }),
  ],
  ['law-in-force', 'notAssessable', 'the day’s law was not read', civilChange({ decidedOn: '2010-06-03' })],
  ['family-complete', 'silent', 'the family is complete', civilRemand()],
  ['family-complete', 'notAssessable', 'the family is incomplete', civilRemand(), [], false],
  ['disposition-stated', 'silent', 'something is decided', civilRemand()],
  ['disposition-stated', 'notAssessable', 'nothing is decided', { ...civilRemand(), parts: [] }],
];

describeRules('the rules on the decision as a whole', wholeRules, cases);

describe('assess', () => {
  it.each([
    ['a civil remand', civilRemand()],
    ['a civil change', civilChange()],
    ['a criminal remand', criminalRemand()],
    ['a criminal change', criminalChange()],
    ['a confiscation remand', confiscationRemand()],
    ['an administrative remand', administrativeRemand()],
    ['an administrative change', administrativeChange()],
    ['a remand on retrial', retrialRemand()],
    ['a civil ordered retrial', orderedRetrial()],
    ['a criminal ordered retrial', criminalOrderedRetrial()],
    ['a criminal change on retrial', criminalRetrialChange()],
    ['a change on the review of a suspended death sentence', suspendedDeathChange()],
  ])('justifies %s of which everything is on record', (_what, decision) => {
    expect(assess(decision, [], true).finding).toBe('justified');
  });

  it('judges each part for itself, and puts the gravest finding first', () => {
    const [sound, unsound] = [civilChange(), civilChange({ part: { grounds: ['civil-judgment-right'] } })];
    const { finding, findings } = assess({ ...sound, parts: [...sound.parts, ...unsound.parts] }, [], true);
    expect(finding).toBe('contrary');
    expect(findings.map((each) => [each.finding, each.part])).toEqual([
      ['contrary', 1],
      ['justified', 0],
    ]);
  });
});
