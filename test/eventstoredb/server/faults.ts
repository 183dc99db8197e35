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
  private readonly waiting: (() => void)[] = [];
  /** Reads and subscriptions are taken and never answered. */
  silentReads = false;
  /** Each event of a read is sent twice. */
  duplicates = false;
  /** Between two events of a read. */
  pauseMs = 0;
  /** As before 22.6, the events of a stream are read without their places in $all. */
  withoutPlaces = false;
  /** Reads are ended with OK after so many events. */
  cutReadsAfter = Infinity;

  /** The next appends go wrong as said, one after the other. */
  failAppends(...faults: readonly AppendFault[]): void {
    this.appends.push(...faults);
  }

  nextAppend(): AppendFault | undefined {
    const fault = this.appends.shift();
    if (this.appends.length === 0) for (const resolve of this.waiting.splice(0)) resolve();
    return fault;
  }

  /** Resolves when the appends that are to go wrong have come. */
  allTaken(): Promise<void> {
    return this.appends.length === 0
      ? Promise.resolve()
      : new Promise((resolve) => void this.waiting.push(resolve));
  }

  clear(): void {
    this.appends.length = 0;
    this.silentReads = this.duplicates = this.withoutPlaces = false;
    this.pauseMs = 0;
    this.cutReadsAfter = Infinity;
  }
}
