import type { ApiClient } from '../client/api-client';
import { ApiProblem, isAboutContent } from '../client/api-problem';
import type { Line } from './lines';
import { LineFault, readHistory, type SourceHistory } from './source-history';
import { stepsOf } from './steps';

export interface RejectedLine {
  readonly line: number;
  readonly reason: string;
}

/** What `liuhen import` did. */
export interface ImportSummary {
  /** Histories accepted. */
  readonly cases: number;
  /** Proceedings in them. */
  readonly proceedings: number;
  /** Events added now. */
  readonly events: number;
  /** Accepted histories of which nothing was new. */
  readonly skipped: number;
  readonly rejected: readonly RejectedLine[];
}

export interface ImportProgress extends Omit<ImportSummary, 'rejected'> {
  readonly rejected: number;
  /** Bytes of the file dealt with, about. */
  readonly readTo: number;
}

/** Histories that are on their way at the same time; the commands of one follow one another. */
const CONCURRENCY = 8;

/**
 * Imports a file over the public interface. Every command carries the key of its fact, so that a run that was cut off
 * is repeated from the start and adds what is missing.
 */
export class Importer {
  private readonly rejected: RejectedLine[] = [];
  private readonly lineOfId = new Map<string, number>();
  /** Of the last command of each worker: together they are after everything that was added. */
  private readonly positions = new Map<number, string>();
  private cases = 0;
  private proceedings = 0;
  private events = 0;
  private skipped = 0;
  private readTo = 0;

  constructor(
    private readonly api: Pick<ApiClient, 'post'>,
    private readonly onProgress: (progress: ImportProgress) => void,
  ) {}

  /** @throws CommandFailure | ApiProblem for what concerns all lines; the others may go on for a moment. */
  async run(lines: AsyncGenerator<Line>): Promise<ImportSummary> {
    const workers = Array.from({ length: CONCURRENCY }, (_, worker) => this.work(worker, lines));
    await Promise.all(workers);
    const { cases, proceedings, events, skipped, rejected } = this;
    return { cases, proceedings, events, skipped, rejected: rejected.toSorted((a, b) => a.line - b.line) };
  }

  /** Positions after which a query sees all that was imported. */
  get written(): readonly string[] {
    return [...this.positions.values()];
  }

  private async work(worker: number, lines: AsyncGenerator<Line>): Promise<void> {
    for await (const line of lines) {
      await this.takeLine(worker, line);
      this.readTo = Math.max(this.readTo, line.readTo);
      this.onProgress({ ...this.counts(), readTo: this.readTo });
    }
  }

  private counts() {
    const { cases, proceedings, events, skipped, rejected } = this;
    return { cases, proceedings, events, skipped, rejected: rejected.length };
  }

  private async takeLine(worker: number, line: Line): Promise<void> {
    try {
      const history = this.read(line);
      const added = await this.give(worker, history);
      this.cases += 1;
      this.proceedings += history.proceedings.length;
      if (added === 0) this.skipped += 1;
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      this.rejected.push({ line: line.number, reason: error.message });
    }
  }

  /** Two lines of one id would claim the same facts. */
  private read({ number, text }: Line): SourceHistory {
    if (text === undefined) throw new LineFault('不是合格的 UTF-8 文字');
    const history = readHistory(text);
    const earlier = this.lineOfId.get(history.id);
    if (earlier !== undefined) throw new LineFault(`编号 ${history.id} 与第 ${String(earlier)} 行重复`);
    this.lineOfId.set(history.id, number);
    return history;
  }

  /** @returns how many events were added. */
  private async give(worker: number, history: SourceHistory): Promise<number> {
    let added = 0;
    for (const { path, key, body, label } of stepsOf(history)) {
      const receipt = await this.api.post(path, key, body).catch((error: unknown) => {
        throw error instanceof ApiProblem && isAboutContent(error)
          ? new LineFault(`${label}：${error.message}`)
          : error;
      });
      this.positions.set(worker, receipt.position);
      if (receipt.replayed) continue;
      added += receipt.events.length;
      this.events += receipt.events.length;
    }
    return added;
  }
}
