import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTried } from './support/try-all';
import type { Cell } from './table/cell';
import { CELLS } from './table/cells';
import { KIND_IDS, type Kind } from './table/kinds';
import { PLACE_IDS, PLACES } from './table/places';

const ROOT = join(__dirname, '..', '..');
const POWERS = ['A', 'B', 'C', 'D'];

const cells = PLACE_IDS.flatMap((place) =>
  Object.entries(CELLS[place] as Readonly<Record<string, Cell>>).map(([kind, cell]) => ({
    place,
    kind: kind as Kind,
    cell,
  })),
);
const tried = cells.flatMap(({ cell }) => (isTried(cell) ? cell : []));

describe('the table of tamperings', () => {
  it('has 38 places and 38 kinds, each of which is somewhere in it', () => {
    expect(PLACE_IDS).toEqual(Array.from({ length: 38 }, (_, at) => `P${String(at + 1)}`));
    expect(KIND_IDS).toEqual(Array.from({ length: 38 }, (_, at) => `T${String(at + 1)}`));
    expect(new Set(cells.map(({ kind }) => kind))).toEqual(new Set(KIND_IDS));
  });

  it.each(PLACE_IDS)('accounts for all that is tried at %s', (place) => {
    expect(Object.keys(CELLS[place]).sort()).toEqual([...PLACES[place].kinds].sort());
  });

  it('says of what is not tried why, and where it is', () => {
    const threatModel = readFileSync(join(ROOT, 'docs', 'threat-model.md'), 'utf8');
    for (const { cell } of cells)
      if ('elsewhere' in cell)
        expect([cell.elsewhere, existsSync(join(ROOT, cell.elsewhere))]).toContain(true);
      else if ('notDetectable' in cell) expect(threatModel).toContain(`**${cell.notDetectable}`);
      else if ('notHere' in cell) expect(cell.notHere).not.toBe('');
  });

  it('is tried by attackers of every power', () => {
    const byPower = POWERS.map((power) => tried.filter((one) => one.power === power).length);
    const untried = cells.length - cells.filter(({ cell }) => isTried(cell)).length;
    console.log(
      `${String(cells.length)} cells, ${String(untried)} of them not tried here; ${String(tried.length)} tamperings, by power ${POWERS.join('/')}: ${byPower.join('/')}`,
    );
    expect(byPower).not.toContain(0);
  });
});
