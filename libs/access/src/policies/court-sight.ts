import { sees, type CourtDirectory } from '@liuhen/courts';
import type { CalendarDate } from '@liuhen/kernel';
import type { Directory } from '../directory/directory';

/** Which court sees which other's cases today; asked for every event of a page, so that answers are kept. */
export class CourtSight {
  #courts: CourtDirectory | undefined;
  #today: CalendarDate | undefined;
  readonly #seen = new Map<string, boolean>();
  readonly #codes = new Map<string, readonly string[]>();

  constructor(private readonly directory: Directory) {}

  sees(reader: string, other: string): boolean {
    const { courts, today } = this.#current();
    const key = `${reader} ${other}`;
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    const answer = sees(courts, reader, other, today);
    this.#seen.set(key, answer);
    return answer;
  }

  /** The codes, former ones included, of the courts in the directory that the court sees. */
  codesSeenBy(court: string): readonly string[] {
    const { courts } = this.#current();
    const known = this.#codes.get(court);
    if (known) return known;
    const codes = [...courts.values()].flatMap((record) => record.codes.map(({ value }) => value));
    const seen = [...new Set([court, ...codes.filter((code) => this.sees(court, code))])];
    this.#codes.set(court, seen);
    return seen;
  }

  /** The codes of the court, former ones included. */
  codesOf(court: string): readonly string[] {
    return this.codesSeenBy(court).filter((code) => this.sees(code, court));
  }

  /** What was kept holds for one state of the directory, on one day. */
  #current(): Pick<Directory, 'courts' | 'today'> {
    const { courts, today } = this.directory;
    if (courts !== this.#courts || today !== this.#today) {
      this.#seen.clear();
      this.#codes.clear();
      this.#courts = courts;
      this.#today = today;
    }
    return { courts, today };
  }
}
