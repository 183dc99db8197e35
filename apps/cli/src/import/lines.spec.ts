import { linesOf } from './lines';

async function linesIn(...chunks: readonly (string | Uint8Array)[]) {
  const lines = [];
  for await (const line of linesOf(inChunks(chunks))) lines.push(line);
  return lines;
}

async function* inChunks(chunks: readonly (string | Uint8Array)[]) {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

describe('the lines of an import', () => {
  it('are numbered as an editor shows them, blank ones counted and left out', async () => {
    expect(await linesIn('{"a":1}\n\n  \r\n{"b":2}\r\n')).toEqual([
      { number: 1, text: '{"a":1}', readTo: 8 },
      { number: 4, text: '{"b":2}', readTo: 22 },
    ]);
  });

  it('do not depend on where the file is cut into pieces', async () => {
    const file = Buffer.from('{"案":"一"}\n{"号":"二"}\n');
    const whole = await linesIn(file);
    for (let cut = 1; cut < file.length; cut++)
      expect(await linesIn(file.subarray(0, cut), file.subarray(cut))).toEqual(whole);
  });

  it('include a last one without a newline', async () => {
    expect(await linesIn('a\nb')).toMatchObject([{ text: 'a' }, { number: 2, text: 'b', readTo: 3 }]);
  });

  it('begin after a byte order mark', async () => {
    expect(await linesIn('\ufeff{}\n')).toMatchObject([{ text: '{}' }]);
  });

  it('have no text where the bytes are not UTF-8, and the next line is read all the same', async () => {
    expect(await linesIn(Buffer.from([0xb0, 0xb8, 0x0a]), 'b')).toMatchObject([
      { text: undefined },
      { text: 'b' },
    ]);
  });

  it('are none in an empty file', async () => {
    expect(await linesIn('')).toEqual([]);
  });
});
