import type { HashAlgorithm } from '@liuhen/kernel';
import { formatCheckpoint, type Checkpoint } from '../checkpoint/checkpoint';
import { originOfStart } from '../ledger-events';
import { verifierKey, type VerifierKey } from '../note/keys';
import type { SignedNote } from '../note/note';
import { signNote } from '../note/signing';
import { CHECK_NAMES } from '../policy/checks';
import type { Policy } from '../policy/policy';
import type { Signer } from '../suites/suite';
import { labSigners } from './keys';

/** A cosigner with its key; the first is called `cosigner-1`. */
interface LabCosigner {
  readonly name: string;
  readonly key: VerifierKey;
  readonly signer: Signer;
}

/** The keys of a lab: SHA-256 goes with Ed25519, SM3 with SM2. */
export class LabCosigning {
  readonly #log: Signer;
  readonly #cosigners: readonly LabCosigner[];

  /** @param count of cosigners, at most three. */
  constructor(
    private readonly origin: string,
    hash: HashAlgorithm,
    count: number,
    isSecond: boolean,
  ) {
    const { log, cosigners } = labSigners(hash === 'sm3' ? 'sm2' : 'ed25519');
    this.#log = (isSecond ? cosigners[2] : undefined) ?? log;
    this.#cosigners = cosigners.slice(0, count).map((signer, at) => {
      const name = `cosigner-${String(at + 1)}`;
      return { name, signer, key: verifierKey(`${name}.invalid`, 'cosigner', signer) };
    });
  }

  /** Signed by the log, and by each cosigner whose time is told, in seconds since 1970. */
  async sign(checkpoint: Checkpoint, times: Readonly<Record<string, number>>): Promise<SignedNote> {
    const text = formatCheckpoint(checkpoint);
    const byLog = signNote(text, verifierKey(checkpoint.origin, 'log', this.#log), this.#log);
    const byOthers = this.#cosigners.flatMap(({ name, key, signer }) =>
      times[name] === undefined ? [] : [signNote(text, key, signer, times[name])],
    );
    return { text, signatures: await Promise.all([byLog, ...byOthers]) };
  }

  /** Each of the cosigners at this time. */
  all(time: number): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#cosigners.map(({ name }) => [name, time]));
  }

  /** Takes the word of the log in each of its starts, and asks for all cosigners and all checks. */
  policy(starts: number): Policy {
    const witnesses = this.#cosigners.map(({ name, key }) => ({ name, key }));
    const members = witnesses.map(({ name }) => name);
    return {
      logs: Array.from({ length: starts }, (_, at) =>
        verifierKey(originOfStart(this.origin, at + 1), 'log', this.#log),
      ),
      witnesses,
      groups: members.length === 0 ? [] : [{ name: 'all-of-them', threshold: members.length, members }],
      quorum: members.length === 0 ? 'none' : 'all-of-them',
      required: CHECK_NAMES,
      freshnessSeconds: 3_600,
      skewSeconds: 10,
    };
  }
}
