/** What the ledger's tables hold is not what follows from the log: they were changed, or one of the two was put back. */
export class NotDerivable extends Error {
  override readonly name = 'NotDerivable';
  constructor(what: string) {
    super(`账本与日志不一致：${what}`);
  }
}
