import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '@liuhen/event-store/testing';
import { liuhen } from '../../apps/cli/src/main';
import { startApi, type RunningApi } from '../api/support/running-api';
import {
  MANAGER,
  MID_PRESIDENT,
  pressedCourts,
  STRANGER,
  type PressedCourts,
} from './support/pressed-courts';

const clock = new FixedClock('2026-03-02T01:00:00.000Z');
const on = (day: string): void => {
  clock.set(`${day}T01:00:00.000Z`);
};

let api: RunningApi;
let courts: PressedCourts;
let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'liuhen-register-'));
  api = await startApi({ clock });
  courts = await pressedCourts(api, on);
  await courts.get(MANAGER, '/matters');
}, 120_000);
afterAll(async () => {
  await api.close();
  rmSync(directory, { recursive: true });
});

/** As somebody who identifies by a token, from another machine. */
async function run(person: string, ...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const { authorization } = await api.as(person);
  const exit = await liuhen(args, {
    environment: { LIUHEN_API: api.server.url, LIUHEN_TOKEN: authorization.replace('Bearer ', '') },
    input: process.stdin,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    status: undefined,
  });
  return { exit, out, err };
}

it('lists what somebody may read, narrowed by what they ask for', async () => {
  const { exit, out } = await run(MID_PRESIDENT, 'matters', '--open', '--instrument', 'writtenInquiry');
  expect([exit, out.at(-1)]).toEqual(['ok', '共 2 项']);
  expect(out).toContain('【函询】关于长期未结案件的函询（黔高法督〔2026〕1号）  已采纳，整改中');
  const { items } = JSON.parse((await run(MANAGER, 'matters', '--json')).out[0] ?? '') as {
    readonly items: readonly object[];
  };
  expect(items).toHaveLength(4);
  expect(await run(MANAGER, 'matters', '--instrument', 'letter')).toMatchObject({ exit: 'usage' });
});

it('writes the register into a file that is not there yet', async () => {
  const file = join(directory, '台账.csv');
  const args = ['matters', '--register', 'csv', '--year', '2026', '--out', file];
  expect(await run(MANAGER, ...args)).toMatchObject({ exit: 'ok', err: [`台账已写入 ${file}`] });
  const register = readFileSync(file, 'utf8');
  expect(register).toMatch(/^\ufeff文书编号,/);
  expect(register).toContain('黔高法移〔2026〕1号');
  expect(await run(MANAGER, ...args)).toMatchObject({ exit: 'usage' });
  expect(readFileSync(file, 'utf8')).toBe(register);
});

it('tells a matter, a court and a post, and says of others’ that there is none', async () => {
  const of = (...args: readonly string[]) => run(MID_PRESIDENT, 'history', ...args);
  const matter = await of(courts.referred);
  expect(matter.out[0]).toBe('【函询】关于发改率的函询 全程记录');
  expect(matter.out).toEqual(
    expect.arrayContaining([expect.stringContaining('发起一方的内部记录，内容不公开')]),
  );
  const court = await of('--court', '黔01');
  expect(court.out[0]).toBe('贵州省贵阳市中级人民法院督导事项 全程记录');
  expect(court.out).toContain('【院领导包保】包保贵阳中院清理积案');
  expect((await of('--post', '黔.inspector')).out.at(-1)).toBe('共 0 个事件');
  expect(await run(STRANGER, 'history', courts.referred)).toMatchObject({ exit: 'notFound' });
});

it('shows the card of a matter', async () => {
  const { exit, out } = await run(MID_PRESIDENT, 'accountability', courts.accepted);
  expect([exit, out[0]]).toEqual(['ok', '【函询】关于长期未结案件的函询 责任卡']);
  expect(out).toContain('发起一方的内部记录不在内：您无权查阅');
});
