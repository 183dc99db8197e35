import { postAtLevel, superiorsOf } from './ladder';
import { appointed, directoryOf, established, left, overseeing } from './testing';

const posts = directoryOf([
  established('c.clerk', 'courtClerk', '民庭'),
  established('c.judge', 'handlingJudge', '民庭'),
  established('c.deputy', 'deputyDivisionChief', '民庭'),
  established('c.chief', 'divisionChief', '民庭'),
  established('c.criminal-chief', 'divisionChief', '刑庭'),
  established('c.enforcement', 'enforcementDirector', '执行局'),
  established('c.management', 'trialManagementOfficer', '审管办'),
  established('c.management-director', 'trialManagementDirector', '审管办'),
  established('c.committee', 'adjudicationCommitteeMember'),
  established('c.vice', 'vicePresident'),
  established('c.other-vice', 'vicePresident'),
  established('c.president', 'president'),
  established('c.secretary', 'partySecretary'),
  established('c.party-member', 'partyCommitteeMember'),
  established('c.system', 'caseSystem'),
  established('d.chief', 'divisionChief', '民庭'),
  established('d.president', 'president'),
  overseeing('c.vice', ['民庭', '审管办']),
  overseeing('c.vice', ['刑庭'], '2026-01-01'),
  overseeing('c.other-vice', ['民庭'], '2026-01-01'),
  overseeing('c.committee', ['民庭', '执行局']),
]);

describe('the ladder above a post', () => {
  it.each([
    ['a judge', 'c.judge', ['c.chief', 'c.vice', 'c.committee', 'c.president']],
    ['a clerk', 'c.clerk', ['c.chief', 'c.vice', 'c.committee', 'c.president']],
    ['a deputy chief', 'c.deputy', ['c.chief', 'c.vice', 'c.committee', 'c.president']],
    ['a chief', 'c.chief', ['c.vice', 'c.committee', 'c.president']],
    ['a chief whose division nobody oversees', 'c.criminal-chief', ['c.president']],
    ['the head of enforcement', 'c.enforcement', ['c.committee', 'c.president']],
    ['an officer of trial management', 'c.management', ['c.management-director', 'c.vice', 'c.president']],
    ['a vice president', 'c.vice', ['c.president']],
    ['a member of the committee', 'c.committee', ['c.president']],
    ['a member of the party committee', 'c.party-member', ['c.president']],
    ['the president', 'c.president', []],
    ['the party secretary', 'c.secretary', []],
    ['a system', 'c.system', []],
    ['no post', 'c.emperor', []],
    ['a chief in another court', 'd.chief', ['d.president']],
  ])('of %s', (_, post, expected) => {
    expect(superiorsOf(posts, post, '2025-06-01')).toEqual(expected);
  });

  it('follows who oversees the division on the day', () => {
    expect(superiorsOf(posts, 'c.chief', '2023-12-31')).toEqual(['c.president']);
    expect(superiorsOf(posts, 'c.chief', '2026-01-01')).toEqual([
      'c.other-vice',
      'c.committee',
      'c.president',
    ]);
    expect(superiorsOf(posts, 'c.criminal-chief', '2026-01-01')).toEqual(['c.vice', 'c.president']);
  });
});

describe('the post of a level', () => {
  it.each([
    ['divisionChief', '民庭', 'c.chief'],
    ['divisionChief', '执行局', 'c.enforcement'],
    ['divisionChief', '研究室', undefined],
    ['divisionChief', null, undefined],
    ['vicePresident', '民庭', 'c.vice'],
    ['vicePresident', '执行局', 'c.committee'],
    ['vicePresident', '刑庭', undefined],
    ['president', null, 'c.president'],
    ['president', '民庭', 'c.president'],
  ] as const)('%s for %s is %s', (level, division, expected) => {
    expect(postAtLevel(posts, 'c', level, division, '2025-06-01')).toBe(expected);
  });

  it('is one that somebody holds, where there is a choice', () => {
    const held = directoryOf([appointed('c.committee', 'yan', '2025-01-01')], posts);
    expect(postAtLevel(held, 'c', 'vicePresident', '民庭', '2024-12-31')).toBe('c.vice');
    expect(postAtLevel(held, 'c', 'vicePresident', '民庭', '2025-01-01')).toBe('c.committee');
    const again = directoryOf([left('c.committee', 'yan', '2025-06-01')], held);
    expect(postAtLevel(again, 'c', 'vicePresident', '民庭', '2025-06-01')).toBe('c.vice');
  });

  it('does not exist in a court that is not known', () => {
    expect(postAtLevel(posts, 'e', 'president', null, '2025-06-01')).toBeUndefined();
  });
});
