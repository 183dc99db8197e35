import type { CalendarDate, EventTypes, Message } from '@liuhen/kernel';
import type { KeyAlgorithm, PublicKey } from './public-key';

/** 签名密钥登记: what a person signs with this key from that day on is theirs. */
export type PersonKeyRegistered = Message<
  'PersonKeyRegistered',
  {
    person: string;
    jwk: PublicKey;
    algorithm: KeyAlgorithm;
    /** RFC 7638, SHA-256, base64url. */
    thumbprint: string;
    from: CalendarDate;
    /** Exclusive. */
    until: CalendarDate | null;
  }
>;

/** 注销: nothing is signed with it from that day on; what was signed before stays signed. */
export type PersonKeyRevoked = Message<
  'PersonKeyRevoked',
  { person: string; thumbprint: string; on: CalendarDate }
>;

export type KeyEvent = PersonKeyRegistered | PersonKeyRevoked;

export const keyEvents: EventTypes<KeyEvent> = {
  PersonKeyRegistered: { schema: 1 },
  PersonKeyRevoked: { schema: 1 },
};

const STREAM = 'key-';

/** All keys of one person. */
export const keyStream = (person: string): string => `${STREAM}${person}`;

export const personOfKeyStream = (stream: string): string | undefined =>
  stream.startsWith(STREAM) ? stream.slice(STREAM.length) : undefined;

export const isKeyStream = (stream: string): boolean => personOfKeyStream(stream) !== undefined;
