import { logIdentity } from '@liuhen/event-store';
import { FixedClock, MemoryEventStore, seededEntropy, TEST_DEPLOYMENT } from '@liuhen/event-store/testing';
import { Directory } from '../directory/directory';
import { seedDirectory } from '../directory/seed';
import { Policies, type MatterFile } from './policies';

const inPost = (court: string, kind: string, post: string, person: string) => ({
  ...{ court, kind, person },
  post: `${court}.${post}`,
});

/** 贵阳中院's inquiry into 南明区法院, about which one of its inspectors was asked. */
const BETWEEN: MatterFile = {
  issuerCourt: '黔01',
  targetCourts: ['黔0102'],
  aimedAt: [{ post: '黔0102.division-chief.civil-1', person: null }],
  involved: [
    { post: '黔01.trial-management-director', person: null },
    { post: '黔01.inspector', person: 'p-inspector' },
    { post: '黔0102.handling-judge.civil-1', person: 'zhang-ming' },
  ],
};
const NOT_ISSUED: MatterFile = { ...BETWEEN, targetCourts: [] };

/** 南明区法院's inquiry into one of its own divisions. */
const WITHIN: MatterFile = { ...BETWEEN, issuerCourt: '黔0102' };

const midManager = inPost('黔01', 'trialManagementDirector', 'trial-management-director', 'feng-yan');
const midJudge = inPost('黔01', 'handlingJudge', 'handling-judge.civil-1', 'wang-ning');
const midInspector = inPost('黔01', 'inspector', 'inspector', 'p-inspector');
const otherInspector = { ...midInspector, person: 'p-other' };
const midOfficer = inPost('黔01', 'informationOfficer', 'information-officer', 'p-machine');
const lowPresident = inPost('黔0102', 'president', 'president', 'chen-lei');
const lowSecretary = inPost('黔0102', 'partySecretary', 'party-secretary', 'p-secretary');
const lowChief = inPost('黔0102', 'divisionChief', 'division-chief.civil-1', 'wei-hua');
const lowJudge = inPost('黔0102', 'handlingJudge', 'handling-judge.civil-1', 'zhang-ming');
const otherJudge = { ...lowJudge, person: 'he-qian' };
const lowOfficer = inPost('黔0102', 'informationOfficer', 'information-officer', 'p-machine');
const highPresident = inPost('黔', 'president', 'president', 'zhao-hong');
const sisterPresident = inPost('黔0103', 'president', 'president', 'p-sister');

describe('a matter between courts', () => {
  let policies: Policies;

  beforeAll(async () => {
    const clock = new FixedClock();
    const store = new MemoryEventStore(logIdentity(TEST_DEPLOYMENT, 'administration'));
    await seedDirectory({ store, clock, entropy: seededEntropy() }, { demonstration: true });
    const directory = new Directory(clock);
    await directory.catchUp(store);
    policies = new Policies(directory);
  });

  type Reader = typeof midManager;
  const sight = (file: MatterFile, reader: Reader): string => {
    if (policies.mayReadMatterWithin(file, reader)) return 'all';
    return policies.mayReadMatter(file, reader) ? 'what is told' : 'nothing';
  };

  it.each<[string, Reader, string]>([
    ['trial management of the issuing court', midManager, 'all'],
    ['a judge of the issuing court', midJudge, 'nothing'],
    ['the inspector who took part', midInspector, 'all'],
    ['another inspector in that post', otherInspector, 'nothing'],
    ['who keeps the machines of the issuing court running', midOfficer, 'nothing'],
    ['the president of the court aimed at', lowPresident, 'what is told'],
    ['its party secretary', lowSecretary, 'what is told'],
    ['who answers there', lowChief, 'what is told'],
    ['a judge there who was charged', lowJudge, 'what is told'],
    ['another judge there', otherJudge, 'nothing'],
    ['who keeps the machines there running', lowOfficer, 'nothing'],
    ['the president of the court above both', highPresident, 'nothing'],
    ['the president of a sister court', sisterPresident, 'nothing'],
  ])('lets %s read', (_, reader, expected) => {
    expect(sight(BETWEEN, reader)).toBe(expected);
  });

  it.each<[string, Reader]>([
    ['the president of the court aimed at', lowPresident],
    ['who will answer there', lowChief],
    ['who is charged there already', lowJudge],
  ])('does not exist before its issue for %s', (_, reader) => {
    expect(sight(NOT_ISSUED, reader)).toBe('nothing');
    expect(sight(NOT_ISSUED, midManager)).toBe('all');
  });

  it.each<[string, Reader, string]>([
    ['the president', lowPresident, 'all'],
    ['a judge who was charged on the issuing side', lowJudge, 'all'],
    ['another judge', otherJudge, 'nothing'],
    ['who answers', lowChief, 'what is told'],
    ['the president of the court above', highPresident, 'nothing'],
  ])('within one court lets %s read', (_, reader, expected) => {
    expect(sight(WITHIN, reader)).toBe(expected);
  });

  it('within one court keeps from whom it is aimed at what the issuing side does, whatever their post', () => {
    const aimedAtPresident = { ...WITHIN, aimedAt: [{ post: lowPresident.post, person: null }] };
    expect(sight(aimedAtPresident, lowPresident)).toBe('what is told');
    expect(sight({ ...aimedAtPresident, targetCourts: [] }, lowPresident)).toBe('nothing');
  });

  it('is that of a court under whichever of its codes', () => {
    const file = { ...BETWEEN, targetCourts: ['黔0321'] };
    expect(sight(file, inPost('黔0304', 'president', 'president', 'you-jie'))).toBe('what is told');
    expect(sight({ ...file, issuerCourt: '黔0321' }, inPost('黔0304', 'president', 'president', 'x'))).toBe(
      'all',
    );
  });
});
