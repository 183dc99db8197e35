import { emptyCourtDirectory, emptyPostDirectory } from '@liuhen/courts';
import type { DutyChange, DutyHolder, Message } from '@liuhen/kernel';
import { specify } from '@liuhen/kernel/testing';
import { dutyRulebookOf } from '../duty-rulebook';
import { dutyWarningDecider, type DutyWarningFacts } from './duty-warning.decider';
import type { WarningReference } from './duty-warning.events';

type Changed = Message<'DutiesChanged', { changes: readonly DutyChange[] }>;

const rulebook = dutyRulebookOf([
  {
    events: { DutiesChanged: { schema: 1 }, SomethingElse: { schema: 1 } },
    duties: { DutiesChanged: ({ data }: Changed) => data.changes },
    dutyKinds: { review: '阅核' },
  },
]);
/** Nobody is known to stand above the holder. */
const facts: DutyWarningFacts = { courts: emptyCourtDirectory, posts: emptyPostDirectory };
const given = specify(dutyWarningDecider(rulebook), facts);

const holder: DutyHolder = {
  court: '黔0102',
  division: '民事审判第一庭',
  post: 'chief',
  person: null,
  party: 'courtLeaders',
};
const AT = '2026-02-28T16:00:00.000Z';
const LATER = '2026-03-01T01:00:00.001Z';
const basis = [{ policy: 'policy-1', clause: '1' }];

const opened = {
  ...changed({
    change: 'open',
    terms: {
      duty: 'review/1/1',
      kind: 'review',
      holder,
      due: '2026-02-28',
      provisional: false,
      warnings: [
        { step: 'overdue', to: 'president', at: AT },
        { step: 'overdue', to: 'president', at: LATER },
      ],
    },
  }),
  header: { basis },
};

function changed(...changes: readonly DutyChange[]): Changed {
  return { type: 'DutiesChanged', data: { changes } };
}

const warning: WarningReference = { duty: 'review/1/1', step: 'overdue', to: 'president', at: AT };
const raise = (changes: Partial<WarningReference> = {}) =>
  ({ type: 'RaiseDutyWarning', data: { ...warning, ...changes } }) as const;
const raised = (addressee: DutyHolder = holder) => ({
  type: 'DutyWarningRaised',
  data: { ...warning, kind: 'review', due: '2026-02-28', addressee },
});

describe('raising a warning', () => {
  it('records it in the inner file, on the basis of the duty; with nobody above the holder, to the holder', () => {
    given(opened)
      .when(raise())
      .then({ ...raised(), basis, secrecy: 'inner' });
  });

  it('tells who holds the duty now', () => {
    const to = { ...holder, post: 'vice-president' };
    given(opened, changed({ change: 'handOver', duty: 'review/1/1', to }))
      .when(raise())
      .then({ ...raised(to), basis, secrecy: 'inner' });
  });

  it.each<[string, readonly Message[], Partial<WarningReference>]>([
    ['duty-not-found', [], {}],
    ['duty-not-found', [opened], { duty: 'review/1/2' }],
    ['warning-not-foreseen', [opened], { to: 'holder' }],
    ['warning-not-foreseen', [opened], { at: '2026-02-27T16:00:00.000Z' }],
    ['warning-not-due', [opened], { at: LATER }],
    ['warning-raised', [opened, raised()], {}],
    ['duty-closed', [opened, changed({ change: 'discharge', duty: 'review/1/1' })], {}],
    ['duty-closed', [opened, changed({ change: 'waive', duty: 'review/1/1', waiver: 'lapsed' })], {}],
  ])('is refused as %s', (code, history, changes) => {
    given(...history)
      .when(raise(changes))
      .thenRefused(code);
  });

  it('of one moment does not stand in the way of the same at another', () => {
    const late = { at: '2026-03-02T00:00:00.000Z' };
    expect(given(opened, raised()).when(raise({ at: LATER }), late).decision).toHaveLength(1);
  });
});
