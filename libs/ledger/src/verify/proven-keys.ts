import {
  chinaDateOf,
  epochMsOf,
  type CalendarDate,
  type EventHeader,
  type Instant,
  type JsonObject,
  type JsonValue,
} from '@liuhen/kernel';
import { personKeyOf, type PersonKey } from '../command-signature/person-key';
import { keyStreamOf } from '../ledger-events';
import type { Leaf } from './evidence';

const [REGISTERED, REVOKED] = ['PersonKeyRegistered', 'PersonKeyRevoked'];

/** A person's key, as its registration and its revocation tell it. */
export interface ProvenKey extends PersonKey {
  readonly person: string;
  readonly from: CalendarDate;
  /** Exclusive. */
  readonly until: CalendarDate | null;
  readonly registeredAt: Instant;
  /** Each from a day on; whatever was signed on it before the revocation was recorded stays signed. */
  readonly revocations: readonly { readonly on: CalendarDate; readonly at: Instant }[];
}

/** From the events of the streams of keys. */
export const provenKeys = (events: readonly Leaf[]): readonly ProvenKey[] =>
  keysToldBy(
    events.flatMap(({ shown }) =>
      shown?.header && shown.payload.data ? [{ header: shown.header, data: shown.payload.data }] : [],
    ),
  );

/** An event, read. */
export interface ToldEvent {
  readonly header: EventHeader;
  readonly data: JsonObject;
}

/** What is said of keys, believed as it is said. */
export const keysToldBy = (told: readonly ToldEvent[]): readonly ProvenKey[] =>
  told
    .flatMap(({ header, data }) => keyIn(header, data))
    .map((key) => ({ ...key, revocations: revocationsOf(key, told) }));

function keyIn({ type, stream, recordedAt }: EventHeader, data: JsonObject): readonly ProvenKey[] {
  const { person, jwk, from, until } = data;
  if (type !== REGISTERED || typeof person !== 'string' || stream !== keyStreamOf(person)) return [];
  if (typeof from !== 'string' || !(until === null || typeof until === 'string') || !isObject(jwk)) return [];
  try {
    return [{ ...personKeyOf(jwk), person, from, until, registeredAt: recordedAt, revocations: [] }];
  } catch {
    return [];
  }
}

const revocationsOf = (key: PersonKey & { readonly person: string }, told: readonly ToldEvent[]) =>
  told.flatMap(({ header, data: { thumbprint, on } }) =>
    header.type === REVOKED &&
    header.stream === keyStreamOf(key.person) &&
    thumbprint === key.thumbprint &&
    typeof on === 'string'
      ? [{ on, at: header.recordedAt }]
      : [],
  );

/** Whether what an event does to a key is hidden. */
export const isKeyWithheld = ({ shown }: Leaf): boolean =>
  (shown?.header?.type === REGISTERED || shown?.header?.type === REVOKED) &&
  shown.payload.withheld.length > 0;

/** Whether the key counted at that moment. @param skewSeconds by which the clocks of two servers may differ */
export function isInForce(
  { from, until, registeredAt, revocations }: ProvenKey,
  at: Instant,
  skewSeconds: number,
): boolean {
  const day = chinaDateOf(at);
  const isAfter = (moment: Instant): boolean => epochMsOf(at) > epochMsOf(moment) + 1_000 * skewSeconds;
  const isBefore = (moment: Instant): boolean => epochMsOf(at) < epochMsOf(moment) - 1_000 * skewSeconds;
  return (
    !isBefore(registeredAt) &&
    from <= day &&
    (until === null || day < until) &&
    !revocations.some((revocation) => day >= revocation.on && isAfter(revocation.at))
  );
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
