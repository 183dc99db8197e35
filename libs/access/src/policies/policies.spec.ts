import { logIdentity } from '@liuhen/event-store';
import { FixedClock, MemoryEventStore, seededEntropy, TEST_DEPLOYMENT } from '@liuhen/event-store/testing';
import { isRefusal, type Act, type Party } from '@liuhen/kernel';
import { someAct, someHeader } from '@liuhen/kernel/testing';
import { Directory } from '../directory/directory';
import { seedDirectory } from '../directory/seed';
import { Policies } from './policies';

const reader = (court: string, kind = 'handlingJudge') => ({ court, kind });
const act = (court: string, party: Party = 'judge', post = `${court}.x`): Act =>
  someAct({ court, actor: { person: 'p', post, party, delegation: null } });

function codeOf(asking: () => void): string | undefined {
  try {
    asking();
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}

describe('the policies', () => {
  let policies: Policies;

  beforeAll(async () => {
    const clock = new FixedClock();
    const store = new MemoryEventStore(logIdentity(TEST_DEPLOYMENT, 'administration'));
    await seedDirectory({ store, clock, entropy: seededEntropy() }, { demonstration: true });
    const directory = new Directory(clock);
    await directory.catchUp(store);
    policies = new Policies(directory);
  });

  const mayRead = (court: string, handlingCourt: string | null, recordedByCourt = handlingCourt ?? '') =>
    policies.mayReadCase({ handlingCourt, recordedByCourt }, reader(court));

  it.each([
    ['its own', '黔0102', '黔0102', true],
    ['its own under a former code', '黔0304', '黔0321', true],
    ['those of a court beneath it', '黔01', '黔0102', true],
    ['those of a court two levels beneath it', '黔', '黔0102', true],
    ['those of a sister court', '黔0102', '黔0103', false],
    ['those of the court above it', '黔0102', '黔01', false],
    ['those of a court beneath another', '黔03', '黔0102', false],
    ['those of another province', '黔', '浙01', false],
  ])('let a court read %s: %s, case of %s, %s', (_, court, handling, expected) => {
    expect(mayRead(court, handling)).toBe(expected);
  });

  it('let those read a case from elsewhere who see the court that entered it', () => {
    expect(mayRead('黔', '浙01', '黔')).toBe(true);
    expect(mayRead('黔', null, '黔01')).toBe(true);
    expect(mayRead('黔01', '浙01', '黔')).toBe(false);
  });

  it('give no case to who keeps the machines running', () => {
    const keeper = reader('黔', 'informationOfficer');
    expect(policies.mayReadCase({ handlingCourt: '黔', recordedByCourt: '黔' }, keeper)).toBe(false);
    expect(policies.visibleCourts(keeper)).toEqual([]);
    expect(policies.mayActOn('黔', act('黔', 'supportDepartment', '黔.information-officer'))).toBe(false);
  });

  it.each<[string, string, string, Party, string, boolean]>([
    ['a leader of its court', '黔0102', 'divisionChief', 'courtLeaders', 'p', true],
    ['its trial management', '黔0102', 'trialManagementOfficer', 'trialManagement', 'p', true],
    ['a judge of the panel', '黔0102', 'handlingJudge', 'judge', 'p-panel', true],
    ['another judge of the court', '黔0102', 'handlingJudge', 'judge', 'p', false],
    ['an inspector of the same court', '黔0102', 'inspector', 'supportDepartment', 'p', false],
    ['a party secretary of the court', '黔0102', 'partySecretary', 'partyCommittee', 'p', false],
    ['a leader of the court above', '黔01', 'president', 'courtLeaders', 'p', true],
    ['trial management two courts above', '黔', 'trialManagementOfficer', 'trialManagement', 'p', true],
    ['an inspector of a court above', '黔', 'inspector', 'supportDepartment', 'p', true],
    ['a judge of the court above', '黔01', 'handlingJudge', 'judge', 'p', false],
    ['one of the panel who is in the court above now', '黔01', 'handlingJudge', 'judge', 'p-panel', false],
    ['a leader of a sister court', '黔0103', 'president', 'courtLeaders', 'p', false],
    ['a leader of a court beneath', '黔0304', 'president', 'courtLeaders', 'p', false],
    ['who keeps the machines running', '黔0102', 'informationOfficer', 'courtLeaders', 'p', false],
  ])('let the inner file be read by %s: %s %s', (who, court, kind, party, person, expected) => {
    const handlingCourt = who.endsWith('beneath') ? '黔03' : '黔0102';
    const file = { handlingCourt, recordedByCourt: handlingCourt, judges: ['p-panel'], isProtected: true };
    expect(policies.mayReadInnerFile(file, { court, kind, party, person })).toBe(expected);
  });

  it('go for the inner file by the court that hears the case, else by the one that entered it', () => {
    const leader = { court: '黔01', kind: 'president', party: 'courtLeaders', person: 'p' } as const;
    const file = { recordedByCourt: '黔01', judges: [], isProtected: false };
    expect(policies.mayReadInnerFile({ ...file, handlingCourt: null }, leader)).toBe(true);
    expect(policies.mayReadInnerFile({ ...file, handlingCourt: '浙01' }, leader)).toBe(false);
  });

  it.each([
    ['its own court', '黔0102', '黔0102', false],
    ['its own court under a former code', '黔0304', '黔0321', false],
    ['the court above', '黔01', '黔0102', true],
    ['two courts above', '黔', '黔0102', true],
    ['the court that entered a case of one beneath', '黔01', '黔0102', true],
  ])('keep what concerns the parties of a protected case from %s', (_, court, handlingCourt, expected) => {
    const file = { handlingCourt, recordedByCourt: court, judges: [] };
    const asking = { court, kind: 'president' };
    expect(policies.masksPersonal({ ...file, isProtected: true }, asking)).toBe(expected);
    expect(policies.masksPersonal({ ...file, isProtected: false }, asking)).toBe(false);
  });

  it('go by the court that entered a protected case, where the record names no other', () => {
    const file = { handlingCourt: null, recordedByCourt: '黔0102', judges: [], isProtected: true };
    expect(policies.masksPersonal(file, { court: '黔0102', kind: 'president' })).toBe(false);
    expect(policies.masksPersonal(file, { court: '黔01', kind: 'president' })).toBe(true);
  });

  it('say of a case that may not be read that it does not exist', () => {
    const reading = () =>
      policies.requireMayReadCase({ handlingCourt: '黔01', recordedByCourt: '黔01' }, reader('黔02'));
    expect(codeOf(reading)).toBe('case-not-found');
  });

  it.each([
    ['its own', '黔0102', '黔0102', undefined],
    ['its own under a former code', '黔0304', '黔0321', undefined],
    ['a case beneath it', '黔01', '黔0102', 'not-own-court'],
    ['a case that it may not read', '黔0102', '黔01', 'case-not-found'],
    ['a case of an unknown court', '黔0102', null, 'case-not-found'],
  ])('let a court act on %s: %s on %s', (_, court, of, code) => {
    expect(codeOf(() => policies.requireMayActOn(of, act(court)))).toBe(code);
  });

  it('let the case system import for any court, and do nothing else there', () => {
    const importing: Act = { ...act('黔', 'system'), source: 'imported' };
    expect(policies.mayActOn('浙01', importing)).toBe(true);
    expect(policies.mayActOn(null, importing)).toBe(true);
    expect(policies.mayActOn('浙01', { ...importing, source: 'live' })).toBe(false);
  });

  it('list the codes whose cases a court sees, former ones included', () => {
    expect(policies.visibleCourts(reader('黔0102'))).toEqual(['黔0102']);
    const seen = policies.visibleCourts(reader('黔03'));
    expect(seen).toEqual(expect.arrayContaining(['黔03', '黔0304', '黔0321']));
    expect(seen).not.toContain('黔0102');
    expect(policies.visibleCourts(reader('黔')).length).toBeGreaterThan(98);
  });

  it.each([
    ['黔0304', 'president', { courts: ['黔0304', '黔0321'], oversees: true, within: true }],
    ['黔0102', 'handlingJudge', { courts: ['黔0102'], oversees: false, within: true }],
    ['黔', 'informationOfficer', { courts: ['黔'], oversees: false, within: false }],
  ])(
    'let a court’s matters alone be asked for, those of former codes included: %s, %s',
    (court, kind, sight) => {
      expect(policies.matterSight(reader(court, kind))).toEqual(sight);
    },
  );

  it('let no event of the inner file or the isolated record into the feed', () => {
    const header = someHeader({ court: '黔0102', case: '（2024）黔0102民初1号' });
    expect(policies.mayReadEvent(header, reader('黔0102'))).toBe(true);
    expect(policies.mayReadEvent({ ...header, secrecy: 'inner' }, reader('黔0102'))).toBe(false);
    expect(policies.mayReadEvent({ ...header, secrecy: 'isolated' }, reader('黔0102'))).toBe(false);
  });

  it('go by the court of the case number as well as by the court that acted', () => {
    const header = someHeader({ court: '黔', case: '（2024）黔0102民初1号' });
    expect(policies.mayReadEvent(header, reader('黔0102'))).toBe(true);
    expect(policies.mayReadEvent(header, reader('黔0103'))).toBe(false);
    expect(policies.mayReadEvent({ ...header, case: null }, reader('黔0102'))).toBe(false);
  });
});
