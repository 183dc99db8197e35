import { isRefusal } from '@liuhen/kernel';
import { someAct, someHeader } from '@liuhen/kernel/testing';
import type { Court } from './court';
import { courtDecider } from './court.decider';
import {
  administrativeSuperiorOf,
  courtAt,
  courtNumbering,
  courtsAbove,
  courtsBeneath,
  courtsOn,
  emptyCourtDirectory,
  sees,
  withCourtEvent,
  type CourtDirectory,
} from './court-directory';
import { guizhouCourts } from './guizhou-courts';

const TODAY = '2026-03-01';

/** The courts as a deployment gets them: each command decided on what the courts before it left. */
const directory: CourtDirectory = guizhouCourts.reduce((before, { courtId, stream, command }) => {
  const decision = courtDecider.decide(command, undefined, someAct(), { courtId, directory: before });
  if (isRefusal(decision)) throw decision;
  return decision.reduce(
    (courts, event) => withCourtEvent(courts, { ...event, header: someHeader({ stream }) }),
    before,
  );
}, emptyCourtDirectory);

const courts = courtsOn(directory, TODAY);
const codes = (list: readonly Court[]): readonly string[] => list.map(({ code }) => code);

describe('the courts of Guizhou', () => {
  it('are one high, nine intermediate, eighty-eight county and one railway court', () => {
    const count = (level: string, kind: string) =>
      courts.filter((court) => court.level === level && court.kind === kind).length;
    expect([
      count('high', 'ordinary'),
      count('intermediate', 'ordinary'),
      count('basic', 'ordinary'),
      count('basic', 'railway'),
      courts.length,
    ]).toEqual([1, 9, 88, 1, 99]);
  });

  it.each([
    ['黔01', 10],
    ['黔02', 4],
    ['黔03', 14],
    ['黔04', 6],
    ['黔05', 8],
    ['黔06', 10],
    ['黔23', 8],
    ['黔26', 16],
    ['黔27', 12],
  ])('%s has its %i county courts beneath it, and they have its code', (code, count) => {
    const beneath = courtsBeneath(directory, code, TODAY).filter(({ kind }) => kind === 'ordinary');
    expect(beneath).toHaveLength(count);
    for (const court of beneath) {
      expect(court.code.startsWith(code)).toBe(true);
      expect(courtsAbove(directory, court.code, TODAY)).toEqual([code, '黔', '最高法']);
    }
  });

  it('all end at the high court and the Supreme People’s Court', () => {
    expect(courtsBeneath(directory, '黔', TODAY)).toHaveLength(98);
    expect(courtsBeneath(directory, '最高法', TODAY)).toHaveLength(99);
    expect(courtsAbove(directory, '黔8601', TODAY)).toEqual(['黔01', '黔', '最高法']);
    expect(administrativeSuperiorOf(directory, '黔0102', TODAY)).toBe('黔');
    expect(administrativeSuperiorOf(directory, '黔', TODAY)).toBeUndefined();
  });

  it('have names and codes of their own', () => {
    expect(new Set(codes(courts)).size).toBe(99);
    expect(new Set(courts.map(({ name }) => name)).size).toBe(99);
    expect(courtAt(directory, '黔0102', TODAY)?.name).toBe('贵州省贵阳市南明区人民法院');
  });

  it('say of each code that is not known from print what has to be checked', () => {
    const unverified = guizhouCourts.filter(({ command }) => !command.data.verified);
    expect(unverified).toHaveLength(81);
    for (const { command } of unverified) expect(command.data.remark).toContain('核对');
  });
});

describe('a court that was re-coded', () => {
  it('is found under the code and name of the day', () => {
    expect(courtAt(directory, '黔0321', '2016-03-19')).toMatchObject({
      id: '黔0304',
      code: '黔0321',
      name: '贵州省遵义县人民法院',
    });
    expect(courtAt(directory, '黔0321', '2016-03-20')).toBeUndefined();
    expect(courtAt(directory, '黔0304', '2016-03-19')).toBeUndefined();
    expect(courtAt(directory, '黔0304', '2016-03-20')?.name).toBe('贵州省遵义市播州区人民法院');
  });

  it('is the court of the case numbers of either code, in the year of the change of both', () => {
    expect(courtNumbering(directory, '黔0321', 2016)?.id).toBe('黔0304');
    expect(courtNumbering(directory, '黔0304', 2016)?.name).toBe('贵州省遵义市播州区人民法院');
    expect(courtNumbering(directory, '黔0321', 2017)).toBeUndefined();
  });

  it('keeps its place in the chain', () => {
    expect(courtsAbove(directory, '黔0321', '2016-01-01')).toEqual(['黔03', '黔', '最高法']);
    expect(codes(courtsBeneath(directory, '黔03', '2016-01-01'))).toContain('黔0321');
    expect(codes(courtsBeneath(directory, '黔03', TODAY))).not.toContain('黔0321');
  });
});

describe('what a court sees of another', () => {
  it.each([
    ['黔0102', '黔0102', true],
    ['黔01', '黔0102', true],
    ['黔', '黔0102', true],
    ['最高法', '黔0102', true],
    ['黔01', '黔8601', true],
    ['黔0102', '黔01', false],
    ['黔03', '黔0102', false],
    ['黔0103', '黔0102', false],
    ['黔0304', '黔0321', true],
    ['黔03', '黔0321', true],
    ['黔', '川01', false],
    ['最高法', '晋0825', true],
    ['晋08', '晋0825', true],
    ['沪', '沪0109', true],
    ['沪02', '沪0109', false],
  ])('%s, of %s: %s', (reader, other, expected) => {
    expect(sees(directory, reader, other, TODAY)).toBe(expected);
  });

  it('ends with the court beneath', () => {
    const abolished = withCourtEvent(directory, {
      type: 'CourtAbolished',
      data: { on: '2026-02-01', successor: '黔0102', verified: true, remark: null },
      header: { stream: 'court-黔8601' },
    });
    expect(codes(courtsBeneath(abolished, '黔01', TODAY))).not.toContain('黔8601');
    expect(codes(courtsBeneath(abolished, '黔01', '2026-01-31'))).toContain('黔8601');
  });
});

describe('an appeal route', () => {
  it('holds from its day', () => {
    const changed = withCourtEvent(directory, {
      type: 'AppealRouteSet',
      data: { to: '川71', from: '2026-02-01', until: null, verified: true, remark: null },
      header: { stream: 'court-黔8601' },
    });
    expect(courtsAbove(changed, '黔8601', '2026-01-31')).toEqual(['黔01', '黔', '最高法']);
    expect(courtsAbove(changed, '黔8601', TODAY)).toEqual(['川71', '川', '最高法']);
  });

  it('that runs in a circle ends where it began', () => {
    const circle = withCourtEvent(directory, {
      type: 'AppealRouteSet',
      data: { to: '黔0102', from: null, until: null, verified: true, remark: null },
      header: { stream: 'court-黔01' },
    });
    expect(courtsAbove(circle, '黔0102', TODAY)).toEqual(['黔01', '黔0102']);
  });
});
