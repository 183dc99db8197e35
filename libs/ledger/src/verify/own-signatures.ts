import type { EventHeader } from '@liuhen/kernel';
import { parseCommandSignature, type CommandSignature } from '../command-signature/detached-jws';
import { isSignedWith } from '../command-signature/sign-command';
import { Malformed } from '../malformed';
import type { Suite } from '../suites/suite';
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
  const { signers, suite, policy } = evidence;
  const keys = signers && !faultOfSigners(evidence) ? provenKeys(signers.events) : [];
  return ({ shown }) => shown?.header && ownSignature(shown.header, keys, suite, policy.skewSeconds);
}

/** @param keys of all persons. @param skewSeconds by which the clocks of two servers may differ */
export function ownSignature(
  header: EventHeader,
  keys: readonly ProvenKey[],
  suite: Pick<Suite, 'verify'>,
  skewSeconds: number,
): OwnSignature | undefined {
  const jws = header.command.signature;
  if (jws === null) return undefined;
  const signature = signatureIn(jws);
  if (!signature) return { fault: 'signature-malformed' };
  const { scheme, key: thumbprint } = signature;
  const key = keys.find((one) => one.person === header.actor.person && one.thumbprint === thumbprint);
  return { scheme, key: thumbprint, fault: faultOf(signature, header, key, suite, skewSeconds) };
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
  key: ProvenKey | undefined,
  suite: Pick<Suite, 'verify'>,
  skewSeconds: number,
): FindingCode | undefined {
  if (!key) return 'key-unregistered';
  if (!isSignedWith(key, signature, header, suite)) return 'signature-wrong';
  return isInForce(key, header.recordedAt, skewSeconds) ? undefined : 'signature-out-of-force';
}
