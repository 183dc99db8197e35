export type SigningFault =
  | 'directory-in-use'
  | 'directory-missing'
  | 'state-missing'
  | 'state-exists'
  | 'state-damaged'
  | 'state-foreign'
  | 'state-moved'
  | 'key-missing'
  | 'key-exists'
  | 'key-exposed'
  | 'key-unreadable'
  | 'log-not-enrolled'
  | 'address-unusable'
  | 'address-in-use'
  | 'secret-unusable';

/** What an operator of a key can read and act upon; `code` is stable, the message is Chinese. */
export class SigningFailure extends Error {
  override readonly name = 'SigningFailure';

  constructor(
    readonly code: SigningFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The system's name of an error, as `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
