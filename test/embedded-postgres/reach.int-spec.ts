import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { embeddedPostgresAt } from '../../deploy/embedded-postgres';
import { substituteFor } from '../../deploy/embedded-postgres/substitute';
import { Checkout } from './checkout';
import { query } from './run';
import { NORMAL_USER, ROOT_ONLY, SELF, USERS } from './users';

function removeLinks(directory: string): readonly string[] {
  const links = readdirSync(directory).filter((name) => lstatSync(join(directory, name)).isSymbolicLink());
  for (const name of links) rmSync(join(directory, name));
  return links;
}

describe.each(USERS)('binaries whose install script was not run, for $name', (user) => {
  let checkout: Checkout;

  beforeAll(() => {
    checkout = new Checkout(user);
  });

  afterAll(() => checkout.remove());

  it('get their library links at the first start', async () => {
    const libraries = join(checkout.installBinaries(), 'lib');
    const links = removeLinks(libraries);
    expect(links).toContain('libpq.so');
    const run = checkout.start('data');
    const { ownerUrl } = await run.started();
    expect(await query(ownerUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(readdirSync(libraries)).toEqual(expect.arrayContaining([...links]));
    expect(run.logged).toEqual([]);
    await run.stop();
  });
});

describe('binaries in a read-only checkout of a normal user', () => {
  let checkout: Checkout;

  beforeAll(() => {
    checkout = new Checkout(NORMAL_USER);
  });

  afterAll(() => checkout.remove());

  it('are copied to the same place of that user, with their links, once', async () => {
    const cache = join(checkout.path, 'cache');
    const libraries = join(checkout.installBinaries(), 'lib');
    removeLinks(libraries);
    chmodSync(libraries, 0o555);
    const logs: (readonly string[])[] = [];
    for (let start = 1; start <= 2; start++) {
      const run = checkout.start('data', { env: { XDG_CACHE_HOME: cache } });
      const { ownerUrl } = await run.started();
      expect(await query(ownerUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
      logs.push(run.logged);
      await run.stop();
    }
    expect(logs[0]).toEqual([
      expect.stringMatching(/^数据库程序 .* 无法直接运行，改用副本 .*\/cache\/liuhen-postgresql-/),
    ]);
    expect(logs[1]).toEqual(logs[0]);
    expect(readdirSync(cache)).toHaveLength(1);
    expect(statSync(join(cache, ...readdirSync(cache))).mode & 0o777).toBe(0o700);
  });
});

ROOT_ONLY('a checkout of root that nobody else may enter', () => {
  let checkout: Checkout;
  let dataDir: string;
  let substitutes: readonly string[];
  let substitute: string;

  beforeAll(() => {
    checkout = new Checkout(SELF);
    dataDir = join(checkout.path, 'data');
    substitutes = [
      ...substituteFor('data', dataDir),
      ...substituteFor('postgresql', checkout.installBinaries()),
    ];
    substitute = substitutes[0] ?? '';
    chmodSync(checkout.path, 0o700);
  });

  afterEach(() => {
    for (const path of substitutes) rmSync(path, { recursive: true, force: true });
  });

  afterAll(() => checkout.remove());

  it('keeps program and data at the same other place at every start, and says where', async () => {
    const first = checkout.start('data');
    const { ownerUrl, dataDir: used } = await first.started();
    expect(used).toBe(substitute);
    expect(embeddedPostgresAt(dataDir)?.ownerUrl).toBe(ownerUrl);
    expect(first.logged).toEqual([
      `${dataDir} 的上级目录不允许数据库用户进入，数据改存于 ${substitute}`,
      expect.stringMatching(/^数据库程序 .* 无法直接运行，改用副本 \/var\/lib\/liuhen-postgresql-/),
    ]);
    await query(ownerUrl, "create table kept as select '留痕' as word");
    await first.stop();
    const second = checkout.start('data');
    expect(await query((await second.started()).ownerUrl, 'select word from kept')).toEqual([
      { word: '留痕' },
    ]);
    expect(second.logged).toEqual(first.logged);
    await second.stop();
    expect(existsSync(dataDir)).toBe(false);
  });

  it('keeps them there when the checkout is opened later', async () => {
    const first = checkout.start('data');
    const { ownerUrl } = await first.started();
    await query(ownerUrl, "create table kept as select '留痕' as word");
    await first.stop();
    chmodSync(checkout.path, 0o755);
    const second = checkout.start('data');
    expect(await query((await second.started()).ownerUrl, 'select word from kept')).toEqual([
      { word: '留痕' },
    ]);
    await second.stop();
    chmodSync(checkout.path, 0o700);
  });

  it('does not use a place that another user prepared, or could write in', async () => {
    mkdirSync(substitute);
    chmodSync(substitute, 0o777);
    const failure = await checkout.start('data').failed();
    expect(failure.code).toBe('substitute-untrusted');
    expect(failure.message).toContain(substitute);
    expect(readdirSync(substitute)).toEqual([]);
  });

  it('is refused when it was closed around data that exist, rather than begun anew', async () => {
    chmodSync(checkout.path, 0o755);
    const run = checkout.start('data');
    expect((await run.started()).dataDir).toBe(dataDir);
    await run.stop();
    chmodSync(checkout.path, 0o700);
    const failure = await checkout.start('data').failed();
    expect(failure.code).toBe('data-directory-unreachable');
    expect(existsSync(substitute)).toBe(false);
    renameSync(dataDir, join(checkout.path, 'put-away'));
  });
});

ROOT_ONLY('a data directory that changes hands', () => {
  let checkout: Checkout;

  afterEach(() => checkout.remove());

  it('stays its normal user’s when root starts the server once', async () => {
    checkout = new Checkout(NORMAL_USER);
    const asUser = checkout.start('data');
    await query((await asUser.started()).ownerUrl, "create table kept as select '留痕' as word");
    await asUser.stop();
    for (const user of [SELF, NORMAL_USER]) {
      const run = checkout.start('data', {}, user);
      expect(await query((await run.started()).ownerUrl, 'select word from kept')).toEqual([
        { word: '留痕' },
      ]);
      await run.stop();
    }
  });

  it('is refused to a normal user when root made it', async () => {
    checkout = new Checkout(SELF);
    const asRoot = checkout.start('data');
    await asRoot.started();
    await asRoot.stop();
    const failure = await checkout.start('data', {}, NORMAL_USER).failed();
    expect(failure.code).toBe('data-directory-unreachable');
  });
});
