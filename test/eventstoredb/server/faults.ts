/** What goes wrong with one append. */
export type AppendFault =
  /** No answer, ever; nothing is stored. */
  | 'silent'
  /** Stored, but the answer does not come. */
  | 'silent-after-apply'
  /** The server ends the call (or the batch stream) without an answer and without an error. */
  | 'end-ok'
  | 'unavailable-before-apply'
  | 'unavailable-after-apply'
  /** Not done here: the leader is the node itself, or another. */
  | 'not-leader'
  /** Done once nobody waits for it any more. */
  | 'late';

/** What a server does wrong, from when a test says so. */
export class Faults {
  private readonly appends: AppendFault[] = [];
  /** Reads and subscriptions are taken and never answered. */
  silentReads = false;
  /** Each event of a read is sent twice. */
  duplicates = false;
  /** Between two events of a read. */
  pauseMs = 0;
  /** Reads are ended with OK after so many events. */
  cutReadsAfter = Infinity;

  /** The next appends go wrong as said, one after the other. */
  failAppends(...faults: readonly AppendFault[]): void {
    this.appends.push(...faults);
  }

  nextAppend(): AppendFault | undefined {
    return this.appends.shift();
  }

  clear(): void {
    Object.assign(this, new Faults());
    this.appends.length = 0;
  }
}
