import { KINDS, type Kind } from '../table/kinds';
import { PLACES, type Place } from '../table/places';
import type { Cell, Ground, Tampering } from '../table/cell';
import { OwnGround } from './own-ground';

type SomeCells = Readonly<Partial<Record<Place, Readonly<Partial<Record<Kind, Cell>>>>>>;

/** Tries all tamperings with some places, each of which must be noticed for what it is. */
export function tryAll(cells: SomeCells): void {
  const ground = new OwnGround();
  afterAll(() => ground.close());
  let [attempted, detected] = [0, 0];
  for (const [place, kinds] of Object.entries(cells) as [Place, Readonly<Partial<Record<Kind, Cell>>>][])
    describe(`${place}, ${PLACES[place].is}:`, () => {
      for (const [kind, cell] of Object.entries(kinds) as [Kind, Cell][])
        if (isTried(cell))
          describe(`${kind}, ${KINDS[kind]}:`, () => {
            it.each(cell.map((one) => [one.name, one] as const))('%s', async (_, tampering) => {
              attempted++;
              await expectNoticed(tampering, ground);
              detected++;
            });
          });
    });
  it('are all noticed', () => {
    console.log(`${String(detected)} of ${String(attempted)} tamperings detected`);
    expect(attempted).toBeGreaterThan(0);
    expect(detected).toBe(attempted);
  });
}

export const isTried = (cell: Cell): cell is readonly [Tampering, ...Tampering[]] => Array.isArray(cell);

async function expectNoticed({ attempt, finds, first }: Tampering, ground: Ground): Promise<void> {
  const faults = await attempt(ground);
  expect(faults.map(({ code }) => code)).toEqual(expect.arrayContaining([...finds]));
  if (first !== undefined) expect(faults.find(({ code }) => code === finds[0])?.at).toBe(first);
}
