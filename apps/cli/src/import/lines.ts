/** One line of a file of JSON Lines. */
export interface Line {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** `undefined` where the bytes are not UTF-8. */
  readonly text: string | undefined;
  /** Bytes of the file up to the end of this line. */
  readonly readTo: number;
}

const NEWLINE = 0x0a;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The lines that are not blank, read as they are needed, so that the file may be larger than the memory. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 0;
  let readTo = 0;
  for await (const bytes of splitAtNewlines(chunks)) {
    number += 1;
    readTo += bytes.length;
    const text = decode(bytes);
    if (text !== '') yield { number, text, readTo };
  }
}

/** Each with its newline; the last one may have none. */
async function* splitAtNewlines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(NEWLINE) + 1; end > 0; end = rest.indexOf(NEWLINE) + 1) {
      yield rest.subarray(0, end);
      rest = rest.subarray(end);
    }
  }
  if (rest.length > 0) yield rest;
}

/** Without a byte order mark, and without the white space around. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes).trim();
  } catch {
    return undefined;
  }
}
