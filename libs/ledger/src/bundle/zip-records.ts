import { utf8 } from '../bytes';
import { crc32 } from './crc32';

/** Version 1.0 is all that is needed to extract what is only stored. */
const VERSION = 10;
/** 1 January 1980, as MS-DOS counts: the time of every file. */
const DATE = 0x0021;

/** Where the sizes are in a record, and how long it is without the name. */
export const CENTRAL = { bytes: 46, size: 24, nameLength: 28, offset: 42 } as const;
export const LOCAL = { bytes: 30 } as const;
export const END = { bytes: 22, count: 10, offset: 16 } as const;

/** A file's two headers: before its content, and in the directory at the end. */
export function fileRecords(
  name: string,
  content: Uint8Array,
  offset: number,
): { readonly local: Uint8Array; readonly central: Uint8Array } {
  const path = utf8(name);
  const described = [
    ...[u16(VERSION), u16(0), u16(0), u16(0), u16(DATE)],
    ...[u32(crc32(content)), u32(content.length), u32(content.length), u16(path.length), u16(0)],
  ];
  return {
    local: record(u32(0x04034b50), ...described, path),
    central: record(
      ...[u32(0x02014b50), u16(VERSION), ...described],
      ...[u16(0), u16(0), u16(0), u32(0), u32(offset), path],
    ),
  };
}

export const endRecord = (count: number, size: number, offset: number): Uint8Array =>
  record(u32(0x06054b50), u16(0), u16(0), u16(count), u16(count), u32(size), u32(offset), u16(0));

const record = (...fields: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(fields.flatMap((field) => [...field]));

const u16 = (value: number): readonly number[] => [value & 0xff, value >>> 8];
const u32 = (value: number): readonly number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
