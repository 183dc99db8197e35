/** A document that lies somewhere as a whole, to look into it. */
export interface Content {
  readonly length: number;
  /** Fewer bytes than asked for at the end. */
  read(offset: number, length: number): Promise<Buffer>;
}

const PIECE = 64 * 1024;

/** The content from the beginning, a piece at a time. */
export async function* piecesOf(content: Content): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < content.length; offset += PIECE) yield await content.read(offset, PIECE);
}

/** Whether the bytes stand anywhere in the content. */
export async function contains(content: Content, wanted: Buffer): Promise<boolean> {
  const overlap = wanted.length - 1;
  for (let offset = 0; offset < content.length; offset += PIECE) {
    if ((await content.read(offset, PIECE + overlap)).includes(wanted)) return true;
  }
  return false;
}
