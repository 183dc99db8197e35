import { cpus, release, totalmem, type as systemType } from 'node:os';
import type { BenchServer } from './server';

/** Where the figures come from: without this they mean nothing. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly kernel: string;
  readonly node: string;
  readonly postgres: string;
  readonly embedded: boolean;
  readonly settings: Readonly<Record<string, string>>;
}

/** What decides whether an acknowledged append survives a power cut, and how much is kept in memory. */
const SETTINGS = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_level',
  'wal_sync_method',
  'shared_buffers',
  'max_wal_size',
  'max_connections',
];

export async function describeMachine(server: BenchServer): Promise<Machine> {
  const names = ['server_version', ...SETTINGS].map((name) => `'${name}'`).join(', ');
  const rows = await server.query<{ name: string; value: string }>(
    `select name, current_setting(name) as value from pg_settings where name in (${names}) order by name`,
  );
  const { server_version: postgres = '', ...settings } = Object.fromEntries(
    rows.map(({ name, value }) => [name, value]),
  );
  return {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    kernel: `${systemType()} ${release()}`,
    node: process.version,
    postgres,
    embedded: server.isEmbedded,
    settings,
  };
}

export const machineLines = ({
  cpu,
  cores,
  memoryGb,
  kernel,
  node,
  postgres,
  embedded,
  settings,
}: Machine): string =>
  [
    `${cpu}, ${String(cores)} cores, ${String(memoryGb)} GB, ${kernel}, Node ${node}`,
    `PostgreSQL ${postgres}${embedded ? ' (embedded)' : ''}: ${Object.entries(settings)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')}`,
  ].join('\n');
