import {
  seal,
  type Act,
  type Decided,
  type Digest,
  type EventHeader,
  type EventTypes,
  type JsonObject,
  type LogIdentity,
  type Message,
  type OccurredAt,
  type SealedEvent,
} from '@liuhen/kernel';
import type { ReliedOn } from './stream-reader';

/** Where chance enters; a port so that tests own it. */
export interface Entropy {
  /** A UUIDv7. */
  newId(): string;
  /** 32 random bytes in base64. */
  newSalt(): string;
}

/** What the events of one decision have in common. */
export interface SealingContext {
  readonly identity: LogIdentity;
  readonly stream: string;
  readonly caseNumber: string | null;
  /** The stream's last event. */
  readonly last: SealedEvent | undefined;
  readonly act: Act;
  readonly commandHash: Digest;
  readonly reliedOn: readonly ReliedOn[];
}

/** Gives the decided events their headers and links them to the stream's chain. */
export function sealDecision<Event extends Message>(
  decision: readonly Decided<Event>[],
  types: EventTypes<Event>,
  context: SealingContext,
  entropy: Entropy,
): readonly SealedEvent[] {
  const { identity, reliedOn } = context;
  let last = context.last;
  return decision.map((event) => {
    const { schema } = types[event.type as Event['type']];
    const header = headerOf(event, schema, last, context, entropy.newId());
    const data = reliedOn.length === 0 ? event.data : { ...event.data, reliedOn };
    last = seal(identity.hash, header, data as JsonObject, () => entropy.newSalt());
    return last;
  });
}

function headerOf(
  event: Decided<Message>,
  schema: number,
  last: SealedEvent | undefined,
  { identity, stream, caseNumber, act, commandHash }: SealingContext,
  id: string,
): Omit<EventHeader, 'payloadHash'> {
  return {
    v: 1,
    id,
    type: event.type,
    schema,
    log: identity.origin,
    stream,
    rev: last ? last.header.rev + 1 : 0,
    prev: last?.leafHash ?? null,
    court: act.court,
    case: caseNumber,
    actor: act.actor,
    basis: event.basis ?? act.basis,
    occurredAt: event.occurredAt === undefined ? occurrenceOf(act) : event.occurredAt,
    recordedAt: act.at,
    source: act.source,
    command: { key: act.key, hash: commandHash, signature: act.signature },
    correlation: act.correlation,
    cause: act.cause,
    secrecy: event.secrecy ?? 'open',
  };
}

/** What is recorded live happens as it is recorded. */
const occurrenceOf = ({ source, occurredAt, at }: Act): OccurredAt => (source === 'live' ? at : occurredAt);
