import { setTimeout as delay } from 'node:timers/promises';
import { Installation, type Api } from '../processes/support/installation';
import type { TrailLine } from './support/trail';

const CASE = '（2026）黔0102民初951号';
const READERS = 8;
const KILLS = 3;

/** Every reading has a purpose of its own, so that each can be found in the trail. */
describe('a server that is killed while people read', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.create();
    await installation.worker('worker');
  });
  afterAll(() => installation.close());

  it('has sent nothing that is not on record, and records nothing that nobody asked for', async () => {
    const sent = new Set<string>();
    const answered = new Set<string>();
    let server = await installation.api('server');
    await register(server);
    for (let kill = 0; kill < KILLS; kill++) {
      const before = answered.size;
      const reading = Array.from({ length: READERS }, (_, reader) =>
        readUntilGone(server, `${String(kill)}-${String(reader)}`, sent, answered),
      );
      while (answered.size < before + 4 * READERS) await delay(5);
      server.process.signal('SIGKILL');
      await Promise.all(reading);
      await server.process.ended;
      server = await installation.api(`server ${String(kill)}`);
    }
    const trail = new Set((await wholeTrail(server)).map(({ purpose }) => purpose));
    expect([...answered].filter((purpose) => !trail.has(purpose))).toEqual([]);
    expect([...trail].filter((purpose) => !sent.has(purpose))).toEqual([]);
    expect(answered.size).toBeGreaterThanOrEqual(KILLS * 4 * READERS);
  });
});

async function register(server: Api): Promise<void> {
  const panel = { panel: ['jiang-xue', 'zhang-ming', 'he-qian'], handlingJudge: 'jiang-xue' };
  const body = { caseNumber: CASE, caseType: 'civil', stage: 'firstInstance', ...panel };
  const headers = { 'idempotency-key': 'register' };
  const answer = await server.call('/cases', {
    headers,
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
}

const path = (rest = ''): string => `/cases/${encodeURIComponent(CASE)}${rest}`;

/** One look after the other, until the server is gone. */
async function readUntilGone(
  server: Api,
  name: string,
  sent: Set<string>,
  answered: Set<string>,
): Promise<void> {
  for (let look = 0; ; look++) {
    const purpose = `${name}-${String(look)}`;
    sent.add(purpose);
    try {
      const answer = await server.call(path(), { headers: { 'liuhen-purpose': purpose } });
      const { caseId } = (await answer.json()) as { readonly caseId?: string };
      if (answer.status !== 200 || caseId !== CASE) throw new Error(String(answer.status));
    } catch {
      return;
    }
    answered.add(purpose);
  }
}

async function wholeTrail(server: Api): Promise<readonly TrailLine[]> {
  const lines: TrailLine[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const rest = `/readers?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const answer = await server.call(path(rest));
    const page = (await answer.json()) as {
      readonly items: readonly TrailLine[];
      readonly next: string | null;
    };
    if (answer.status !== 200) throw new Error(JSON.stringify(page));
    lines.push(...page.items.filter(({ data }) => data === 'case'));
    cursor = page.next;
  }
  return lines;
}
