/** Of so many digits as every database and spreadsheet holds exactly; no sign but minus, no exponent, no grouping. */
const DECIMAL = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;

/** 十进制数 as text: events hold no fractions, and nothing is rounded on its way. */
export const isDecimalText = (text: string): boolean => DECIMAL.test(text);

const PLACES = 9;

/** One value less another, exactly; both decimal texts. */
export function differenceOf(value: string, other: string): string {
  const difference = scaled(value) - scaled(other);
  const digits = String(difference < 0n ? -difference : difference).padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/, '');
  const text = digits.slice(0, -PLACES) + (fraction === '' ? '' : `.${fraction}`);
  return difference < 0n ? `-${text}` : text;
}

/** In billionths. */
function scaled(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(PLACES, '0'));
  return text.startsWith('-') ? -size : size;
}
