import type { RegisteredKey } from '@liuhen/courts';
import type { CommandSignatures } from '@liuhen/event-store';
import { chinaDateOf, Refusal, type SignedHeader } from '@liuhen/kernel';
import {
  commandStatement,
  isSignedWith,
  Malformed,
  nodeSuite,
  parseCommandSignature,
  personKeyOf,
  type CommandSignature,
} from '@liuhen/ledger';
import { COMMAND_SIGNATURE_HEADER, runtimesOf, type Runtimes } from '@liuhen/platform';
import type { Directory } from '../directory/directory';
import { commandSignatureRefusals, refuse } from './command-signature.refusals';

/** 本人签名: the logs' runtimes, which take a command that its person signed if the signature is theirs. */
export function takingSignatures(runtimes: Runtimes, directory: Directory): Runtimes {
  const signatures: CommandSignatures = async (signed) => {
    // A key that was revoked elsewhere a moment ago is revoked.
    await directory.catchUp(runtimes.administration.store);
    requireSignedBy(directory.keys.get(signed.actor.person) ?? [], signed);
  };
  return runtimesOf((log) => ({ ...runtimes[log], signatures }));
}

/** @param keys of the person. @throws Refusal */
export function requireSignedBy(keys: readonly RegisteredKey[], signed: SignedHeader): void {
  const signature = signatureIn(signed);
  const today = chinaDateOf(signed.recordedAt);
  const key = keys.find(
    ({ thumbprint, from, until }) =>
      thumbprint === signature.key && from <= today && (until === null || today < until),
  );
  if (!key) throw refuse('signature-key-unknown', COMMAND_SIGNATURE_HEADER);
  if (!holds(key, signature, signed)) throw wrongSignature(signed);
}

function signatureIn({ command }: SignedHeader): CommandSignature {
  try {
    return parseCommandSignature(command.signature ?? '');
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw refuse('signature-malformed', COMMAND_SIGNATURE_HEADER);
  }
}

/** What was registered may be no point of its curve; nothing is signed with such a key. */
function holds({ jwk }: RegisteredKey, signature: CommandSignature, signed: SignedHeader): boolean {
  try {
    return isSignedWith(personKeyOf(jwk), signature, signed, nodeSuite);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return false;
  }
}

/** Tells what should have been signed, by which whoever builds a terminal finds the difference. */
const wrongSignature = (signed: SignedHeader): Refusal =>
  new Refusal(
    'signature-wrong',
    `${commandSignatureRefusals['signature-wrong'].text}。应签的内容为 ${commandStatement(signed)}`,
    { field: COMMAND_SIGNATURE_HEADER },
  );
