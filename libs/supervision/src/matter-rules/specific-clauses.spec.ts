import { matterPolicyKind } from './instrument-policy';

const check = (changes: object) =>
  matterPolicyKind.check('onSiteInspection.inspection', {
    ...{ leastDays: 2, mostDays: 5, leastItemDays: 30, mostItemDays: 90 },
    ...changes,
  });

describe('the clause on the days of an inspection', () => {
  it('says the bounds of the stay and of what is to be put right', () => {
    expect(check({})).toBeUndefined();
    expect(check({ leastDays: 5 })).toBeUndefined();
  });

  it.each([
    [{ leastDays: 6 }, '不得多于'],
    [{ leastItemDays: 91 }, '不得多于'],
    [{ leastDays: 0 }, '进驻最少日数'],
    [{ mostItemDays: 1.5 }, '整改最多日数'],
    [{ hours: 3 }, 'hours'],
  ])('does not say %j', (changes, reason) => {
    expect(check(changes)).toContain(reason);
  });
});

describe('the clause on the reports under listed supervision', () => {
  it('says every how many days one is owed', () => {
    expect(matterPolicyKind.check('listedSupervision.reports', { everyDays: 10 })).toBeUndefined();
    expect(matterPolicyKind.check('listedSupervision.reports', { everyDays: 0 })).toContain('间隔');
  });
});

describe('the clause on talks', () => {
  const checkTalk = (changes: object) =>
    matterPolicyKind.check('accountabilityTalk.talk', {
      ...{ leastTalkers: 2, leaders: ['president'], support: ['inspector'] },
      ...{ noticeDays: 3, mostCommitmentDays: 30, ...changes },
    });

  it('says who talks, how long before it is announced, and within which days what is promised is done', () => {
    expect(checkTalk({})).toBeUndefined();
    expect(checkTalk({ leaders: [], support: [] })).toBeUndefined();
  });

  it.each([
    [{ leastTalkers: 0 }, '谈话人数'],
    [{ noticeDays: 0 }, '提前通知'],
    [{ mostCommitmentDays: 1.5 }, '整改承诺'],
    [{ leaders: ['emperor'] }, '主谈岗位'],
    [{ support: 'inspector' }, '参加岗位'],
    [{ tea: 1 }, 'tea'],
  ])('does not say %j', (changes, reason) => {
    expect(checkTalk(changes)).toContain(reason);
  });
});
