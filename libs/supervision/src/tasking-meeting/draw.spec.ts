import fc from 'fast-check';
import { hash } from 'node:crypto';
import { below, draw, isRepeated, type DrawRecord } from './draw';

const from = (payloadHash: string) => ({ event: '019a0000-0000-7000-8000-000000000000', payloadHash });

/** Test vectors of `liuhen-draw-1`, made by another program from its description. */
const VECTORS: readonly Omit<DrawRecord, 'procedure' | 'size'>[] = [
  {
    seededBy: from('0'.repeat(64)),
    population: ['黔01', '黔03', '黔27'],
    populationHash: '66b507fe0bceaa3526e499843a22352bb4b6fea46eae380543a5f3446bf19ae0',
    seed: 'd5ab983e3ceeb2c35be07dd3dddce2f6cd60ca9b92c86b9ddfb0cb21f3748593',
    drawn: ['黔27', '黔01'],
  },
  {
    seededBy: from('f'.repeat(64)),
    population: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'],
    populationHash: '5af306b9538f2bf03cef3ab056bdf784781be7495ad6b0aa753035e473ce245e',
    seed: 'c65097e251486bffcdf920e78e3bee6101d06a8fedae08601507d1185a123436',
    drawn: ['h', 'i', 'j', 'g', 'f', 'e', 'b', 'a', 'd', 'c'],
  },
  {
    // A character beyond the basic plane comes last, though its UTF-16 begins lower.
    seededBy: from('5'.repeat(64)),
    population: ['A', '\uff5e', '\u{20000}'],
    populationHash: 'ef69245f00f101639e66094be32d88858868ccd690af92e572e7b657f203a4f3',
    seed: '28eed6bf5a0485c52390e150cf934b7d4a918649a0ed244e498c9a429cec867f',
    drawn: ['\u{20000}', '\uff5e', 'A'],
  },
  {
    seededBy: from('a'.repeat(64)),
    population: ['one'],
    populationHash: '2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806',
    seed: 'c4fe2b608e225ac9f9a5c96b6fcf2ae7d1b51f062dabd9a64792943b0319c918',
    drawn: ['one'],
  },
];

const populations = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 30 });
const chances = fc.nat().map((n) => from(hash('sha256', String(n), 'hex')));

describe('a draw', () => {
  it.each(VECTORS)('of $population is as published', (vector) => {
    const { population, drawn, seededBy } = vector;
    const size = drawn.length;
    const record = { procedure: 'liuhen-draw-1', size, ...vector };
    expect(draw({ population: population.toReversed(), size, seededBy })).toEqual(record);
    expect(isRepeated(record)).toBe(true);
  });

  it('takes so many of the population, each once, whichever way the members are given', () => {
    fc.assert(
      fc.property(populations, fc.nat(30), chances, (population, most, seededBy) => {
        const size = Math.min(most, population.length);
        const record = draw({ population, size, seededBy });
        expect(new Set(record.drawn).size).toBe(size);
        expect(record.drawn).toHaveLength(size);
        expect(population).toEqual(expect.arrayContaining([...record.drawn]));
        expect(draw({ population: population.toReversed(), size, seededBy })).toEqual(record);
      }),
    );
  });

  it('of fewer is the beginning of a draw of more', () => {
    fc.assert(
      fc.property(populations, fc.nat(30), chances, (population, size, seededBy) => {
        const all = draw({ population, size: population.length, seededBy }).drawn;
        expect(draw({ population, size, seededBy }).drawn).toEqual(all.slice(0, size));
      }),
    );
  });

  it('is equally likely to take each member, and to take each first', () => {
    const population = ['1', '2', '3', '4', '5', '6', '7'];
    const draws = 5_000;
    const size = 3;
    const taken = new Map<string, number>();
    const first = new Map<string, number>();
    const count = (counts: Map<string, number>, member = '') =>
      counts.set(member, (counts.get(member) ?? 0) + 1);
    for (let nth = 0; nth < draws; nth++) {
      const seededBy = from(hash('sha256', `draw ${String(nth)}`, 'hex'));
      const { drawn } = draw({ population, size, seededBy });
      drawn.forEach((member) => count(taken, member));
      count(first, drawn[0]);
    }
    expectEven(taken, population, draws, size / population.length);
    expectEven(first, population, draws, 1 / population.length);
  });

  const changes: readonly (readonly [string, Partial<DrawRecord>])[] = [
    ['somebody else drawn', { drawn: ['黔03'] }],
    ['another population', { population: ['黔01', '黔03', '黔05'] }],
    ['the population in another order', { population: ['黔27', '黔01', '黔03'] }],
    ['another hash of the population', { populationHash: '0'.repeat(64) }],
    ['a seed that somebody chose', { seed: '0'.repeat(64) }],
    ['a chance from another event', { seededBy: from('1'.repeat(64)) }],
    ['another size', { size: 2 }],
    ['another procedure', { procedure: 'liuhen-draw-2' }],
    ['more than there are', { size: 4 }],
  ];
  it('that is right by itself is not repeated from elsewhere', () => {
    const source = { population: ['黔01', '黔03'], size: 1, seededBy: from('0'.repeat(64)) };
    expect(isRepeated(draw(source), { ...source, population: ['黔01', '黔05'] })).toBe(false);
  });

  it.each(changes)('is not repeated by a record with %s', (_, change) => {
    const source = { population: ['黔01', '黔03', '黔27'], size: 1, seededBy: from('0'.repeat(64)) };
    const record = draw(source);
    expect(isRepeated(record, source)).toBe(true);
    expect(isRepeated({ ...record, ...change })).toBe(false);
  });
});

/** Within five standard deviations of what is expected. */
function expectEven(
  counts: ReadonlyMap<string, number>,
  members: readonly string[],
  draws: number,
  chance: number,
) {
  const deviation = Math.sqrt(draws * chance * (1 - chance));
  for (const member of members)
    expect(Math.abs((counts.get(member) ?? 0) - draws * chance)).toBeLessThan(5 * deviation);
}

describe('a number below a bound', () => {
  const numbers = (...values: readonly number[]) => values[Symbol.iterator]() as Iterator<number, never>;
  const LARGEST = 2 ** 48 - 1;

  it('is the remainder', () => {
    expect(below(10, numbers(47))).toBe(7);
    expect(below(1, numbers(LARGEST))).toBe(0);
  });

  it('passes over what would make some remainders likelier than others', () => {
    // 2⁴⁸ is one more than a multiple of three.
    expect(below(3, numbers(LARGEST, LARGEST, 5))).toBe(2);
    expect(below(3, numbers(LARGEST - 1))).toBe(2);
    expect(below(2 ** 47 + 1, numbers(2 ** 47 + 1, 4))).toBe(4);
  });
});
