import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runningProcess } from '../../deploy/embedded-postgres/process-table';
import { Checkout } from './checkout';
import { type Run, type Started, ends, processesWith, query } from './run';
import { USERS } from './users';

const WATCHER = 'liuhen-postgres-watcher';

describe.each(USERS)('a server of $name', (user) => {
  // The same data go through all of these ends, one after the other.
  let checkout: Checkout;
  const runs: Run[] = [];

  async function running(): Promise<{ readonly run: Run; readonly server: Started }> {
    const run = checkout.start('data');
    runs.push(run);
    return { run, server: await run.started() };
  }

  async function expectRecovered(): Promise<Run> {
    const { run, server } = await running();
    expect(await query(server.ownerUrl, 'select word from kept')).toEqual([{ word: '留痕' }]);
    return run;
  }

  let pidFile: string;
  const watchersOf = (pid: number): readonly number[] => processesWith(`${WATCHER} ${pid}`);

  beforeAll(async () => {
    checkout = new Checkout(user);
    pidFile = join(checkout.path, 'data', 'cluster', 'postmaster.pid');
    const { run, server } = await running();
    await query(server.ownerUrl, "create table kept as select '留痕' as word");
    await run.stop();
  });

  afterEach(() => {
    for (const { child } of runs.splice(0)) child.kill('SIGKILL');
  });

  afterAll(() => checkout.remove());

  it.each([
    ['exits', (run: Run) => run.tell('exit'), 0],
    ['has nothing left to do', (run: Run) => run.tell('finish'), 0],
    ['fails on an error that nobody caught', (run: Run) => run.tell('throw'), 1],
    ['is told to end', (run: Run) => run.child.kill('SIGTERM'), 'SIGTERM'],
    ['is interrupted', (run: Run) => run.child.kill('SIGINT'), 'SIGINT'],
    ['loses its terminal', (run: Run) => run.child.kill('SIGHUP'), 'SIGHUP'],
    ['is killed', (run: Run) => run.child.kill('SIGKILL'), 'SIGKILL'],
  ] as const)('ends cleanly when its process %s', async (_, end, status) => {
    const { run, server } = await running();
    const [watcher] = watchersOf(server.pid);
    expect(watcher).toBeGreaterThan(0);
    end(run);
    expect(await run.exited).toBe(status);
    expect(await ends(server.pid)).toBe(true);
    expect(await ends(watcher ?? 0)).toBe(true);
    expect(existsSync(pidFile)).toBe(false);
  });

  it('ends before its process does when that one exits by itself', async () => {
    const { run, server } = await running();
    const [watcher] = watchersOf(server.pid);
    run.tell('exit');
    await run.exited;
    expect(runningProcess(server.pid)).toBeUndefined();
    expect(await ends(watcher ?? 0)).toBe(true);
  });

  it('is taken down and started anew when it outlived its killed process', async () => {
    const { run, server } = await running();
    for (const watcher of watchersOf(server.pid)) process.kill(watcher, 'SIGKILL');
    run.child.kill('SIGKILL');
    await run.exited;
    expect(runningProcess(server.pid)).toBeDefined();
    const next = await expectRecovered();
    expect(runningProcess(server.pid)).toBeUndefined();
    expect(next.logged).toEqual([`上次运行遗留的数据库进程 ${server.pid} 仍在运行，先予停止`]);
    await next.stop();
  });

  it('starts again after it was killed together with its process', async () => {
    const { run, server } = await running();
    process.kill(server.pid, 'SIGKILL');
    run.child.kill('SIGKILL');
    await Promise.all([run.exited, ends(server.pid)]);
    expect(existsSync(pidFile)).toBe(true);
    await (await expectRecovered()).stop();
  });

  it('leaves a stranger alone who has the number of a server that is gone', async () => {
    const stranger = spawn('sleep', ['600'], { ...user.ids, stdio: 'ignore' });
    writeFileSync(
      pidFile,
      `${stranger.pid}\n${join(checkout.path, 'data', 'cluster')}\n1700000000\n5432\n\n\n`,
    );
    checkout.give(pidFile);
    const run = await expectRecovered();
    await run.stop();
    expect(stranger.exitCode).toBeNull();
    expect(stranger.kill()).toBe(true);
  });

  it('is left alone when it is not one of ours', async () => {
    // Any program named postgres will do that says nothing of an owner.
    const foreign = spawn('sleep', ['600'], {
      ...user.ids,
      argv0: '/usr/lib/postgresql/17/bin/postgres',
      stdio: 'ignore',
    });
    writeFileSync(pidFile, `${foreign.pid}\n`);
    const failure = await checkout.start('data').failed();
    expect(failure).toEqual({
      code: 'data-directory-in-use',
      message: `数据目录正在被进程 ${foreign.pid} 使用`,
    });
    expect(foreign.exitCode).toBeNull();
    foreign.kill();
    rmSync(pidFile);
  });

  it('says so when it crashes', async () => {
    const { run, server } = await running();
    process.kill(server.pid, 'SIGKILL');
    const crash = await run.crashed();
    expect(crash.code).toBe('server-crashed');
    expect(crash.message).toMatch(/意外终止：\n.*ready to accept connections$/s);
    run.tell('exit');
    expect(await run.exited).toBe(0);
    expect(watchersOf(server.pid)).toEqual([]);
    await (await expectRecovered()).stop();
  });
});
