/** A text or file that is not exactly as its format has it. Strict parsers throw nothing else. */
export class Malformed extends Error {
  override readonly name = 'Malformed';

  constructor(readonly what: string) {
    super(`malformed: ${what}`);
  }
}
