import type { EventHeader } from '@liuhen/kernel';
import { parseCommandSignature, type CommandSignature } from '../command-signature/detached-jws';
import { isSignedWith } from '../command-signature/sign-command';
import { Malformed } from '../malformed';
import { faultOfSigners } from './checks/signers';
import type { Evidence, Leaf } from './evidence';
import type { FindingCode } from './findings';
import { isInForce, provenKeys, type ProvenKey } from './proven-keys';

/** 本人签名 under an event: what it says of itself, and what is wrong with it. */
export interface OwnSignature extends Partial<Pick<CommandSignature, 'scheme' | 'key'>> {
  readonly fault: FindingCode | undefined;
}

/** Tells of an event what its person's own signature is worth; `undefined` of one that bears none, or is not shown. */
export function ownSignatures(evidence: Evidence): (event: Leaf) => OwnSignature | undefined {
  const { signers } = evidence;
  const keys = signers && !faultOfSigners(evidence) ? provenKeys(signers.events) : [];
  return ({ shown }) => {
    const header = shown?.header;
    const jws = header?.command.signature ?? null;
    if (!header || jws === null) return undefined;
    const signature = signatureIn(jws);
    if (!signature) return { fault: 'signature-malformed' };
    const { scheme, key } = signature;
    return { scheme, key, fault: faultOf(signature, header, keys, evidence) };
  };
}

function signatureIn(jws: string): CommandSignature | undefined {
  try {
    return parseCommandSignature(jws);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return undefined;
  }
}

function faultOf(
  signature: CommandSignature,
  header: EventHeader,
  keys: readonly ProvenKey[],
  { suite, policy }: Evidence,
): FindingCode | undefined {
  const key = keys.find(
    ({ person, thumbprint }) => person === header.actor.person && thumbprint === signature.key,
  );
  if (!key) return 'key-unregistered';
  if (!isSignedWith(key, signature, header, suite)) return 'signature-wrong';
  return isInForce(key, header.recordedAt, policy.skewSeconds) ? undefined : 'signature-out-of-force';
}
