import {
  leafHash,
  parseHeader,
  payloadHash,
  type Digest,
  type HashAlgorithm,
  type SealedEvent,
} from '@liuhen/kernel';

/**
 * How an event lies in EventStoreDB: as binary data, because its exact bytes are what is hashed, and JSON would not
 * keep them.
 *
 * ```
 * version 1   1 byte
 * leaf hash   32 bytes
 * lengths     4 bytes header, 4 bytes payload, big-endian
 * header      canonical JSON, UTF-8
 * payload     as it is sealed, UTF-8
 * ```
 */
const VERSION = 1;
const LEAF_AT = 1;
const LENGTHS_AT = 33;

/** What a frame adds to the bytes of header and payload. */
export const FRAME_BYTES = 41;

export class InvalidFrame extends Error {
  override readonly name = 'InvalidFrame';
}

export function encodeFrame({ headerText, payloadText, leafHash: leaf }: SealedEvent): Buffer {
  const [header, payload] = [Buffer.from(headerText), Buffer.from(payloadText)];
  const lengths = Buffer.alloc(FRAME_BYTES - LENGTHS_AT);
  lengths.writeUInt32BE(header.length);
  lengths.writeUInt32BE(payload.length, 4);
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(leaf, 'hex'), lengths, header, payload]);
}

/** Nothing is believed: every length, and both hashes from the bytes. @throws InvalidFrame */
export function decodeFrame(hash: HashAlgorithm, data: Uint8Array): SealedEvent {
  const frame = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const { leaf, headerText, payloadText } = partsOf(frame);
  if (leafHash(hash, headerText) !== leaf) throw new InvalidFrame('the header is not what was hashed');
  const header = headerOf(headerText);
  if (payloadHash(hash, payloadText) !== header.payloadHash)
    throw new InvalidFrame('the payload is not what the header says');
  return { header, headerText, payloadText, leafHash: leaf };
}

function partsOf(frame: Buffer): { leaf: Digest; headerText: string; payloadText: string } {
  if (frame[0] !== VERSION) throw new InvalidFrame(`version ${String(frame[0])}`);
  if (frame.length < FRAME_BYTES) throw new InvalidFrame('too short');
  const payloadAt = FRAME_BYTES + frame.readUInt32BE(LENGTHS_AT);
  const end = payloadAt + frame.readUInt32BE(LENGTHS_AT + 4);
  if (end !== frame.length) throw new InvalidFrame(`${String(frame.length)} bytes, not ${String(end)}`);
  return {
    leaf: frame.toString('hex', LEAF_AT, LENGTHS_AT),
    headerText: textOf(frame.subarray(FRAME_BYTES, payloadAt)),
    payloadText: textOf(frame.subarray(payloadAt)),
  };
}

/** A byte order mark is kept, as every other byte is. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    throw new InvalidFrame('not UTF-8', { cause: error });
  }
}

function headerOf(text: string): SealedEvent['header'] {
  try {
    return parseHeader(text);
  } catch (error) {
    throw new InvalidFrame('not a header', { cause: error });
  }
}
