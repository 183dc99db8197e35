import { toHex, utf8 } from '../bytes';
import { Malformed } from '../malformed';
import { formatNote, parseNote, type NoteSignature } from './note';

// golang.org/x/mod, sumdb/note.
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETER =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const ENOCH =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';

const someSignature = (index: number): NoteSignature => ({
  name: `key-${String(index)}`,
  id: Uint8Array.of(0, 0, 0, index),
  signature: Uint8Array.of(index),
});

describe('a signed note', () => {
  it('is its text, and who signed', () => {
    const { text, signatures } = parseNote(`${TEXT}\n${PETER}${ENOCH}`);
    expect(text).toBe(TEXT);
    expect(signatures.map(({ name, id, signature }) => [name, toHex(id), signature.length])).toEqual([
      ['PeterNeumann', 'c74f20a3', 64],
      ['EnochRoot', 'af0cfe78', 64],
    ]);
  });

  // C2SP signed-note, the example.
  it.each([
    'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n',
    `${TEXT}\n${PETER}\n${ENOCH}`,
    `\n\n${PETER}`,
  ])('is written as it was read, with empty lines in its text: %j', (note) => {
    expect(formatNote(parseNote(note))).toBe(note);
  });

  it('has the signatures of one name under several keys', () => {
    const [one, other] = [someSignature(1), { ...someSignature(2), name: 'key-1' }];
    const note = { text: TEXT, signatures: [one, other] };
    expect(parseNote(formatNote(note))).toEqual(note);
  });

  it('has signatures of any length', () => {
    const note = { text: TEXT, signatures: [{ ...someSignature(1), signature: new Uint8Array(1_000_000) }] };
    expect(parseNote(formatNote(note)).signatures[0]?.signature).toHaveLength(1_000_000);
  });

  it('has a hundred signatures and not one more', () => {
    const signatures = Array.from({ length: 101 }, (_, index) => someSignature(index));
    const hundred = formatNote({ text: TEXT, signatures: signatures.slice(1) });
    expect(parseNote(hundred).signatures).toHaveLength(100);
    expect(() => formatNote({ text: TEXT, signatures })).toThrow(Malformed);
    expect(() => parseNote(hundred + PETER)).toThrow(Malformed);
  });

  it.each([
    ['nothing', ''],
    ['no signatures', TEXT],
    ['an empty line only', `${TEXT}\n`],
    ['no end', `${TEXT}\n${PETER}`.slice(0, -1)],
    ['a control character', `\u0001${TEXT}\n${PETER}`],
    ['a tab', `a\tb\n\n${PETER}`],
    ['a byte order mark', `\ufeff${TEXT}\n${PETER}`],
    ['a byte order mark within', `a\ufeffb\n\n${PETER}`],
    ['half a character', `\ud800\n\n${PETER}`],
    ['carriage returns', `${TEXT}\n${PETER}`.replaceAll('\n', '\r\n')],
    ['a carriage return at its end', `${TEXT}\n${PETER.slice(0, -1)}\r\n`],
    ['a space in a name', `${TEXT}\n${PETER.replace('PeterNeumann', 'Bad Name')}`],
    ['a plus in a name', `${TEXT}\n${PETER.replace('PeterNeumann', 'Bad+Name')}`],
    ['no name', `${TEXT}\n${PETER.replace('PeterNeumann', '')}`],
    ['a line that is no signature', `${TEXT}\n${PETER}Unexpected line.\n`],
    ['another dash', `${TEXT}\n${PETER.replace('—', '–')}`],
    ['no space after the dash', `${TEXT}\n${PETER.replace('— ', '—')}`],
    ['two spaces', `${TEXT}\n${PETER.replace('— ', '—  ')}`],
    ['a space at the end of a line', `${TEXT}\n${PETER.replace('=\n', '= \n')}`],
    ['something after it', `${TEXT}\n${PETER}x`],
    ['an empty line after it', `${TEXT}\n${PETER}\n`],
    ['base64 without padding', `${TEXT}\n${PETER.replace('=', '')}`],
    ['base64 with stray bits', `${TEXT}\n${PETER.replace('M=', 'N=')}`],
    ['base64 for addresses', `${TEXT}\n${PETER.replace('/ZJk', '_ZJk')}`],
    ['an id without a signature', `${TEXT}\n— PeterNeumann x08gow==\n`],
    ['half an id', `${TEXT}\n— PeterNeumann x08g\n`],
    ['the same signature twice', `${TEXT}\n${PETER}${PETER}`],
    ['two signatures of one key', `${TEXT}\n${PETER}${PETER.replace('ZJku', 'ZJkv')}`],
  ])('is refused with %s', (_case, note) => {
    expect(() => parseNote(note)).toThrow(Malformed);
  });

  it.each([
    ['a text without end', { text: 'text', signatures: [someSignature(1)] }],
    ['no signatures', { text: TEXT, signatures: [] }],
    ['a name of two words', { text: TEXT, signatures: [{ ...someSignature(1), name: 'two words' }] }],
    ['an id of three bytes', { text: TEXT, signatures: [{ ...someSignature(1), id: new Uint8Array(3) }] }],
    ['an empty signature', { text: TEXT, signatures: [{ ...someSignature(1), signature: utf8('') }] }],
    ['one key twice', { text: TEXT, signatures: [someSignature(1), someSignature(1)] }],
  ])('is not written with %s', (_case, note) => {
    expect(() => formatNote(note)).toThrow(Malformed);
  });
});
