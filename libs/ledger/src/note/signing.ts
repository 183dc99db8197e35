import { concat, equalBytes, utf8 } from '../bytes';
import type { Signer, Suite } from '../suites/suite';
import type { VerifierKey } from './keys';
import type { NoteSignature } from './note';

/** What is known from a signature that holds. */
export interface CheckedSignature {
  /** When a cosigner signed, by its own clock, in seconds since 1970. */
  readonly time?: number;
}

/**
 * Signs the text of a note.
 *
 * @param at when a cosigner signs, in seconds since 1970; a log's signature has no time.
 */
export async function signNote(
  text: string,
  key: VerifierKey,
  signer: Signer,
  at?: number,
): Promise<NoteSignature> {
  if (signer.scheme !== key.scheme || !equalBytes(signer.publicKey, key.publicKey))
    throw new TypeError(`The signer does not hold the key ${key.name}.`);
  return { name: key.name, id: key.id, signature: await signatureOf(text, key, signer, at) };
}

async function signatureOf(text: string, { use }: VerifierKey, signer: Signer, at?: number) {
  if ((use === 'cosigner') !== (at !== undefined))
    throw new TypeError('A cosigner states its time, a log does not.');
  return at === undefined
    ? signer.sign(utf8(text))
    : concat(timeBytes(at), await signer.sign(cosigned(text, at)));
}

/** What the signature says, if it is the key's and holds. */
export function checkSignature(
  suite: Suite,
  text: string,
  key: VerifierKey,
  { name, id, signature }: NoteSignature,
): CheckedSignature | undefined {
  if (name !== key.name || !equalBytes(id, key.id)) return undefined;
  const holds = (message: Uint8Array, bytes: Uint8Array): boolean =>
    suite.verify(key.scheme, key.publicKey, message, bytes);
  if (key.use === 'log') return holds(utf8(text), signature) ? {} : undefined;
  const time = timeIn(signature);
  if (time === undefined) return undefined;
  return holds(cosigned(text, time), signature.subarray(TIME_BYTES)) ? { time } : undefined;
}

/** C2SP tlog-cosignature: the message of an Ed25519 cosignature; SM2 signs the same. */
const cosigned = (text: string, time: number): Uint8Array =>
  utf8(`cosignature/v1\ntime ${String(time)}\n${text}`);

const TIME_BYTES = 8;

function timeBytes(time: number): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  return bytes;
}

function timeIn({ buffer, byteOffset, length }: Uint8Array): number | undefined {
  if (length < TIME_BYTES) return undefined;
  const time = Number(new DataView(buffer, byteOffset).getBigUint64(0));
  return Number.isSafeInteger(time) ? time : undefined;
}
