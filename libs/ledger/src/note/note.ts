import { concat, fromBase64, toBase64, toHex } from '../bytes';
import { canonical } from '../canonical';
import { Malformed } from '../malformed';
import { isKeyName, isPlainText } from './plain-text';

/** A signature under a note, and whose it is said to be. */
export interface NoteSignature {
  readonly name: string;
  /** Of the key, four bytes. */
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

/** C2SP signed-note. Nothing is known of its signatures before they are checked. */
export interface SignedNote {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const MAX_SIGNATURES = 100;

/** @throws Malformed */
export function formatNote({ text, signatures }: SignedNote): string {
  if (!isPlainText(text) || !text.endsWith('\n') || !areDistinct(signatures)) throw new Malformed('note');
  if (signatures.length === 0 || signatures.length > MAX_SIGNATURES) throw new Malformed('note signatures');
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/** The line of a signature under a note, with its newline. @throws Malformed */
export function formatSignature({ name, id, signature }: NoteSignature): string {
  if (!isKeyName(name) || id.length !== 4 || signature.length === 0) throw new Malformed('note signature');
  return `— ${name} ${toBase64(concat(id, signature))}\n`;
}

/** @throws Malformed */
export const parseNote = canonical('note', noteIn, formatNote);

function noteIn(note: string): SignedNote {
  const end = note.lastIndexOf('\n\n') + 1;
  const lines = note.slice(end + 1).split('\n');
  return { text: note.slice(0, end), signatures: lines.slice(0, -1).map(signatureIn) };
}

function signatureIn(line: string): NoteSignature {
  const [, name = '', base64 = ''] = line.split(' ');
  const bytes = fromBase64(base64);
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}

const areDistinct = (signatures: readonly NoteSignature[]): boolean =>
  new Set(signatures.map(({ name, id }) => `${name}+${toHex(id)}`)).size === signatures.length;
