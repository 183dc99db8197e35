/** One entry of an archive. */
type Entries = Readonly<Record<string, string>>;

/** A ZIP archive of stored entries, enough for what looks at its directory. */
export function zipOf(entries: Entries, comment = ''): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [title, body] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt32LE(body.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(body.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, title, body);
    central.push(entry, title);
    offset += head.length + title.length + body.length;
  }
  return Buffer.concat([...local, ...central, endOf(central, Object.keys(entries).length, offset, comment)]);
}

function endOf(central: readonly Buffer[], count: number, offset: number, comment: string): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(Buffer.concat(central).length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([end, Buffer.from(comment)]);
}

/** The beginning of a compound file, with a directory that names the streams. */
const compoundOf = (...streams: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(70_000),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
    Buffer.alloc(100),
  ]);

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const WORD: Entries = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' };

/** A document of each allowed type, by its media type. */
export const SAMPLES: Readonly<Record<string, Buffer>> = {
  'application/pdf': Buffer.from('%PDF-1.7\n%%EOF\n'),
  'application/ofd': zipOf({ 'OFD.xml': '<OFD/>', 'Doc_0/Document.xml': '<Document/>' }),
  [DOCX]: zipOf(WORD),
  'application/msword': compoundOf('Root Entry', 'WordDocument'),
  'application/vnd.ms-works': compoundOf('WordDocument'),
  'application/wps-office.wps': compoundOf('WordDocument'),
  'text/plain': Buffer.from('审理查明：\r\n\t原告、被告于2024年订立合同。\n'),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]),
  'image/tiff': Buffer.from([0x4d, 0x4d, 0x00, 0x2a, 0x00]),
};

/** Content that is not what its media type says, and why. */
export const MISFITS: readonly (readonly [why: string, mediaType: string, content: Buffer])[] = [
  ['a program called PDF', 'application/pdf', Buffer.from('MZ\x90\x00')],
  ['a PDF that begins with something else', 'application/pdf', Buffer.from('<html>%PDF-1.7')],
  ['a PDF cut off in its first bytes', 'application/pdf', Buffer.from('%PD')],
  ['a picture called PDF', 'application/pdf', SAMPLES['image/png'] ?? Buffer.of()],
  ['an archive called OFD', 'application/ofd', zipOf({ 'x/OFD.xml': '' })],
  ['an OFD called DOCX', DOCX, SAMPLES['application/ofd'] ?? Buffer.of()],
  ['a DOCX with macros', DOCX, zipOf({ ...WORD, 'word/vbaProject.bin': '' })],
  ['a DOCX with macros in other letters', DOCX, zipOf({ ...WORD, 'word/VBAPROJECT.BIN': '' })],
  ['a DOCX without its last bytes', DOCX, zipOf(WORD).subarray(0, -1)],
  ['a DOCX whose directory is not where it should be', DOCX, Buffer.concat([zipOf({}), zipOf(WORD)])],
  ['a spreadsheet called DOC', 'application/msword', compoundOf('Workbook')],
  ['a text in GB 18030', 'text/plain', Buffer.from([0xc9, 0xf3, 0xc0, 0xed])],
  ['a text with a null character', 'text/plain', Buffer.from('a\0b')],
  ['a text cut off within a character', 'text/plain', Buffer.from('审').subarray(0, 2)],
  ['a text that turns into something else late', 'text/plain', Buffer.from(`${'审'.repeat(50_000)}\x1b[2J`)],
];
