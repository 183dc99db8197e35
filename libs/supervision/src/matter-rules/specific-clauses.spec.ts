import type { JsonObject } from '@liuhen/kernel';
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

describe('the clauses on tasking meetings', () => {
  const notice = (content: object) => matterPolicyKind.check('taskingMeeting.notice', content as JsonObject);
  const chair = (content: object) => matterPolicyKind.check('taskingMeeting.chair', content as JsonObject);

  it('say how long before a random one its notice goes out, and who presides', () => {
    expect(notice({ randomLeastHours: 24, randomMostHours: 48 })).toBeUndefined();
    expect(notice({ randomLeastHours: 49, randomMostHours: 48 })).toContain('不得多于');
    expect(notice({ randomLeastHours: 24 })).toContain('randomMostHours');
    expect(chair({ posts: ['president', 'vicePresident'] })).toBeUndefined();
    expect(chair({ posts: ['emperor'] })).toContain('主持岗位');
    expect(chair({ posts: [] })).toContain('至少一种');
    expect(chair({ posts: ['president'], most: 1 })).toContain('most');
  });
});

describe('the clauses on bulletins', () => {
  const ranking = (content: object) => matterPolicyKind.check('bulletin.ranking', content as JsonObject);
  const objections = (content: object) =>
    matterPolicyKind.check('bulletin.objections', content as JsonObject);
  const terms = { window: { workingDays: 5 }, answer: { workingDays: 3 }, correction: { days: 3 } };

  it('say whether there is ranking, and the terms of objections', () => {
    expect(ranking({ allowed: false })).toBeUndefined();
    expect(ranking({})).toContain('allowed');
    expect(ranking({ allowed: false, persons: true })).toContain('persons');
    expect(objections(terms)).toBeUndefined();
    expect(objections({ ...terms, answer: undefined })).toContain('answer');
  });
});
