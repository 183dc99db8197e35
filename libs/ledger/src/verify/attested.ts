import { equalBytes } from '../bytes';
import { parseCheckpoint, type Checkpoint } from '../checkpoint/checkpoint';
import type { VerifierKey } from '../note/keys';
import type { NoteSignature, SignedNote } from '../note/note';
import { checkSignature, type CheckedSignature } from '../note/signing';
import { quorumMet, type Policy } from '../policy/policy';
import type { Suite } from '../suites/suite';

/** What the signatures under a checkpoint are worth under a policy. Others than those that it names count for nothing. */
export interface Attested {
  readonly checkpoint: Checkpoint;
  /** Unknown: the policy has no key of this name. */
  readonly log: SignatureState | 'unknown';
  /** Names of the cosigners, as in the policy, whose signatures do not hold. */
  readonly wrong: readonly string[];
  /** When those that do hold were given, in seconds since 1970, by the names of the cosigners. */
  readonly times: ReadonlyMap<string, number>;
  readonly quorumMet: boolean;
  /** By when enough of them had signed; `undefined` if they are not enough, or none are asked for. */
  readonly time: number | undefined;
}

type SignatureState = 'holds' | 'wrong' | 'missing';

/** @throws Malformed if the note is no checkpoint */
export function attest(suite: Suite, policy: Policy, note: SignedNote): Attested {
  const checkpoint = parseCheckpoint(note.text);
  const stateOf = (key: VerifierKey) => signatureState(suite, note, key);
  const logs = policy.logs.filter(({ name }) => name === checkpoint.origin).map((key) => stateOf(key).state);
  const cosigned = policy.witnesses.map(({ name, key }) => ({ name, ...stateOf(key) }));
  const times = new Map(
    cosigned.flatMap(({ name, time }): readonly (readonly [string, number])[] =>
      time === undefined ? [] : [[name, time]],
    ),
  );
  return {
    ...{ checkpoint, times, log: logs.length === 0 ? 'unknown' : best(logs) },
    wrong: cosigned.filter(({ state }) => state === 'wrong').map(({ name }) => name),
    quorumMet: quorumMet(policy, new Set(times.keys())),
    time: quorumTime(policy, times),
  };
}

function signatureState(
  suite: Suite,
  { text, signatures }: SignedNote,
  key: VerifierKey,
): { readonly state: SignatureState } & CheckedSignature {
  const own = signatures.find((signature) => isBy(key, signature));
  const checked = own && checkSignature(suite, text, key, own);
  if (checked && (checked.time ?? 0) <= LAST_SECOND) return { state: 'holds', ...checked };
  return { state: own ? 'wrong' : 'missing' };
}

/** Of the year 9999; no clock is later. */
const LAST_SECOND = 253_402_300_799;

const isBy = (key: VerifierKey, { name, id }: NoteSignature): boolean =>
  name === key.name && equalBytes(id, key.id);

/** A log that changes its key signs with both. */
const best = (states: readonly SignatureState[]): SignatureState =>
  (['wrong', 'holds', 'missing'] as const).find((state) => states.includes(state)) ?? 'missing';

function quorumTime(policy: Policy, times: ReadonlyMap<string, number>): number | undefined {
  const signed = new Set<string>();
  for (const [name, time] of [...times].sort(([, one], [, other]) => one - other)) {
    signed.add(name);
    if (quorumMet(policy, signed)) return time;
  }
  return undefined;
}
