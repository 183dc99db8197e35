import { createHash } from 'node:crypto';

/** Pages by id; an empty one is there no more. */
export type Pages = ReadonlyMap<string, Uint8Array>;

/** Where a page's content lies. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/** Mark, length of the body in bytes, SHA-256 of the body. */
const MARK = Buffer.from('LHP1');
export const HEADER_BYTES = MARK.length + 4 + 32;

/** What a commit appends: the header, and as its body page after page with the lengths of id and content. */
export function blockOf(pages: Pages): Buffer {
  const body = Buffer.concat([...pages].flatMap(([id, content]) => [pageHeader(id, content), content]));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([MARK, length, digestOf(body), body]);
}

/** Length of the body that follows; `undefined` where no block begins. */
export const bodyLength = (header: Buffer): number | undefined =>
  header.length === HEADER_BYTES && header.subarray(0, MARK.length).equals(MARK)
    ? header.readUInt32BE(MARK.length)
    : undefined;

export const isWhole = (header: Buffer, body: Buffer): boolean =>
  header.subarray(HEADER_BYTES - 32).equals(digestOf(body));

/** Where the pages of a body lie, from its beginning. */
export function* placesIn(body: Buffer): Generator<readonly [id: string, place: Place]> {
  for (let at = 0; at < body.length;) {
    const idLength = body.readUInt16BE(at);
    const length = body.readUInt32BE(at + 2);
    const id = body.toString('utf8', at + 6, at + 6 + idLength);
    at += 6 + idLength;
    yield [id, { at, length }];
    at += length;
  }
}

function pageHeader(id: string, content: Uint8Array): Buffer {
  const name = Buffer.from(id);
  const header = Buffer.alloc(6);
  header.writeUInt16BE(name.length);
  header.writeUInt32BE(content.length, 2);
  return Buffer.concat([header, name]);
}

const digestOf = (body: Buffer): Buffer => createHash('sha256').update(body).digest();
