import { type Policy } from '@liuhen/ledger';
import { JIA, newLab, YI, type Lab } from '@liuhen/ledger/testing';
import type { CosignOutcome } from '../../../libs/notary/src/cosigning/witness-client';
import { CourtAbove } from './court-above';
import { DishonestServer, type Story } from './dishonest-server';
import { Reader } from './reader';

export const STREAM = `case-${JIA}`;

export const SIGNED = { kind: 'signed', lines: expect.any(String) as string };
export const INCONSISTENT: CosignOutcome = {
  kind: 'refused',
  status: 422,
  reason: '与上次联署的检查点不相接，拒绝联署',
};
export const refusedFor = (finding: string) => ({
  ...{ kind: 'refused', status: 422 },
  reason: expect.stringContaining(finding) as string,
});
/** What the verifier finds where nobody who is trusted has cosigned. */
export const NOT_COSIGNED = { exit: 3, found: ['quorum-unmet', 'time-unknown', 'freshness-unknown'] };

const AUDITOR = 'upper';

/** A dishonest server, two real cosigners that trust its log's key, and readers. */
export class Scene {
  readonly #readers: Reader[] = [];

  private constructor(
    private readonly server: DishonestServer,
    /** Cosigns only what it has gone through. */
    readonly auditor: CourtAbove,
    /** Cosigns what is consistent, whatever it consists of. */
    readonly witness: CourtAbove,
  ) {}

  static async open(): Promise<Scene> {
    const server = await DishonestServer.start();
    const [log] = blank().policy().logs;
    if (!log) throw new Error('no log');
    const auditor = await CourtAbove.start(AUDITOR, { ...log, url: server.logUrl });
    return new Scene(server, auditor, await CourtAbove.start('outside', log));
  }

  /** What the auditor reads from now on. */
  showAuditor(lab: Lab): void {
    this.server.tell(AUDITOR, { lab });
  }

  /** Shows the auditor a history and offers it. */
  async auditorIsOffered(lab: Lab, oldSize: number): Promise<CosignOutcome> {
    this.showAuditor(lab);
    return this.auditor.isOffered(lab, oldSize);
  }

  /** Somebody who is told a story; they take the auditor's word unless said otherwise. */
  reader(story: Story, policy = this.trusting([this.auditor])): Reader {
    const token = `reader-${String(this.#readers.length)}`;
    const reader = new Reader(this.server.url, token, policy);
    this.#readers.push(reader);
    this.tell(reader, story);
    return reader;
  }

  tell({ token }: Reader, story: Story): void {
    this.server.tell(token, story);
  }

  /** All checks, and the word of so many of these; of all unless said. */
  trusting(courts: readonly CourtAbove[], threshold = courts.length): Policy {
    const witnesses = courts.map(({ witness }) => witness);
    const members = witnesses.map(({ name }) => name);
    const groups = [{ name: 'courts', threshold, members }];
    return { ...blank().policy(), witnesses, groups, quorum: 'courts' };
  }

  async close(): Promise<void> {
    for (const reader of this.#readers) reader.close();
    await this.auditor.close();
    await this.witness.close();
    await this.server.close();
  }
}

/** All labs sign with the same key. */
const blank = (): Lab => newLab({ cosigners: 0 });

/** What all histories have in common: four events, the last of which records the heads. */
export async function begun(): Promise<Lab> {
  const lab = blank();
  for (const number of [JIA, YI, JIA]) lab.append(`case-${number}`);
  await lab.recordHeads();
  await lab.checkpoint();
  return lab;
}

/** The first case goes on as told; heads and a checkpoint cover it. */
export async function goneOn(lab: Lab, ...told: readonly string[]): Promise<Lab> {
  for (const event of told) lab.append(STREAM, { data: { 经过: event } });
  await lab.recordHeads();
  await lab.checkpoint();
  return lab;
}

/** What the presiding judge is said to have done, and what is said instead. */
export const [TRUE, FALSE, MORE] = ['院长不同意合议庭意见', '院长同意合议庭意见', '宣判'];

/** Id of the first event after what all have in common. */
export const firstOwnEvent = ({ events }: Lab): string => events[4]?.header.id ?? '';
