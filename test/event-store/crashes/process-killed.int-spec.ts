import { join } from 'node:path';
import { fsck } from '@liuhen/event-store';
import { ForkedTypeScript } from '../../support/fork-typescript';
import { Backends } from '../backends';
import { HeldLock } from '../held-lock';
import { BUSINESS } from '../open-store';
import { ProxiedLog } from '../proxied-log';
import type { ActingTask, Way } from './acting.process';

const database = new ProxiedLog();
const backends = new Backends(database);
beforeAll(() => database.create());
afterAll(() => database.drop());
beforeEach(async () => {
  const { close } = await database.open();
  await close();
});

function start(task: Omit<ActingTask, 'url'>) {
  const said: unknown[] = [];
  const forked = new ForkedTypeScript(
    join(__dirname, 'acting.process.ts'),
    { url: database.proxiedUrl, ...task },
    (message) => said.push(message),
  );
  return { forked, said };
}

async function diesByItself(way: Way, diesWhen: ActingTask['diesWhen']): Promise<void> {
  const { forked, said } = start({ way, diesWhen });
  expect(await forked.ended).toBe('SIGKILL');
  expect(said).toEqual([]);
}

/** Starts the act and holds it in the server, just before it would be stored. */
async function held(way: Way) {
  const head = await HeldLock.head(database.urls.operatorUrl);
  const { forked } = start({ way });
  const sessions = await backends.until('append', 1, `wait_event_type = 'Lock'`);
  return { head, forked, sessions };
}

async function untilStored(): Promise<void> {
  while ((await database.query('select from log_business.events')).length === 0);
}

/** What a process is at when it is killed, and whether it has stored by then or will have. */
const points: readonly (readonly [string, boolean, (way: Way) => Promise<void>])[] = [
  ['has queued the request', false, (way) => diesByItself(way, 'queued')],
  [
    'waits for the commit, and its session ends with it',
    false,
    async (way) => {
      const { head, forked, sessions } = await held(way);
      await forked.kill();
      await backends.terminate(sessions);
      await head.letGo();
    },
  ],
  [
    'waits for the commit, and its session goes on without it',
    true,
    async (way) => {
      const { head, forked } = await held(way);
      await forked.kill();
      await head.letGo();
    },
  ],
  [
    'has not read the answer',
    true,
    async (way) => {
      const { head, forked } = await held(way);
      database.proxy.silence();
      await head.letGo();
      await untilStored();
      await forked.kill();
    },
  ],
  ['has told nobody of the answer', true, (way) => diesByItself(way, 'answered')],
];

describe.each(['append', 'execute'] as const)('an %s whose process is killed', (way) => {
  it.each(points)('when it %s is stored once by the next process', async (_, stored, dies) => {
    await dies(way);
    await backends.until('append', 0);
    expect((await database.query('select from log_business.events')).length > 0).toBe(stored);

    const { forked, said } = start({ way });
    expect(await forked.ended).toBe(0);
    const [[first, again]] = said as [[object, object]];
    expect(first).toMatchObject({ replayed: stored });
    expect(again).toEqual({ ...first, replayed: true });
    const { events, findings } = await fsck(database.urls.appUrl, BUSINESS);
    expect({ events, findings }).toEqual({ events: way === 'append' ? 2n : 1n, findings: [] });
  });
});
