import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { Group, Round } from '../../bench/harness/bench';
import type { Results } from '../../bench/harness/results';
import { OwnServer } from '../event-store/own-server';

const MAIN = join(__dirname, '..', '..', 'dist', 'bench', 'main.js');
const NAMES = [
  'append',
  'read',
  'replay',
  'rebuild',
  'http',
  'reading',
  'worklist',
  'latency',
  'notary',
  'proof',
  'verify',
  'growth',
];

/** Twelve benchmarks, each of several processes one after the other, on whatever machine. */
jest.setTimeout(360_000);

/** All benchmarks with next to nothing to do, so that they still run when they are needed. */
describe('the benchmarks', () => {
  const directory = mkdtempSync(join(tmpdir(), 'liuhen-bench-results-'));
  let server: OwnServer;
  let printed: string;

  // A server of its own: the role of the application is one for all databases of a server, and is made anew.
  beforeAll(async () => {
    server = await OwnServer.start();
    const { stdout } = await promisify(execFile)(process.execPath, [
      MAIN,
      ...['--seconds', '0.2', '--rounds', '1', '--writers', '4', '--events', '300'],
      ...['--stores', 'liuhen,liuhen-execute,limit', '--out', directory],
      ...['--database-url', server.operatorUrl],
    ]);
    printed = stdout;
  });

  afterAll(async () => {
    await server.remove();
    rmSync(directory, { recursive: true });
  });

  const resultsOf = (name: string): Results =>
    JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8')) as Results;
  const roundsOf = ({ lines }: Group): readonly Round[] => lines.flatMap(({ rounds }) => rounds);

  it.each(NAMES)('say where their figures come from: %s', (name) => {
    const { bench, machine, options } = resultsOf(name);
    expect(bench).toBe(name);
    expect(machine).toMatchObject({
      cores: expect.any(Number),
      node: process.version,
      postgres: expect.stringMatching(/^\d+/),
      settings: { fsync: 'on', synchronous_commit: 'on' },
    });
    expect(options).toMatchObject({ seconds: 0.2, rounds: 1, writers: [4] });
    expect(JSON.stringify(options)).not.toContain('postgres://');
  });

  it.each(NAMES)('measure every line in every round, and show it: %s', (name) => {
    const { groups } = resultsOf(name);
    for (const group of groups) {
      expect(group.lines.map(({ name: line }) => line)).toContain(group.reference);
      expect(printed).toContain(`${group.title} `);
      for (const line of group.lines) {
        expect(line.rounds).toHaveLength(1);
        expect(printed).toContain(line.name);
      }
      for (const { perSecond } of roundsOf(group)) expect(perSecond).toEqual(expect.any(Number));
    }
  });

  it.each(['append', 'http', 'latency'])('find as many events as were acknowledged: %s', (name) => {
    const rounds = resultsOf(name).groups.flatMap(roundsOf);
    expect(rounds).not.toHaveLength(0);
    for (const { acknowledged, rows } of rounds) {
      expect(acknowledged).toBeGreaterThan(0);
      expect(rows).toBe(acknowledged);
    }
  });

  it('leave no database behind', async () => {
    const client = new Client(server.operatorUrl);
    await client.connect();
    const { rows } = await client.query(`select from pg_database where datname like 'liuhen\\_bench\\_%'`);
    await client.end();
    expect(rows).toEqual([]);
  });
});
