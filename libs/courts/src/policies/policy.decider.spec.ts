import type { Act } from '@liuhen/kernel';
import { namesAsIds, specify } from '@liuhen/kernel/testing';
import { emptyCourtDirectory, withCourtEvent } from '../courts/court-directory';
import { courtStream } from '../courts/court.events';
import { decidePolicy, policyDecider } from './policy.decider';
import type { PolicyAdopted, PolicyRepealed } from './policy.events';
import type { PolicyKind } from './policy-kind';
import { policySentences } from './policy.sentences';

const kind: PolicyKind = {
  policy: 'review',
  title: '规则',
  check: (clause, { days }) =>
    clause !== 'limits' ? '不是条款' : typeof days === 'number' ? undefined : '“天数”应为数字',
};

const court = { code: '黔01', name: '某院', level: 'intermediate', kind: 'ordinary', from: null } as const;
const courts = withCourtEvent(emptyCourtDirectory, {
  type: 'CourtEstablished',
  data: { ...court, verified: true, remark: null },
  header: { stream: courtStream('黔01') },
});

/** What holds for a change whoever has decided on it. */
const given = specify({ ...policyDecider, decide: decidePolicy }, { courts, kinds: [kind] });
const givenAlone = specify(policyDecider, { courts, kinds: [kind] });

const president: Partial<Act> = {
  actor: { person: 'p', post: '黔01.president', party: 'courtLeaders', delegation: null },
};
const system: Partial<Act> = {
  actor: { person: 's', post: '黔.supervision-system', party: 'system', delegation: null },
  source: 'imported',
};

/** All acts of these tests are of 1 March 2026. */
const adopted = (changes: Partial<PolicyAdopted['data']> = {}): PolicyAdopted => ({
  type: 'PolicyAdopted',
  data: {
    policy: 'review',
    version: 'review-黔01-2026-01',
    court: '黔01',
    title: '规则',
    from: '2026-03-01',
    until: null,
    clauses: { limits: { text: '三日', content: { days: 3 } } },
    source: { document: null, note: '院务会议', confirmed: true },
    ...changes,
  },
});
const adopt = (changes: Partial<PolicyAdopted['data']> = {}) =>
  ({ type: 'AdoptPolicy', data: adopted(changes).data }) as const;

const second = { version: 'review-黔01-2026-02', from: '2026-06-01' };
const repealed = (version: string, on: string): PolicyRepealed => ({
  type: 'PolicyRepealed',
  data: { version, on },
});
const repeal = (on: string, version = 'review-黔01-2026-01') =>
  ({ type: 'RepealPolicy', data: { version, on } }) as const;

describe('adopting a rule', () => {
  it('is nobody’s alone, but for what the system takes over', () => {
    givenAlone().when(adopt(), system).then(adopted());
    givenAlone().when(adopt(), president).thenRefused('policy-change-needs-approval');
    givenAlone()
      .when(adopt(), { ...president, source: 'imported' })
      .thenRefused('policy-change-needs-approval');
    givenAlone()
      .when(adopt(), { ...system, source: 'live' })
      .thenRefused('policy-change-needs-approval');
    givenAlone(adopted()).when(repeal('2026-04-01'), president).thenRefused('policy-change-needs-approval');
  });

  it.each([
    ['policy-kind-unknown', { policy: 'weather', version: 'weather-黔01-2026-01' }],
    ['policy-version-misnamed', { version: 'review-黔-2026-01' }],
    ['policy-version-misnamed', { version: 'review-黔01-march' }],
    ['policy-period-reversed', { from: '2026-06-01', until: '2026-06-01' }],
    ['policy-retroactive', { from: '2026-02-28' }],
    ['policy-without-clauses', { clauses: {} }],
    ['policy-clause-without-text', { clauses: { limits: { text: ' ', content: { days: 3 } } } }],
  ] as const)('is refused as %s', (code, changes) => {
    given().when(adopt(changes), president).thenRefused(code);
  });

  it('names every clause that says nothing, and why', () => {
    const clauses = { limits: { text: '若干日', content: {} }, other: { text: '其他', content: {} } };
    const { decision } = given().when(adopt({ clauses }), president);
    expect(decision).toMatchObject({
      code: 'policy-clause-invalid',
      field: 'clauses.limits',
      message: expect.stringContaining('limits “天数”应为数字') as string,
      also: [{ field: 'clauses.other' }],
    });
  });

  it('of an unknown court is refused', () => {
    given()
      .when(adopt({ court: '黔02', version: 'review-黔02-2026-01' }), system)
      .thenRefused('policy-court-unknown');
  });

  it('may reach back only where the system takes it over', () => {
    given()
      .when(adopt({ from: '2024-01-01' }), system)
      .then(adopted({ from: '2024-01-01' }));
    given()
      .when(adopt({ from: '2024-01-01' }), { ...president, source: 'imported' })
      .thenRefused('policy-retroactive');
  });

  it('gives each version an id of its own, and lets it begin only after the one before', () => {
    given(adopted()).when(adopt(second), president).then(adopted(second));
    given(adopted())
      .when(adopt({ from: '2026-06-01' }), president)
      .thenRefused('policy-version-taken');
    given(adopted())
      .when(adopt({ ...second, from: '2026-03-01' }), president)
      .thenRefused('policy-begins-too-early');
  });

  it('may begin earlier than one that was withdrawn before it held', () => {
    const third = { version: 'review-黔01-2026-03', from: '2026-04-01' };
    given(adopted(), adopted(second), repealed(second.version, second.from))
      .when(adopt(third), president)
      .then(adopted(third));
  });
});

describe('repealing a rule', () => {
  it('ends it from a day on', () => {
    given(adopted())
      .when(repeal('2026-04-01'), president)
      .then(repealed('review-黔01-2026-01', '2026-04-01'));
  });

  it.each([
    ['policy-version-not-found', repeal('2026-04-01', 'review-黔01-2025-09'), president],
    ['policy-repealed-before-start', repeal('2026-02-28'), president],
    ['policy-already-ended', repeal('2026-06-01'), president],
  ] as const)('is refused as %s', (code, command, act) => {
    given(adopted(), adopted(second)).when(command, act).thenRefused(code);
  });

  it('does not reach back', () => {
    given(adopted({ from: '2026-01-01' }))
      .when(repeal('2026-02-28'), president)
      .thenRefused('policy-retroactive');
  });
});

describe('what is said of a rule', () => {
  it('is one sentence, with what has still to be checked', () => {
    const source = { document: null, note: '默认值', confirmed: false };
    expect(policySentences.PolicyAdopted(adopted({ until: '2027-01-01', source }), namesAsIds)).toBe(
      '发布规则：《规则》（review-黔01-2026-01），自2026-03-01起施行，至2027-01-01止（不含当日），共1条（待核：默认值）',
    );
    expect(policySentences.PolicyRepealed(repealed('review-黔01-2026-01', '2026-04-01'), namesAsIds)).toBe(
      '废止规则：review-黔01-2026-01，自2026-04-01起',
    );
  });
});
