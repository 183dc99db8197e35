/** How PostgreSQL numbers an element type, and how an element is written. */
interface Codec<Value> {
  readonly oid: number;
  /** At most so many bytes. */
  room(value: Value): number;
  /** @returns the number of bytes written. */
  write(array: Buffer, value: Value, at: number): number;
}

/** PostgreSQL counts microseconds from 2000-01-01. */
const EPOCH_MS = Date.UTC(2000, 0, 1);

const fixed = (width: number) => ({ room: () => width });

const INTEGER: Codec<number> = {
  oid: 23,
  ...fixed(4),
  write: (array, value, at) => array.writeInt32BE(value, at) - at,
};
const BIGINT: Codec<number> = {
  oid: 20,
  ...fixed(8),
  write: (array, value, at) => array.writeBigInt64BE(BigInt(value), at) - at,
};
const TIMESTAMPTZ: Codec<string> = {
  oid: 1184,
  ...fixed(8),
  write: (array, value, at) => array.writeBigInt64BE(BigInt(Date.parse(value) - EPOCH_MS) * 1_000n, at) - at,
};
const UUID: Codec<string> = {
  oid: 2950,
  ...fixed(16),
  write: (array, value, at) => array.write(value.replaceAll('-', ''), at, 'hex'),
};
/** `bytea` from hexadecimal digits. */
const BYTES: Codec<string> = {
  oid: 17,
  room: (value) => value.length / 2,
  write: (array, value, at) => array.write(value, at, 'hex'),
};
/** A UTF-16 unit takes three bytes of UTF-8 at most. */
const TEXT: Codec<string> = {
  oid: 25,
  room: (value) => value.length * 3,
  write: (array, value, at) => array.write(value, at),
};

const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;

/**
 * Writes array parameters in PostgreSQL's binary format (`array_recv`). As text, every quotation mark of a JSON text
 * would be escaped here and unescaped there, which takes four times as long.
 */
const arrayOf =
  <Value>(codec: Codec<Value>) =>
  (values: readonly (Value | null)[]): Buffer => {
    const rooms = values.map((value) => LENGTH_BYTES + (value === null ? 0 : codec.room(value)));
    const array = Buffer.allocUnsafe(rooms.reduce((sum, bytes) => sum + bytes, HEADER_BYTES));
    let at = writeHeader(array, codec.oid, values);
    for (const value of values) {
      const length = value === null ? NULL_LENGTH : codec.write(array, value, at + LENGTH_BYTES);
      at = array.writeInt32BE(length, at) + Math.max(length, 0);
    }
    return array.subarray(0, at);
  };

/** One dimension, counted from 1. */
function writeHeader(array: Buffer, oid: number, values: readonly unknown[]): number {
  const hasNull = values.includes(null) ? 1 : 0;
  return [1, hasNull, oid, values.length, 1].reduce((at, number) => array.writeInt32BE(number, at), 0);
}

export const integers = arrayOf(INTEGER);
export const bigints = arrayOf(BIGINT);
export const timestamps = arrayOf(TIMESTAMPTZ);
export const uuids = arrayOf(UUID);
export const bytes = arrayOf(BYTES);
export const texts = arrayOf(TEXT);
