import type { LogIdentity, PayloadText } from '@liuhen/kernel';
import { Client } from 'pg';
import { ForeignLog } from '../../errors';
import { EventChecker, type EventRow } from './event-checker';
import { finding, type Finding } from './finding';
import { isCarriedOut } from './redaction-checker';

export type { Finding, FindingKind } from './finding';

export interface FsckOptions {
  /** Events read at a time. */
  readonly pageSize?: number;
  /** Told after each page how far the check has come. */
  readonly onProgress?: (progress: { readonly checked: bigint; readonly head: bigint }) => void;
  /** Findings kept; the others are only counted. */
  readonly keep?: number;
}

export interface FsckReport {
  readonly events: bigint;
  readonly streams: number;
  readonly findingCount: number;
  readonly findings: readonly Finding[];
}

/** Milliseconds as the header has them; a column that is finer than that has drifted. */
const INSTANT = `regexp_replace(to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '000$', '') || 'Z'`;

/**
 * Checks a whole log as it lies in the database: positions, revisions, chains, hashes and all that is derived from
 * them. May run beside appends; the application's role suffices.
 *
 * It cannot see that two streams' events have changed places, or that the end of a log is gone without a trace:
 * that is what signed checkpoints are for.
 *
 * @throws ForeignLog
 */
export async function fsck(url: string, log: LogIdentity, options: FsckOptions = {}): Promise<FsckReport> {
  const client = new Client({
    connectionString: url,
    application_name: `liuhen ${log.name} fsck`,
    keepAlive: true,
  });
  await client.connect();
  try {
    await client.query(`set search_path = log_${log.name}, pg_temp`);
    return await new Fsck(client, log, options).run();
  } finally {
    await client.end();
  }
}

class Fsck {
  private readonly checker: EventChecker;
  private readonly findings: Finding[] = [];
  private findingCount = 0;

  constructor(
    private readonly client: Client,
    private readonly log: LogIdentity,
    private readonly options: FsckOptions,
  ) {
    this.checker = new EventChecker(log);
  }

  /**
   * The bulk is read page by page, for events do not change. Only the end, with the rows that must agree with it,
   * is read in one snapshot: a long one would keep the head row's dead versions from being cleaned away.
   */
  async run(): Promise<FsckReport> {
    await this.checkIdentity();
    await this.checkEvents();
    await this.client.query('begin isolation level repeatable read read only');
    await this.checkEvents();
    await this.checkRedactions();
    await this.checkHead();
    const streams = this.checker.streams.size;
    await this.checkStreams();
    await this.client.query('commit');
    await this.checkIds();
    return { events: this.checker.last, streams, findingCount: this.findingCount, findings: this.findings };
  }

  private async checkIdentity(): Promise<void> {
    const [head] = await this.rows<{ origin: string; hash: string }>('select origin, hash from head');
    if (head?.origin !== this.log.origin || head.hash !== this.log.hash)
      throw new ForeignLog(
        `${this.log.origin} (${this.log.hash})`,
        `${String(head?.origin)} (${String(head?.hash)})`,
      );
  }

  private async checkEvents(): Promise<void> {
    const { pageSize = 2_000, onProgress } = this.options;
    const [head] = await this.rows<{ position: string }>('select position from head');
    for (let read = pageSize; read === pageSize;) {
      const page = await this.rows<EventRow>(
        `select position, stream, rev, id, type, ${INSTANT} as recorded_at, encode(leaf, 'hex') as leaf,
           header, payload
         from events where position > $1 order by position limit $2`,
        [this.checker.last, pageSize],
      );
      for (const row of page) for (const found of this.checker.check(row)) this.add(found);
      read = page.length;
      onProgress?.({ checked: this.checker.last, head: BigInt(head?.position ?? 0) });
    }
  }

  private async checkRedactions(): Promise<void> {
    const { redactions } = this.checker;
    for (const found of redactions.unexplained()) this.add(found);
    for (const named of redactions.named) {
      const [row] = await this.rows<{ payload: PayloadText }>(
        'select payload from events where stream = $1 and rev = $2',
        [named.stream, named.rev],
      );
      if (!isCarriedOut(this.log.hash, named, row?.payload))
        this.add(finding('redacted-field-shown', named.where));
    }
  }

  private async checkHead(): Promise<void> {
    const [head] = await this.rows<{ position: string; recorded_at: string | null }>(
      `select position, case when isfinite(recorded_at) then ${INSTANT} end as recorded_at from head`,
    );
    const { last, latest } = this.checker;
    const position = BigInt(head?.position ?? 0);
    if (position !== last) this.add(finding('head-drift', { position }, `末事件为 ${String(last)}`));
    if ((head?.recorded_at ?? '') !== latest) this.add(finding('head-drift', { position }, 'recorded_at'));
  }

  /** Takes the streams that agree out of the map; what stays has no row. */
  private async checkStreams(): Promise<void> {
    const { streams } = this.checker;
    let after = '';
    for (;;) {
      const page = await this.rows<{ name: string; rev: string; leaf: string; recorded_at: string }>(
        `select name, rev, encode(leaf, 'hex') as leaf, ${INSTANT} as recorded_at
         from streams where name > $1 order by name limit 5000`,
        [after],
      );
      for (const { name, rev, leaf, recorded_at } of page) {
        const end = streams.get(name);
        if (!end || String(end.rev) !== rev || end.leaf !== leaf || end.recordedAt !== recorded_at)
          this.add(finding('stream-drift', { stream: name }));
        streams.delete(name);
      }
      const last = page.at(-1);
      if (!last) break;
      after = last.name;
    }
    for (const stream of streams.keys()) this.add(finding('stream-drift', { stream }));
  }

  /** Ids are unique in a partition; over all of them only this looks. */
  private async checkIds(): Promise<void> {
    const twice = await this.rows<{ id: string }>(
      'select id from events group by id having count(*) > 1 limit 1000',
    );
    for (const { id } of twice) this.add(finding('duplicate-id', {}, id));
  }

  private add(found: Finding): void {
    if (this.findingCount++ < (this.options.keep ?? 1_000)) this.findings.push(found);
  }

  private async rows<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.client.query<Row>(sql, [...values]);
    return rows;
  }
}
