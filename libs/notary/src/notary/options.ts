import type { Runtime } from '@liuhen/event-store';
import type { LogName, Sql } from '@liuhen/kernel';
import type { SignerClient } from '@liuhen/signing';
import type { ReachableWitness } from '../cosigning/cosign';

export type NotaryReport =
  /** The signer refuses, or cannot be reached; it is asked again. */
  | { readonly kind: 'not-signed'; readonly log: LogName; readonly error: unknown }
  | {
      readonly kind: 'not-cosigned';
      readonly log: LogName;
      readonly witness: string;
      readonly error: unknown;
    }
  /** It tries again; what is wrong may need an operator. */
  | { readonly kind: 'failed'; readonly log: LogName; readonly error: unknown };

export interface NotaryOptions {
  readonly runtime: Runtime;
  /** As the application role. */
  readonly databaseUrl: string;
  /** Of the same role, for what does not need the log's own connection. */
  readonly db: Sql;
  readonly signer: Pick<SignerClient, 'state' | 'sign'>;
  readonly witnesses: readonly ReachableWitness[];
  /** Heads are recorded so often where something has changed. */
  readonly headsMs: number;
  readonly report: (report: NotaryReport) => void;
}
