import type { AppendOptions, AppendRequest, AppendResult, EventStore } from '@liuhen/event-store';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** From a cached read to an append under load, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Age and health of one projection at the moment of asking. */
export interface ProjectionHealth {
  readonly projection: string;
  /** Events of the log that it has not examined yet. */
  readonly behind: number;
  readonly stopped: boolean;
}

/** What one server tells of itself. Labels are templates and codes: never a case number, a person or an address. */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'liuhen_http_request_seconds',
    help: 'Duration of HTTP requests by route template',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers: [this.registry],
  });

  readonly appends = new Histogram({
    name: 'liuhen_append_seconds',
    help: 'Duration of appends to the event store by log and outcome',
    labelNames: ['log', 'outcome'] as const,
    buckets: BUCKETS,
    registers: [this.registry],
  });

  readonly refusedCommands = new Counter({
    name: 'liuhen_refused_commands_total',
    help: 'Commands that were refused, by code of the refusal and party of who asked',
    labelNames: ['code', 'party'] as const,
    registers: [this.registry],
  });

  readonly unrecordedRefusals = new Counter({
    name: 'liuhen_unrecorded_refusals_total',
    help: 'Commands that were refused without a record of the refusal',
    registers: [this.registry],
  });

  readonly streams = new Gauge({
    name: 'liuhen_event_streams',
    help: 'Open server-sent event streams',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Asked once at each scrape. */
  watchProjections(health: () => Promise<readonly ProjectionHealth[]>): void {
    let asked: Promise<readonly ProjectionHealth[]> | undefined;
    const ask = () =>
      (asked ??= health().finally(() => {
        asked = undefined;
      }));
    this.#gaugeOf(
      'liuhen_projection_behind_events',
      'Events of the log not yet examined',
      ask,
      ({ behind }) => behind,
    );
    this.#gaugeOf(
      'liuhen_projection_stopped',
      '1 where it has stopped and needs somebody',
      ask,
      ({ stopped }) => Number(stopped),
    );
  }

  #gaugeOf(
    name: string,
    help: string,
    ask: () => Promise<readonly ProjectionHealth[]>,
    valueOf: (health: ProjectionHealth) => number,
  ): void {
    new Gauge({
      name,
      help,
      labelNames: ['projection'] as const,
      registers: [this.registry],
      async collect() {
        this.reset();
        // A database that is away must not hide the other figures.
        for (const one of await ask().catch(() => [])) this.set({ projection: one.projection }, valueOf(one));
      },
    });
  }

  /** The same store, its appends measured. */
  metered(store: EventStore): EventStore {
    const { appends } = this;
    const append = async (request: AppendRequest, options?: AppendOptions): Promise<AppendResult> => {
      const done = appends.startTimer({ log: store.identity.name });
      try {
        const result = await store.append(request, options);
        done({ outcome: result.replayed ? 'replayed' : 'stored' });
        return result;
      } catch (error) {
        done({ outcome: error instanceof Error ? error.name : 'unknown' });
        throw error;
      }
    };
    return new Proxy(store, {
      get: (target, name) => {
        if (name === 'append') return append;
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });
  }
}
