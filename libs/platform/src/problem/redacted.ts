/** What may stand in the message of somebody else's error, and belongs in no log. */
const SECRETS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@'],
  [/\b(Bearer\s+)[\w~+/.-]+=*/gi, '$1***'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '***'],
];

/** The text without passwords in addresses, tokens and private keys. */
export const redacted = (text: string): string =>
  SECRETS.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
