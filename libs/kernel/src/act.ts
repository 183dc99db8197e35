import type { AskedCommand } from './asked-command';
import type { Basis } from './basis';
import type { Party } from './responsible-party';
import type { Instant, OccurredAt } from './time';

/** Who acts: a person in a post, and for whom if delegated. It stays so after they leave. */
export interface Actor {
  readonly person: string;
  readonly post: string;
  readonly party: Party;
  readonly delegation: string | null;
}

/** Live: while it happened. Offline (补录): entered afterwards. Imported: taken from another system's record. */
export const SOURCES = { live: '实时', offline: '补录', imported: '导入' } as const;
export type Source = keyof typeof SOURCES;

/** The circumstances of a command: an explicit parameter everywhere, never ambient. */
export interface Act {
  readonly actor: Actor;
  /** Code of the court in which the actor acts. */
  readonly court: string;
  /** The moment of the attempt, from the server's clock. */
  readonly at: Instant;
  /** When what is entered afterwards happened; a live act happens as it is recorded. */
  readonly occurredAt: OccurredAt;
  readonly source: Source;
  readonly basis: readonly Basis[];
  /** Idempotency key: the same person's second command with it is answered from the first one's events. */
  readonly key: string;
  /** What was asked, as it came: the same key may ask for nothing else. `null` where nobody asked over the interface. */
  readonly asked: AskedCommand | null;
  readonly correlation: string;
  readonly cause: string | null;
  /** The person's own signature over the command, where given (detached JWS). */
  readonly signature: string | null;
}
