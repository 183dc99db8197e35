import type { JsonObject } from '../json';
import type { Message } from '../message';
import { payloadData, type PayloadText } from './payload';
import type { EventHeader } from './header';
import type { SealedEvent } from './sealed-event';

/** How an event type is read: its current schema, and one step up from each earlier one. */
export interface EventType<Data extends object = object> {
  readonly schema: number;
  /** `upcasts[n]` turns data of schema n + 1 into schema n + 2. They meet data without the erasable fields, too. */
  readonly upcasts?: readonly ((data: JsonObject) => JsonObject)[];
  /** 可以依法遮蔽的字段: all of its fields that may ever be taken away; see {@link ErasableField}. */
  readonly erasable?: { readonly [Field in keyof Data]?: ErasableField<Data[Field]> };
}

/**
 * A field of parties' personal data, or of attachments: what may be taken away for good, and what other courts do not see
 * of a protected case. Never an opinion, a reason, an actor, or what the court itself
 * drew up.
 */
export interface ErasableField<Value = unknown> {
  /** As users call it. */
  readonly title: string;
  /** What is read in its place once it is withheld, so that states and read models need not know. */
  readonly reads: Value;
}

/** Only for the compiler: lets it tell the events from a table of their types. */
declare const EVENT: unique symbol;

/** The events that a decider or a projection knows, by type. All others are passed over. */
export type EventTypes<Event extends Message = Message> = {
  readonly [Type in Event['type']]: EventType<Extract<Event, { type: Type }>['data']>;
} & {
  readonly [EVENT]?: Event;
};

/** Opaque place of an event in its log; only the store that gave it can compare two. */
export type Position = string & { readonly __position: never };

/** An event as the log holds it. */
export interface StoredEvent extends SealedEvent {
  readonly position: Position;
}

/** An event as a decider or a projection reads it, its data in the current schema. */
export type Recorded<Event extends Message> = Event & Pick<StoredEvent, 'header' | 'position' | 'leafHash'>;

/** The event with other text for its payload: a stored one may be more than its own members tell. */
export const withPayload = (
  { header, headerText, leafHash, position }: StoredEvent,
  payloadText: PayloadText,
): StoredEvent => ({ header, headerText, payloadText, leafHash, position });

export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

/** The event if its type is known, in its current schema. The only place where schemas are raised. */
export function decode<Event extends Message>(
  types: EventTypes<Event>,
  { header, payloadText, position, leafHash }: StoredEvent,
): Recorded<Event> | undefined {
  if (!isKnown(types, header.type)) return undefined;
  const type: EventType = types[header.type];
  const data = withStandIns(type, upcast(type, header, payloadData(payloadText)));
  return { type: header.type, data, header, position, leafHash } as unknown as Recorded<Event>;
}

export const decodeAll = <Event extends Message>(
  types: EventTypes<Event>,
  events: readonly StoredEvent[],
): readonly Recorded<Event>[] => events.flatMap((event) => decode(types, event) ?? []);

const isKnown = <Event extends Message>(types: EventTypes<Event>, type: string): type is Event['type'] =>
  Object.hasOwn(types, type);

function upcast({ schema, upcasts = [] }: EventType, header: EventHeader, data: JsonObject): JsonObject {
  if (header.schema > schema) throw new UnreadableEvent(`${header.type} of schema ${String(header.schema)}`);
  return upcasts.slice(header.schema - 1).reduce((value, step) => step(value), data);
}

/** The fields of the type that may ever be taken away, by name. */
export const erasableFields = ({ erasable }: EventType): Readonly<Record<string, ErasableField>> => ({
  ...erasable,
});

/** A withheld field reads as its type says. */
function withStandIns(type: EventType, data: JsonObject): JsonObject {
  if (type.erasable === undefined) return data;
  const standIns = Object.entries(erasableFields(type)).map(([field, { reads }]) => [field, reads]);
  return { ...(Object.fromEntries(standIns) as JsonObject), ...data };
}
