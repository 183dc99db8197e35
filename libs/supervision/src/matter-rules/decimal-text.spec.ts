import fc from 'fast-check';
import { differenceOf, isDecimalText } from './decimal-text';

describe('a value as decimal text', () => {
  it.each(['0', '12', '-3', '0.5', '-0.000000001', '123456789012345.123456789'])('%s is one', (text) => {
    expect(isDecimalText(text)).toBe(true);
  });
  it.each(['', '1,000', '01', '1.', '.5', '1e3', '+1', '1 ', '１', '1.0000000001', 'NaN'])(
    '%s is none',
    (text) => {
      expect(isDecimalText(text)).toBe(false);
    },
  );

  it.each([
    ['0.3', '0.1', '0.2'],
    ['1', '1.5', '-0.5'],
    ['-2', '-2', '0'],
    ['10', '0.000000001', '9.999999999'],
  ])('%s less %s is %s', (value, other, difference) => {
    expect(differenceOf(value, other)).toBe(difference);
  });

  it('differs as its billionths do', () => {
    const billionths = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
    fc.assert(
      fc.property(billionths, billionths, (a, b) => differenceOf(asText(a), asText(b)) === asText(a - b)),
    );
  });
});

function asText(size: bigint): string {
  const digits = String(size < 0n ? -size : size).padStart(10, '0');
  const text = `${digits.slice(0, -9)}.${digits.slice(-9)}`.replace(/\.?0+$/, '');
  return size < 0n ? `-${text}` : text;
}
