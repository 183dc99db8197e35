import type { Chance } from '../../support/chance';

/** A type of columns: how its values are read and written as text, and how they are changed a little. */
export interface StoredType {
  readonly read: (column: string) => string;
  readonly write: (text: string) => string;
  /** In how many ways a value can be changed. The first `near` of them change it least. */
  readonly ways: (value: string) => { readonly near: number; readonly all: number };
  /** `undefined` where that way leads to no value. */
  readonly changed: (value: string, way: number) => string | undefined;
}

type Written = Pick<StoredType, 'read' | 'write'>;

const castTo = (type: string): Written => ({
  read: (column) => `${column}::text`,
  write: (text) => `${text}::${type}`,
});

/** Bit by bit. */
const digits = (written: Written): StoredType => ({
  ...written,
  ways: ({ length }) => ({ near: 4 * length, all: 4 * length }),
  changed: (value, way) => {
    const at = way >> 2;
    const digit = parseInt(value.charAt(at), 16) ^ (1 << (way & 3));
    return value.charAt(at) === '-'
      ? undefined
      : value.slice(0, at) + digit.toString(16) + value.slice(at + 1);
  },
});

/** One more, one less, then so many of its bits. */
const integer = (size: number, written: Written, bits = size): StoredType => ({
  ...written,
  ways: () => ({ near: 2, all: 2 + bits }),
  changed: (value, way) => {
    const number = BigInt(value);
    if (way < 2) return String(way === 0 ? number + 1n : number - 1n);
    return String(BigInt.asIntN(size, number ^ (1n << BigInt(way - 2))));
  },
});

const UNIT = 16;

/** A bit of a character; what has none gets one. */
const characters: StoredType = {
  ...castTo('text'),
  ways: ({ length }) => ({ near: UNIT * length || 1, all: UNIT * length || 1 }),
  changed: (value, way) => {
    if (value === '') return '0';
    const at = Math.floor(way / UNIT);
    const unit = value.charCodeAt(at) ^ (1 << (way % UNIT));
    const changed = value.slice(0, at) + String.fromCharCode(unit) + value.slice(at + 1);
    return unit !== 0 && changed.isWellFormed() ? changed : undefined;
  },
};

const TYPES: Readonly<Record<string, StoredType>> = {
  boolean: {
    ...castTo('boolean'),
    ways: () => ({ near: 1, all: 1 }),
    changed: (value) => String(value !== 'true'),
  },
  text: characters,
  bytea: digits({
    read: (column) => `encode(${column}, 'hex')`,
    write: (text) => `decode(${text}, 'hex')`,
  }),
  uuid: digits(castTo('uuid')),
  smallint: integer(16, castTo('smallint')),
  integer: integer(32, castTo('integer')),
  interval: {
    ...castTo('interval'),
    ways: () => ({ near: 1, all: 1 }),
    changed: (value) => `${value}.5`,
  },
  bigint: integer(64, castTo('bigint')),
  // In microseconds; the bits are those of the next nine thousand years.
  'timestamp with time zone': integer(
    64,
    {
      read: (column) => `(extract(epoch from ${column}) * 1000000)::bigint::text`,
      write: (text) => `timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond'`,
    },
    58,
  ),
};

export function storedType(name: string): StoredType {
  const type = TYPES[name];
  if (!type) throw new Error(`nobody has said how a ${name} is changed`);
  return type;
}

/** By chance, one of the least changes. */
export function nearTo(random: Chance, type: StoredType, value: string): string {
  const way = Math.floor(random() * type.ways(value).near);
  return type.changed(value, way) ?? nearTo(random, type, value);
}
