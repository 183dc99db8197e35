import type { JsonObject } from '@liuhen/kernel';
import { matterPolicyKind } from './instrument-policy';

const check = (subject: string, content: JsonObject) =>
  matterPolicyKind.check(`writtenInquiry.${subject}`, content);

const route = {
  issuers: ['trialManagementDirector'],
  approvers: ['president'],
  reach: 'own',
  answeredBy: 'target',
  responsible: ['divisionChief'],
};

describe('a clause of the rule on matters', () => {
  it.each<[string, JsonObject]>([
    ['routes', { routes: [route, { ...route, byName: true }] }],
    ['targets', { kinds: ['court'], most: 3, demands: true, confidential: false }],
    [
      'steps',
      {
        steps: ['approval', 'issue', 'receipt', 'reply', 'examination', 'closeOut', 'followUp', 'archiving'],
      },
    ],
    ['terms', { reply: { workingDays: 10 }, examination: { days: 5 }, closeOut: { months: 1 } }],
    ['limits', { returns: 0, extensions: 1, extensionWorkingDays: 5 }],
    ['escalation', { to: [] }],
    ['followUps', { days: [30, 60] }],
    ['deadline', { given: 'none' }],
    ['deadline', { given: 'required', least: { days: 1 }, most: { months: 12 } }],
  ])('on %s says %j', (subject, content) => {
    expect(check(subject, content)).toBeUndefined();
  });

  it.each<[string, JsonObject, string]>([
    ['routes', { routes: [] }, '至少一项'],
    ['routes', { routes: ['x'] }, '应为对象'],
    ['routes', { routes: [{ ...route, issuers: ['emperor'] }] }, '发起岗位'],
    ['routes', { routes: [{ ...route, approvers: ['emperor'] }] }, '审批岗位'],
    ['routes', { routes: [{ ...route, responsible: ['emperor'] }] }, '责任岗位'],
    ['routes', { routes: [{ ...route, reach: 'above' }] }, 'reach'],
    ['routes', { routes: [{ ...route, answeredBy: 'nobody' }] }, 'answeredBy'],
    ['routes', { routes: [{ ...route, byName: 'yes' }] }, '责任到人'],
    ['routes', { routes: [{ ...route, more: 1 }] }, '没有“more”这一项'],
    ['targets', { kinds: ['star'], most: 1, demands: true, confidential: false }, '对象种类'],
    ['targets', { kinds: ['court'], most: 0, demands: true, confidential: false }, '1至999'],
    ['targets', { kinds: ['court'], most: 1, demands: 'yes', confidential: false }, 'true 或者 false'],
    ['steps', { steps: ['approval', 'issue', 'rest'] }, 'rest'],
    ['steps', { steps: ['issue', 'archiving'] }, '审批'],
    ['steps', { steps: ['issue', 'approval', 'archiving'] }, '审批'],
    ['steps', { steps: ['receipt', 'approval', 'issue', 'archiving'] }, '签收'],
    ['steps', { steps: ['approval', 'issue', 'reply', 'closeOut', 'archiving'] }, '审核答复'],
    ['steps', { steps: ['reply', 'examination', 'approval', 'issue', 'archiving'] }, '答复'],
    ['steps', { steps: ['approval', 'issue', 'plan', 'closeOut', 'archiving'] }, '办结计划'],
    ['steps', { steps: ['approval', 'issue', 'followUp', 'closeOut', 'archiving'] }, '销号'],
    ['steps', { steps: ['approval', 'issue', 'talk', 'archiving'] }, '约谈方案'],
    ['steps', { steps: ['approval', 'issue', 'talk', 'talkPlan', 'archiving'] }, '约谈方案'],
    ['steps', { steps: ['approval', 'issue'] }, '归档'],
    ['terms', { reply: { workingDays: 10, days: 3 } }, '之一'],
    ['terms', { reply: { weeks: 1 } }, '之一'],
    ['terms', { supper: { days: 1 } }, 'supper'],
    ['limits', { returns: 2 }, '延期次数'],
    ['escalation', { to: ['bonfire'] }, 'bonfire'],
    ['followUps', { days: [0] }, '整数'],
    ['deadline', { given: 'perhaps' }, 'none 或者 required'],
    ['deadline', { given: 'none', least: { days: 1 } }, '不写'],
    ['deadline', { given: 'required', least: { days: 1 } }, '最长'],
  ])('on %s does not say %j: %s', (subject, content, reason) => {
    expect(check(subject, content)).toContain(reason);
  });

  it('common to all has terms for what belongs to no step, and words that are screened', () => {
    const terms = { workingDays: 3 };
    const all = {
      drafting: terms,
      extensionDecision: terms,
      outcome: terms,
      rectificationCheck: terms,
      returned: terms,
    };
    expect(matterPolicyKind.check('common.terms', all)).toBeUndefined();
    expect(matterPolicyKind.check('common.terms', { drafting: terms })).toContain('缺少');
    expect(matterPolicyKind.check('common.screening', { refused: ['应当改判'], warned: [] })).toBeUndefined();
    expect(matterPolicyKind.check('common.screening', { refused: [''], warned: [] })).toContain(
      '不得使用的词句',
    );
    expect(matterPolicyKind.check('common.other', {})).toContain('不是');
  });
});
