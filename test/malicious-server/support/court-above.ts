import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@liuhen/kernel';
import { formatAddCheckpoint, formatNote, parseNote, type PolicyLog, type Witness } from '@liuhen/ledger';
import type { Lab } from '@liuhen/ledger/testing';
import { enrol, foundCosigner, startCosigner, type Served } from '@liuhen/signing';
import { addCheckpoint, type CosignOutcome } from '../../../libs/notary/src/cosigning/witness-client';

/** The real cosigner, with a key of its own, which nobody else has. */
export class CourtAbove {
  /** What its audit found. */
  readonly findings: string[] = [];
  readonly witness: Witness;
  #now: Instant = '2026-03-01T01:00:00.000Z';
  #served: Served | undefined;

  private constructor(
    private readonly directory: string,
    name: string,
  ) {
    this.witness = { name, key: foundCosigner(directory, `${name}.invalid`, 'ed25519') };
  }

  /** @param log audited at its address, where it has one, and asked there with the cosigner's name as token. */
  static async start(name: string, log: PolicyLog): Promise<CourtAbove> {
    const court = new CourtAbove(await mkdtemp(join(tmpdir(), 'liuhen-above-')), name);
    const { directory, findings } = court;
    enrol(directory, log);
    court.#served = await startCosigner({
      directory,
      logs: [log],
      skewMs: 10_000,
      secret: () => name,
      clock: { now: () => court.#now },
      patienceMs: 5_000,
      tell: (_, { code, index }) => findings.push(`${code} ${String(index)}`),
      address: { kind: 'port', host: '127.0.0.1', port: 0 },
      report: (error) => {
        throw error;
      },
    });
    return court;
  }

  /** Is asked, at the history's present time, to cosign its last checkpoint, which has the cosignature from then on. */
  async isOffered(lab: Lab, oldSize: number): Promise<CosignOutcome> {
    const last = lab.checkpoints.at(-1);
    if (!last) throw new Error('no checkpoint');
    this.#now = lab.now;
    const { size, note } = last;
    const proof = oldSize > size ? [] : await lab.tree.consistency(oldSize, size);
    const outcome = await addCheckpoint(
      this.#served?.url ?? '',
      formatAddCheckpoint({ oldSize, proof, note }),
    );
    if (outcome.kind === 'signed')
      lab.checkpoints.splice(-1, 1, { ...last, note: parseNote(`${formatNote(note)}${outcome.lines}`) });
    return outcome;
  }

  async close(): Promise<void> {
    await this.#served?.close();
    await rm(this.directory, { recursive: true });
  }
}
