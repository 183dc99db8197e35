import { RESPONSIBLE_PARTIES } from '@liuhen/kernel';
import { partyOf, postKindOf, postKinds, type PostKind } from './post-kind';

const kind = (name: string): PostKind => {
  const found = postKindOf(name);
  if (!found) throw new Error(name);
  return found;
};

describe('the party that answers for an act', () => {
  it.each([
    ['partySecretary', 'partyCommittee'],
    ['president', 'courtLeaders'],
    ['vicePresident', 'courtLeaders'],
    ['adjudicationCommitteeMember', 'courtLeaders'],
    ['committeeSeat', 'courtLeaders'],
    ['divisionChief', 'courtLeaders'],
    ['deputyDivisionChief', 'courtLeaders'],
    ['presidingJudge', 'judge'],
    ['handlingJudge', 'judge'],
    ['judgeAssistant', 'judge'],
    ['courtClerk', 'judge'],
    ['trialManagementDirector', 'trialManagement'],
    ['inspector', 'supportDepartment'],
    ['informationOfficer', 'supportDepartment'],
    ['caseSystem', 'system'],
  ])('is, for %s in its own court, %s', (name, party) => {
    expect(partyOf(kind(name), '黔0102', '黔0102')).toBe(party);
  });

  it('is that of upper and lower courts where one court acts on another', () => {
    for (const name of ['president', 'handlingJudge', 'trialManagementOfficer', 'inspector'])
      expect(partyOf(kind(name), '黔', '黔0102')).toBe('upperAndLowerCourts');
    expect(partyOf(kind('divisionChief'), '黔0102', '黔01')).toBe('upperAndLowerCourts');
  });

  it('stays what it is for those outside the courts and for systems', () => {
    expect(partyOf(kind('disciplineInspector'), '黔', '黔0102')).toBe('external');
    expect(partyOf(kind('caseSystem'), '黔', '黔0102')).toBe('system');
  });

  it('is each of the five for some post or relation', () => {
    const parties = new Set<string>(postKinds.map(({ party }) => party));
    parties.add(partyOf(kind('president'), '黔', '黔0102'));
    expect([...parties]).toEqual(expect.arrayContaining(Object.keys(RESPONSIBLE_PARTIES)));
  });

  it('is unknown for an unknown post', () => {
    expect(postKindOf('constructor')).toBeUndefined();
  });
});
