/** Nothing of the caller's PG* variables, time zone or language reaches the server. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/** Without durability a crash may cost the whole cluster; for tests only. */
export const durabilitySettings = (durable: boolean): readonly string[] =>
  durable ? [] : settings({ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });

export const serverSettings = (port: number, owner: string, durable: boolean): readonly string[] => [
  ...settings({
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    // Statements and the values in error details may carry parties' personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    // Read back from the process table: whose server this is. See takeover.ts.
    'liuhen.owner': owner,
  }),
  ...durabilitySettings(durable),
];

const settings = (values: Readonly<Record<string, string | number>>): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
