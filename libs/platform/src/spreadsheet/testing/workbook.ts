import { inflateRawSync } from 'node:zlib';

const ENTRY = Buffer.from('PK\x01\x02', 'latin1');

/** A part of a workbook as text, found by the archive's central directory (APPNOTE 6.3.10 §4.3). */
export function partOf(workbook: Buffer, name: string): string {
  for (let at = workbook.indexOf(ENTRY); at !== -1; at = workbook.indexOf(ENTRY, at + 1)) {
    const nameLength = workbook.readUInt16LE(at + 28);
    if (workbook.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue;
    const [method, length, local] = [
      workbook.readUInt16LE(at + 10),
      workbook.readUInt32LE(at + 20),
      workbook.readUInt32LE(at + 42),
    ];
    const start = local + 30 + workbook.readUInt16LE(local + 26) + workbook.readUInt16LE(local + 28);
    const packed = workbook.subarray(start, start + length);
    return (method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
  }
  throw new Error(`no ${name} in the workbook`);
}
