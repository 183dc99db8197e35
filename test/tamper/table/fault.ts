/** What a detector says is wrong. */
export interface Fault {
  readonly code: string;
  /** Position in the log, or leaf in the tree, of the first of which it is true, where it is about one. */
  readonly at?: number | undefined;
}
