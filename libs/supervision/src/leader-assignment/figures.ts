import type { Refusal } from '@liuhen/kernel';
import { isDecimalText } from '../matter-rules/decimal-text';
import type { MatterCourt } from '../matter-rules/matter-court';
import type { Figure } from './leader-assignment.events';
import { refuse } from './leader-assignment.refusals';

/** Whether figures can stand: decimal, as of a day that has come, each indicator once. @param field of the list */
export function refuseFigures(
  figures: readonly (Figure & { readonly target?: string })[],
  { on }: Pick<MatterCourt, 'on'>,
  field: string,
): Refusal | undefined {
  for (const [place, { indicator, value, target, asOf }] of figures.entries()) {
    const at = `${field}[${String(place)}]`;
    if (figures.slice(0, place).some((earlier) => earlier.indicator === indicator))
      return refuse('assignment-figure-repeated', `${at}.indicator`);
    if (!isDecimalText(value)) return refuse('assignment-figure-not-decimal', `${at}.value`);
    if (target !== undefined && !isDecimalText(target))
      return refuse('assignment-figure-not-decimal', `${at}.target`);
    if (asOf > on) return refuse('assignment-figure-in-future', `${at}.asOf`);
  }
  return undefined;
}
