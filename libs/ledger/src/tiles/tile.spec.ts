import fc from 'fast-check';
import { Malformed } from '../malformed';
import { MUTANTS, mistaken } from '../testing/mutants';
import { entriesPath, parseTilePath, tilePath, tilesBetween, tilesOf } from './tile';

type Parsed = ReturnType<typeof parseTilePath>;

const pathOf = (file: Parsed): string => (file.level === 'entries' ? entriesPath(file) : tilePath(file));

describe('a tile', () => {
  it.each([
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 1, index: 0, width: 17 }, 'tile/1/000.p/17'],
    [{ level: 0, index: 273, width: 112 }, 'tile/0/273.p/112'],
    [{ level: 2, index: 1_000, width: 1 }, 'tile/2/x001/000.p/1'],
  ])('%j has the path %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it('has its entries beside it', () => {
    expect(entriesPath({ index: 1_234_067, width: 5 })).toBe('tile/entries/x001/x234/067.p/5');
    expect(parseTilePath('tile/entries/x001/x234/067.p/5')).toEqual({
      level: 'entries',
      index: 1_234_067,
      width: 5,
    });
  });

  it.each([
    '',
    'tile/0/0',
    'tile/00/000',
    'tile/0/x000/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/64/000',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/x1/000',
    'tile/-1/000',
    'tile/0/000\n',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/x009/x007/x199/x254/x740/992',
    'tile/0/001/000',
    'tile/0/x001',
    'tile/0/x001/000.p',
    'tile/0/000.p/257',
    'tile/0/000.p/1/',
    'tile/0/000.P/1',
    'tile/Entries/000',
    'tile/8/0/x001/000',
  ])('has no other path, such as %j', (path) => {
    expect(() => parseTilePath(path)).toThrow(Malformed);
  });

  it('has one path, whichever it is', () => {
    const tile = fc.record({
      level: fc.integer({ min: 0, max: 63 }),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tile, (one) => {
        expect(parseTilePath(tilePath(one))).toEqual(one);
      }),
    );
  });

  it.each([
    'tile/0/x001/x234/067',
    'tile/12/x001/000.p/112',
    'tile/entries/000.p/1',
    'tile/entries/x009/x007/x199/x254/x740/991',
  ])('has no other path that looks like %s', (path) => {
    const isTaken = (mutant: string) => pathOf(parseTilePath(mutant)) !== mutant;
    expect(mistaken(path, isTaken, MUTANTS / 20)).toEqual([]);
  });
});

describe('the tiles of a tree', () => {
  it('of 70,000 leaves are those of the C2SP example', () => {
    const tiles = tilesOf(70_000);
    const at = (level: number) => tiles.filter((tile) => tile.level === level);
    expect(at(0)).toHaveLength(274);
    expect(at(0).filter(({ width }) => width === 256)).toHaveLength(273);
    expect(at(0).at(-1)).toEqual({ level: 0, index: 273, width: 112 });
    expect(at(1)).toEqual([
      { level: 1, index: 0, width: 256 },
      { level: 1, index: 1, width: 17 },
    ]);
    expect(at(2)).toEqual([{ level: 2, index: 0, width: 1 }]);
    expect(at(3)).toEqual([]);
  });

  it('that change when it grows are those that it had not, or had narrower', () => {
    const sizes = fc.tuple(fc.nat(200_000), fc.nat(200_000));
    fc.assert(
      fc.property(sizes, ([from, more]) => {
        const before = new Set(tilesOf(from).map(tilePath));
        const changed = tilesOf(from + more).filter((tile) => !before.has(tilePath(tile)));
        expect(tilesBetween(from, from + more)).toEqual(changed);
      }),
      { numRuns: 30 },
    );
  });
});
