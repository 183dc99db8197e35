import fc from 'fast-check';
import { Malformed } from './malformed';
import { parseNatural } from './natural';
import { MUTANTS, mistaken } from './testing/mutants';

describe('a natural number', () => {
  it('is read as it is written', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (value) => parseNatural(String(value)) === value));
    expect(parseNatural('9007199254740991')).toBe(2 ** 53 - 1);
  });

  it.each([
    '',
    ' ',
    '00',
    '01',
    '+1',
    '-0',
    '-1',
    '1.0',
    '1e3',
    '0x1',
    '1n',
    '1_000',
    ' 1',
    '1 ',
    '1\n',
    '１',
    '١',
    '一',
    'NaN',
    'Infinity',
    '9007199254740992',
    '9007199254740993',
    '99999999999999999999',
  ])('is not %j', (text) => {
    expect(() => parseNatural(text)).toThrow(Malformed);
  });

  it.each(['0', '7', '1234067', '9007199254740991'])('is %s in one spelling', (text) => {
    const isTaken = (mutant: string) => String(parseNatural(mutant)) !== mutant;
    expect(mistaken(text, isTaken, MUTANTS / 20)).toEqual([]);
  });
});
