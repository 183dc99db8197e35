export type MigrationFault =
  | 'server-too-old'
  | 'log-has-other-identity'
  | 'owner-password-missing'
  | 'application-role-missing'
  | 'application-role-unusable'
  | 'application-role-too-powerful';

/** What an operator can read and act upon; `code` is stable, the message is Chinese. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';

  constructor(
    readonly code: MigrationFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
