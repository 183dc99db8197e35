import type { LogName } from '@liuhen/kernel';

/**
 * What the streams of a log are called on a server that holds other logs too: `liuhen.business-case-…`. The part
 * before the first hyphen is the server's category.
 */
export class StreamNames {
  /** Of this log's streams and of no others. */
  readonly prefix: string;
  /** The stream that says which log this is; not part of the log. */
  readonly founding: string;

  /** @param namespace lower-case letters and digits, so that no prefix begins with another. */
  constructor(namespace: string, log: LogName) {
    if (!/^[a-z0-9]+$/.test(namespace)) throw new RangeError(`not a namespace: ${namespace}`);
    this.prefix = `${namespace}.${log}-`;
    this.founding = `${namespace}.founding-${log}`;
  }

  of(stream: string): string {
    return this.prefix + stream;
  }

  /** The log's own name of a stream of the server's; `undefined` if it is not one of this log. */
  own(streamId: string): string | undefined {
    return streamId.startsWith(this.prefix) ? streamId.slice(this.prefix.length) : undefined;
  }
}
