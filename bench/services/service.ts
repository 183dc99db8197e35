/** What runs in a process of its own until it is no longer needed. */
export interface Service<Answer> {
  /** How it is reached. */
  readonly answer: Answer;
  close(): Promise<void>;
}
