import { SOURCES, type Actor, type Source } from '../act';
import type { Basis } from '../basis';
import { canonicalJson } from '../canonical-json';
import { isDigest, type Digest } from '../hash';
import type { JsonObject } from '../json';
import { isParty } from '../responsible-party';
import { isInstant, isOccurredAt, type Instant, type OccurredAt } from '../time';

/** Who may see that the event exists: everyone entitled to the case, the inner file (副卷), the isolated record (三个规定). */
export const SECRECIES = { open: '公开卷', inner: '副卷', isolated: '隔离' } as const;
export type Secrecy = keyof typeof SECRECIES;

/** The hashed part of an event. Final in version 1: every field is present, absence is `null`. */
export interface EventHeader {
  readonly v: 1;
  /** UUIDv7. */
  readonly id: string;
  readonly type: string;
  /** Version of the payload's schema. */
  readonly schema: number;
  /** Origin of the log. */
  readonly log: string;
  readonly stream: string;
  /** Revision in the stream, from 0. */
  readonly rev: number;
  /** Leaf hash of revision − 1; `null` at revision 0. */
  readonly prev: Digest | null;
  /** Code of the court in which the actor acts. */
  readonly court: string;
  /** Canonical case number, where there is one and the log may show it. */
  readonly case: string | null;
  readonly actor: Actor;
  readonly basis: readonly Basis[];
  /** When it happened. */
  readonly occurredAt: OccurredAt;
  /** When the system took it: the server's clock, never the client's; never decreases within a stream. */
  readonly recordedAt: Instant;
  readonly source: Source;
  readonly command: CommandReference;
  readonly correlation: string;
  /** Id of the event that caused this one. */
  readonly cause: string | null;
  readonly secrecy: Secrecy;
  readonly payloadHash: Digest;
}

export interface CommandReference {
  readonly key: string;
  readonly hash: Digest;
  readonly signature: string | null;
}

/** The longest header in bytes of UTF-8, so that a C2SP tile's 16-bit length can carry it. */
export const MAX_HEADER_BYTES = 65_535;

export class InvalidHeader extends Error {
  override readonly name = 'InvalidHeader';
  constructor(readonly field: string) {
    super(`event header: ${field}`);
  }
}

/** The canonical text of a header: what is stored, hashed and sent, byte for byte. */
export function headerText(header: EventHeader): string {
  checkFields(header, HEADER, '');
  const text = canonicalJson(header as unknown as JsonObject);
  if (Buffer.byteLength(text) > MAX_HEADER_BYTES) throw new InvalidHeader('too long');
  return text;
}

/** Reads a header strictly: unknown or missing fields, non-integers and any other spelling are refused. */
export function parseHeader(text: string): EventHeader {
  const header: unknown = JSON.parse(text);
  if (!isEventHeader(header) || headerText(header) !== text) throw new InvalidHeader('not canonical');
  return header;
}

function isEventHeader(value: unknown): value is EventHeader {
  checkFields(value, HEADER, '');
  return true;
}

type Check = (value: unknown, path: string) => boolean;

const text: Check = (value) => typeof value === 'string' && value.length > 0;
const natural: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const orNull =
  (check: Check): Check =>
  (value, path) =>
    value === null || check(value, path);
const oneOf =
  (names: object): Check =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(names, value);

const ACTOR = { person: text, post: text, party: isParty, delegation: orNull(text) };
const COMMAND = { key: text, hash: isDigest, signature: orNull(text) };
const POLICY = { policy: text, clause: text };
const LAW = { statute: text, version: text, article: text };

const HEADER: Readonly<Record<keyof EventHeader, Check>> = {
  v: (value) => value === 1,
  id: (value) =>
    typeof value === 'string' &&
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value),
  type: text,
  schema: natural,
  log: text,
  stream: text,
  rev: natural,
  prev: orNull(isDigest),
  court: text,
  case: orNull(text),
  actor: (value, path) => checkFields(value, ACTOR, path),
  basis: (value, path) => Array.isArray(value) && value.every((basis: unknown) => checkBasis(basis, path)),
  occurredAt: isOccurredAt,
  recordedAt: isInstant,
  source: oneOf(SOURCES),
  command: (value, path) => checkFields(value, COMMAND, path),
  correlation: text,
  cause: orNull(text),
  secrecy: oneOf(SECRECIES),
  payloadHash: isDigest,
};

function checkBasis(value: unknown, path: string): boolean {
  const policy = typeof value === 'object' && value !== null && 'policy' in value;
  return checkFields(value, policy ? POLICY : LAW, path);
}

function checkFields(value: unknown, checks: Readonly<Record<string, Check>>, path: string): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InvalidHeader(path);
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const name of fields.keys()) {
    if (!Object.hasOwn(checks, name)) throw new InvalidHeader(`${path}${name}`);
  }
  for (const [name, check] of Object.entries(checks)) {
    if (!check(fields.get(name), `${path}${name}.`)) throw new InvalidHeader(`${path}${name}`);
  }
  return true;
}
