import {
  clausesInForce,
  demonstrationPolicies,
  guizhouCourts,
  guizhouPolicies,
  policyDecider,
} from '@liuhen/courts';
import { isRefusal } from '@liuhen/kernel';
import { someAct } from '@liuhen/kernel/testing';
import { committeePolicyOf } from './committee-policy';
import { meetingPolicyOf } from './meeting-policy';
import { policyKinds } from './policy-kinds';
import { levelsFor, reviewPolicyOf, type ReviewedDocument } from './review-policy';
import { guizhouFacts } from './testing/guizhou-facts';
import { warningThresholdsOf } from './warning-policy';

const { courts, policies } = guizhouFacts();

const inForce = (policy: string, court = '黔0304', on = '2026-03-02') =>
  clausesInForce(policies, courts, policy, court, on);

function reviewPolicy(court?: string, on?: string) {
  const policy = reviewPolicyOf(inForce('pre-issue-review', court, on));
  if (isRefusal(policy)) throw policy;
  return policy;
}

const document = (changes: Partial<ReviewedDocument>): ReviewedDocument => ({
  kind: 'judgment',
  features: [],
  stage: 'firstInstance',
  handlerKinds: ['handlingJudge'],
  ...changes,
});

const levels = (changes: Partial<ReviewedDocument>, court?: string, on?: string) =>
  levelsFor(reviewPolicy(court, on), document(changes)).levels.map(({ level }) => level);

const clausesFor = (changes: Partial<ReviewedDocument>, court?: string) =>
  levelsFor(reviewPolicy(court), document(changes)).basis.map(({ clause }) => clause);

describe('the default rules of Guizhou', () => {
  it('bind every court of the province, the high court included', () => {
    for (const { courtId } of guizhouCourts)
      expect(reviewPolicyOf(inForce('pre-issue-review', courtId))).not.toBeInstanceOf(Error);
  });

  it('are rules that a court can lay down, as are those of the demonstration', () => {
    const party = 'system';
    const actor = {
      person: 'supervision-system',
      post: '黔.supervision-system',
      party,
      delegation: null,
    } as const;
    for (const { command } of [...guizhouPolicies, ...demonstrationPolicies])
      expect(
        policyDecider.decide(command, [], someAct({ source: 'imported', actor }), {
          courts,
          kinds: policyKinds,
        }),
      ).toEqual([{ type: 'PolicyAdopted', data: command.data }]);
  });

  it('say of each clause that it is a default, or on which law it rests', () => {
    for (const { command } of guizhouPolicies) {
      expect(command.data.source).toMatchObject({ document: null, confirmed: false });
      for (const { text } of Object.values(command.data.clauses)) expect(text).toMatch(/（.*待核.*）|依据/);
    }
  });

  it('give terms, rounds and numbers, each with the clause that it rests on', () => {
    const { limits, rounds, panelLimits, offline, objection, issueMinimum } = reviewPolicy();
    const basis = (clause: string) => ({ policy: 'pre-issue-review-黔-2024-01', clause });
    expect(limits).toEqual({
      levelWorkingDays: 3,
      fourTypeWorkingDays: 5,
      urgentWorkingDays: 1,
      totalWorkingDays: 10,
      daysBeforeTrialLimit: 5,
      basis: basis('limits'),
    });
    expect(rounds).toEqual({ max: 2, fourTypeMax: 2, basis: basis('rounds') });
    expect(panelLimits).toMatchObject({ reconsiderationWorkingDays: 5, conformingWorkingDays: 5 });
    expect(offline).toMatchObject({ confirmWorkingDays: 2 });
    expect(objection).toMatchObject({ answerWorkingDays: 5 });
    expect(issueMinimum).toEqual({ issueTextMin: 10, basis: basis('issue-minimum') });
  });

  it('are complete for the meeting, the committee and the warnings', () => {
    expect(meetingPolicyOf(inForce('professional-judges-meeting'))).toMatchObject({
      convening: { workingDays: 5 },
      conclusion: { workingDays: 5 },
      members: { min: 3 },
    });
    expect(committeePolicyOf(inForce('adjudication-committee'))).toMatchObject({
      referral: { workingDays: 3 },
      decision: { workingDays: 15 },
    });
    expect(warningThresholdsOf(inForce('duty-warnings'))).toMatchObject({
      thresholds: [
        { step: 'used', to: 'holder', percent: 70 },
        { step: 'daysLeft', to: 'holder', days: 5 },
        { step: 'overdue', to: 'divisionChief', days: 0 },
        { step: 'overdue', to: 'vicePresident', days: 1 },
        { step: 'overdue', to: 'president', days: 3 },
      ],
    });
  });

  it('do not hold before they begin', () => {
    expect(reviewPolicyOf(inForce('pre-issue-review', '黔0304', '2023-12-31'))).toMatchObject({
      code: 'policy-missing',
      message: expect.stringContaining('《案件阅核规则》') as string,
    });
  });
});

const CHIEF = ['divisionChief'];
const TWO = ['divisionChief', 'vicePresident'];
const ALL = ['divisionChief', 'vicePresident', 'president'];

describe('who reviews by default', () => {
  it.each<[string, Partial<ReviewedDocument>, readonly string[]]>([
    ['an ordinary judgment of first instance', {}, CHIEF],
    ['a withdrawal', { kind: 'ruling', features: ['simple'] }, CHIEF],
    ['a document that no clause is about', { kind: 'judicialAdvice', stage: 'secondInstance' }, CHIEF],
    ['a deputy chief’s judgment', { handlerKinds: ['deputyDivisionChief'] }, CHIEF],
    ['a division chief’s judgment', { handlerKinds: ['handlingJudge', 'divisionChief'] }, ['vicePresident']],
    ['a vice-president’s judgment', { handlerKinds: ['divisionChief', 'vicePresident'] }, ['president']],
    ['the president’s judgment', { handlerKinds: ['president', 'divisionChief'] }, []],
    ['a case of the four types', { features: ['fourType'] }, TWO],
    ['a case that the president supervises', { features: ['fourType', 'presidentSupervised'] }, ALL],
    ['a changed judgment', { stage: 'secondInstance', features: ['substitutedJudgment'] }, TWO],
    ['a remand', { kind: 'ruling', stage: 'secondInstance', features: ['remand'] }, ALL],
    ['an acquittal', { features: ['acquittal'] }, TWO],
    ['a case at risk of a petition', { features: ['petitionRisk'] }, TWO],
    ['a terminated enforcement', { kind: 'ruling', features: ['terminatedEnforcement'] }, TWO],
    ['a coercive measure', { kind: 'decision', features: ['coerciveMeasure'] }, ALL],
  ])('%s', (_, changes, expected) => {
    expect(levels(changes)).toEqual(expected);
  });

  it('names the clauses that ask for each level', () => {
    const required = levelsFor(reviewPolicy(), document({ features: ['fourType', 'remand'] }));
    expect(required.levels.map(({ level, basis }) => [level, basis.map(({ clause }) => clause)])).toEqual([
      ['divisionChief', ['scope-2', 'scope-7', 'scope-10']],
      ['vicePresident', ['scope-7', 'scope-10']],
      ['president', ['scope-10']],
    ]);
  });
});

describe('a court’s own clause', () => {
  const simple: Partial<ReviewedDocument> = { features: ['simple'] };

  it('stands over the inherited one, and the rest is inherited', () => {
    expect(levels(simple, '黔0102')).toEqual([]);
    expect(clausesFor(simple, '黔0102')).toEqual(['scope-1']);
    expect(levels(simple, '黔0304')).toEqual(CHIEF);
    expect(reviewPolicy('黔0102').limits.basis.policy).toBe('pre-issue-review-黔-2024-01');
    expect(reviewPolicy('黔0102').scopes[0]?.basis.policy).toBe('pre-issue-review-黔0102-2025-01');
  });

  it('holds from its own first day', () => {
    expect(levels(simple, '黔0102', '2024-12-31')).toEqual(CHIEF);
    expect(levels(simple, '黔0102', '2025-01-01')).toEqual([]);
  });
});
