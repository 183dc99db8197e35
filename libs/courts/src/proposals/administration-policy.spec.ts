import type { JsonObject } from '@liuhen/kernel';
import { emptyPolicyBook, withPolicyEvent } from '../policies/policy-book';
import { policyStream } from '../policies/policy.events';
import { administrationPolicyKind, requiresSignature } from './administration-policy';
import { FACTS } from './testing';

const { check } = administrationPolicyKind;

describe('the rule on how the administration goes on', () => {
  it.each<[string, JsonObject]>([
    ['proposals', { expireAfterDays: 5 }],
    ['signatures', { required: true }],
    ['signatures', { required: false }],
  ])('may have the clause %s with %j', (clause, content) => {
    expect(check(clause, content)).toBeUndefined();
  });

  it.each<[string, JsonObject]>([
    ['proposals', { expireAfterDays: 0 }],
    ['proposals', {}],
    ['proposals', { required: true }],
    ['signatures', { required: 'yes' }],
    ['signatures', { required: true, of: 'all' }],
    ['other', {}],
  ])('has no clause %s with %j', (clause, content) => {
    expect(check(clause, content)).toMatch(/\p{sc=Han}/u);
  });

  it('asks for signatures from its day on, also in the courts beneath, and nowhere unless said', () => {
    const policies = withPolicyEvent(emptyPolicyBook, {
      type: 'PolicyAdopted',
      data: {
        ...{
          policy: 'administration',
          version: 'administration-c-2026-01',
          court: 'c',
          title: '管理事项规则',
        },
        ...{ from: '2026-03-01', until: null, source: { document: null, note: '院务会议', confirmed: true } },
        clauses: { signatures: { text: '须由本人签名', content: { required: true } } },
      },
      header: { stream: policyStream('c', 'administration') },
    });
    const rules = { ...FACTS, policies };
    expect(['c', 'd'].map((court) => requiresSignature(court, '2026-03-01', rules))).toEqual([true, true]);
    expect(requiresSignature('c', '2026-02-28', rules)).toBe(false);
    expect(requiresSignature('c', '2026-03-01', FACTS)).toBe(false);
  });
});
