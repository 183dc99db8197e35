import { specify } from '@liuhen/kernel/testing';
import { registered } from '../court-rules/testing/nanming-case';
import { caseProtectionDecider, type CaseProtectionCommand } from './case-protection.decider';
import type { CaseProtectionEvent } from './case-protection.events';

const given = specify(caseProtectionDecider, undefined);

const protect = (...grounds: ('privacy' | 'divorce')[]): CaseProtectionCommand => ({
  type: 'ProtectCase',
  data: { grounds },
});
const lift: CaseProtectionCommand = { type: 'LiftCaseProtection', data: { reason: '标记有误' } };
const isPrivate: CaseProtectionEvent = { type: 'CaseProtected', data: { grounds: ['privacy'] } };
const lifted: CaseProtectionEvent = { type: 'CaseProtectionLifted', data: { reason: '标记有误' } };

describe('案件保护', () => {
  it('rests on the articles for closed hearings of the case’s procedure, each once', () => {
    given(registered)
      .when(protect('privacy', 'divorce'))
      .then({
        type: 'CaseProtected',
        data: { grounds: ['privacy', 'divorce'] },
        basis: ['第一百三十七条第一款', '第一百三十七条第二款'].map((article) => ({
          statute: '中华人民共和国民事诉讼法',
          version: '2023年修正',
          article,
        })),
      });
  });

  it('takes other grounds, and refuses the same', () => {
    given(registered, isPrivate)
      .when(protect('divorce'))
      .then(expect.objectContaining({ type: 'CaseProtected' }));
    given(registered, isPrivate).when(protect('privacy', 'privacy')).thenRefused('already-so-protected');
  });

  it('is lifted with a reason, once, and may be marked again', () => {
    given(registered, isPrivate).when(lift).then(lifted);
    given(registered).when(lift).thenRefused('case-not-protected');
    given(registered, isPrivate, lifted).when(lift).thenRefused('case-not-protected');
    given(registered, isPrivate, lifted)
      .when(protect('privacy'))
      .then(expect.objectContaining({ type: 'CaseProtected' }));
  });

  it('is of a case that there is', () => {
    given().when(protect('privacy')).thenRefused('case-not-found');
  });
});
