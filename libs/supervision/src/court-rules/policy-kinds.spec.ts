import { clausesInForce } from '@liuhen/courts';
import { isRefusal, type JsonObject } from '@liuhen/kernel';
import { committeePolicyOf } from './committee-policy';
import { meetingPolicyOf } from './meeting-policy';
import { policyKinds } from './policy-kinds';
import type { Clauses } from './policy-shape';
import { REVIEW_POLICY, reviewPolicyOf } from './review-policy';
import { guizhouFacts } from './testing/guizhou-facts';
import { warningThresholdsOf } from './warning-policy';

const check = (policy: string, clause: string, content: JsonObject) =>
  policyKinds.find((kind) => kind.policy === policy)?.check(clause, content);

const scope = (when: JsonObject, levels: readonly string[] = ['divisionChief']) => ({ when, levels });

describe('a clause that a court may lay down', () => {
  it.each<[string, string, JsonObject]>([
    ['pre-issue-review', 'scope-1', scope({ kinds: ['judgment'], stages: ['firstInstance'] })],
    ['pre-issue-review', 'scope-99', scope({ withoutHandlerKinds: ['president'] }, [])],
    ['pre-issue-review', 'scope-default', { levels: [] }],
    ['pre-issue-review', 'rounds', { max: 1, fourTypeMax: 2 }],
    ['professional-judges-meeting', 'members', { min: 5 }],
    ['adjudication-committee', 'decision', { workingDays: 20 }],
    ['duty-warnings', 'thresholds', { thresholds: [] }],
    ['duty-warnings', 'thresholds', { thresholds: [{ step: 'overdue', to: 'president', days: 0 }] }],
  ])('%s %s %j', (policy, clause, content) => {
    expect(check(policy, clause, content)).toBeUndefined();
  });
});

describe('a clause that says nothing', () => {
  it.each<[string, string, JsonObject, string]>([
    ['pre-issue-review', 'colour', {}, '不是《案件阅核规则》的条款'],
    ['pre-issue-review', 'scope-x', scope({ kinds: ['judgment'] }), '不是《案件阅核规则》的条款'],
    ['pre-issue-review', 'scope-1', { levels: [] }, '（when）应为对象'],
    ['pre-issue-review', 'scope-1', scope({}), '应至少有一项'],
    ['pre-issue-review', 'scope-1', scope({ colours: ['red'] }), '应至少有一项'],
    ['pre-issue-review', 'scope-1', scope({ kinds: ['judgment'], colours: [] }), '没有“colours”这一项'],
    ['pre-issue-review', 'scope-1', scope({ kinds: 'judgment' }), '“文书种类”应为列表'],
    ['pre-issue-review', 'scope-1', scope({ kinds: ['poem'] }), '“文书种类”中没有"poem"这一种'],
    ['pre-issue-review', 'scope-1', scope({ features: ['simple', 'simple'] }), '“文书特征”有重复'],
    ['pre-issue-review', 'scope-1', scope({ stages: ['overture'] }), '审理程序'],
    ['pre-issue-review', 'scope-1', scope({ handlerKinds: ['king'] }), '承办人职务'],
    ['pre-issue-review', 'scope-1', scope({ kinds: ['ruling'] }, ['presidingJudge']), '阅核层级'],
    ['pre-issue-review', 'scope-default', scope({ kinds: ['ruling'] }), '没有“when”这一项'],
    ['pre-issue-review', 'limits', { levelWorkingDays: 3 }, '四类案件每一层级的工作日数'],
    ['pre-issue-review', 'rounds', { max: 0, fourTypeMax: 1 }, '应为1至999的整数'],
    ['pre-issue-review', 'rounds', { max: 1.5, fourTypeMax: 1 }, '应为1至999的整数'],
    ['pre-issue-review', 'rounds', { max: 1, fourTypeMax: 1, least: 1 }, '没有“least”这一项'],
    ['duty-warnings', 'thresholds', { thresholds: 'soon' }, '应为列表'],
    ['duty-warnings', 'thresholds', { thresholds: [{ step: 'used', to: 'holder', days: 3 }] }, '第1项'],
    ['duty-warnings', 'thresholds', { thresholds: [{ step: 'used', to: 'holder', percent: 100 }] }, '第1项'],
    ['duty-warnings', 'thresholds', { thresholds: [{ step: 'daysLeft', to: 'holder', days: 0 }] }, '第1项'],
    ['duty-warnings', 'thresholds', { thresholds: [{ step: 'overdue', to: 'mayor', days: 1 }] }, '第1项'],
  ])('%s %s %j: %s', (policy, clause, content, reason) => {
    expect(check(policy, clause, content)).toContain(reason);
  });
});

describe('a court without rules', () => {
  const none: Clauses = new Map();

  it.each([
    ['案件阅核规则', reviewPolicyOf],
    ['专业法官会议规则', meetingPolicyOf],
    ['审判委员会规则', committeePolicyOf],
    ['责任预警规则', warningThresholdsOf],
  ])('is told that %s is missing', (title, read) => {
    const refusal = read(none);
    if (!isRefusal(refusal)) throw new Error('not refused');
    expect([refusal.code, refusal.message]).toEqual([
      'policy-missing',
      expect.stringContaining(`《${title}》`),
    ]);
  });

  it('is told the clause that is missing, or that nobody can read', () => {
    const { courts, policies } = guizhouFacts();
    const clauses = clausesInForce(policies, courts, REVIEW_POLICY, '黔0102', '2026-03-02');
    const without = (clause: string) => new Map([...clauses].filter(([id]) => id !== clause));
    expect(reviewPolicyOf(without('panel-limits'))).toMatchObject({
      message: expect.stringContaining('“审判组织的期限”（panel-limits）') as string,
    });
    expect(reviewPolicyOf(without('scope-default'))).toMatchObject({ code: 'policy-missing' });
    const basis = { policy: 'p', clause: 'scope-2' };
    const garbled = new Map(clauses).set('scope-2', { basis, content: { when: 'always' } });
    expect(reviewPolicyOf(garbled)).toMatchObject({
      code: 'policy-missing',
      message: expect.stringContaining('scope-2') as string,
    });
  });
});
