import { Problem } from '@liuhen/platform';

/** Each stream holds a connection and reads the log for itself. */
const MOST_STREAMS = 200;
const MOST_PER_PERSON = 6;

export interface OpenStream {
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** The open streams of a server: so many and no more, each at the longest until its token ends. */
export class EventStreams {
  readonly #open = new Map<OpenStream, string>();
  #closed = false;

  constructor(private readonly onChange: (open: number) => void) {}

  /**
   * @param expiresAt seconds since the epoch.
   * @throws Problem `too-many-streams`
   */
  open(person: string, expiresAt: number): OpenStream {
    const own = [...this.#open.values()].filter((other) => other === person);
    if (this.#closed || this.#open.size >= MOST_STREAMS || own.length >= MOST_PER_PERSON)
      throw new Problem('too-many-streams');
    const abort = new AbortController();
    const expiry = setTimeout(() => abort.abort(), untilExpiry(expiresAt));
    const stream: OpenStream = { signal: abort.signal, end: () => abort.abort() };
    abort.signal.addEventListener('abort', () => {
      clearTimeout(expiry);
      this.#open.delete(stream);
      this.onChange(this.#open.size);
    });
    this.#open.set(stream, person);
    this.onChange(this.#open.size);
    return stream;
  }

  close(): void {
    this.#closed = true;
    for (const stream of this.#open.keys()) stream.end();
  }
}

/** A timer's longest; a token that lives longer is looked at anew when the client comes back. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const untilExpiry = (expiresAt: number): number =>
  Math.min(Math.max(0, expiresAt * 1000 - Date.now()), LONGEST_TIMER_MS);
