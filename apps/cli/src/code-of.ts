/** The code whose Chinese name is printed. */
export function codeOf<Code extends string>(
  names: Readonly<Record<Code, string>>,
  printed: string,
): Code | undefined {
  for (const code in names) if (names[code] === printed) return code;
  return undefined;
}
