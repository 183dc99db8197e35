import { readOptions } from './options';

const read = (...args: readonly string[]) => readOptions(args, ['append', 'read'], 'results');

describe('the options', () => {
  it('are five rounds of ten seconds of everything unless said otherwise', () => {
    expect(read()).toMatchObject({
      benches: ['append', 'read'],
      seconds: 10,
      rounds: 5,
      writers: [1, 16, 64, 256],
      large: false,
      out: 'results',
    });
  });

  it('choose benchmarks, stores and writers', () => {
    expect(read('read', '--stores', 'limit,liuhen', '--writers', '2,3')).toMatchObject({
      benches: ['read'],
      stores: ['limit', 'liuhen'],
      writers: [2, 3],
    });
  });

  it.each([
    [['reed'], 'there is no benchmark reed'],
    [['--stores', 'mysql'], 'there is no store mysql'],
    [['--seconds', 'ten'], '--seconds ten'],
    [['--rounds', '0'], '--rounds 0'],
    [['--writers', '1,,2'], '--writers  is not'],
    [['--fast'], '--fast'],
  ])('that cannot be meant are refused: %j', (args, text) => {
    expect(() => read(...args)).toThrow(text);
  });
});
