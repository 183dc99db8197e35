import { Malformed } from './malformed';

/** A natural number up to 2^53 − 1, in decimal without leading zeros. @throws Malformed */
export function parseNatural(text: string): number {
  const value = Number(text);
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text) || !Number.isSafeInteger(value)) throw new Malformed('number');
  return value;
}
