const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese: 一, 十, 十二, 二十三. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const tensText = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${tensText}${DIGITS[value % 10] ?? ''}`;
}

const VALUES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 99 }, (_, index) => [chineseNumeral(index + 1), index + 1]),
);

/** The number from 1 to 99 that the numeral, Chinese or Arabic, stands for. */
export function ordinalOf(numeral: string): number | undefined {
  const value = VALUES.get(numeral) ?? (/^\d{1,3}$/.test(numeral) ? Number(numeral) : undefined);
  return value !== undefined && value >= 1 && value <= 99 ? value : undefined;
}
