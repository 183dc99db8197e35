import { NO_QUORUM, parsePolicy, type Policy } from '@liuhen/ledger';
import { readFile } from 'node:fs/promises';

/** Whose cosignatures a deployment seeks: the policy that verifiers are given, or none. */
export abstract class VerifierPolicy {
  abstract readonly policy: Policy;
}

export const NOBODY: Policy = {
  logs: [],
  witnesses: [],
  groups: [],
  quorum: NO_QUORUM,
  required: [],
  skewSeconds: 0,
};

/** @throws Malformed, and what reading the file throws */
export const readVerifierPolicy = async (file: string | undefined): Promise<VerifierPolicy> => ({
  policy: file === undefined ? NOBODY : parsePolicy(await readFile(file, 'utf8')),
});
