import type { VerifierKey } from '../note/keys';
import type { CheckName } from './checks';

/** A log that is believed if it signs. */
export interface PolicyLog extends VerifierKey {
  readonly url?: string;
}

/** A cosigner, under the name that it has in the policy. */
export interface Witness {
  readonly name: string;
  readonly key: VerifierKey;
  readonly url?: string;
}

/** Counts as one that cosigned once so many of its members have: witnesses, or groups named before. */
export interface Group {
  readonly name: string;
  readonly threshold: number;
  readonly members: readonly string[];
}

/** 核验策略: whose word is taken, and what must have been checked before anything is called verified. */
export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly Witness[];
  readonly groups: readonly Group[];
  /** A witness, a group, or `none`. */
  readonly quorum: string;
  readonly required: readonly CheckName[];
  /** Types of events that count only with their person's own signature. */
  readonly signed?: readonly string[];
  /** How old the last cosigned checkpoint may be. */
  readonly freshnessSeconds?: number;
  /** By how much clocks may differ; none unless granted. */
  readonly skewSeconds: number;
}

/** The quorum of those who rely on the log alone. */
export const NO_QUORUM = 'none';

/** Whether enough witnesses, named as in the policy, have cosigned. */
export function quorumMet({ witnesses, groups, quorum }: Policy, witnessNames: ReadonlySet<string>): boolean {
  const met = new Set(witnesses.map(({ name }) => name).filter((name) => witnessNames.has(name)));
  for (const { name, threshold, members } of groups)
    if (members.filter((member) => met.has(member)).length >= threshold) met.add(name);
  return quorum === NO_QUORUM || met.has(quorum);
}
