import type { DocumentReference, Secrecy } from '@liuhen/kernel';
import { startApi, type RunningApi } from '../api/support/running-api';
import { Exhibits } from './support/exhibits';

const CASE = '（2026）黔0102民初811号';
const OPINION: DocumentReference = {
  sha256: 'a'.repeat(64),
  sm3: 'b'.repeat(64),
  length: 1,
  name: '阅核意见.pdf',
  mediaType: 'application/pdf',
};
/** Said on one day and entered on another, by a leader of the court. */
const ORAL = {
  source: 'offline',
  occurredAt: '2026-02-03',
  actor: {
    person: 'wei-hua',
    post: '黔0102.division-chief.civil-1',
    party: 'courtLeaders',
    delegation: null,
  },
  basis: [{ policy: '南明阅核规则', clause: '第四条' }],
} as const;
const HIDDEN = '副卷记录，内容不公开';

interface Line {
  readonly rev: number;
  readonly line: string;
  readonly type: string | null;
  readonly leaf: string;
}

let api: RunningApi;
let exhibits: Exhibits;

beforeAll(async () => {
  api = await startApi({ worker: false });
  exhibits = await Exhibits.of(api.config);
  const headers = {
    ...(await api.as('zhang-ming')),
    'idempotency-key': 'case',
    'content-type': 'application/json',
  };
  const registration = {
    caseNumber: CASE,
    caseType: 'civil',
    stage: 'firstInstance',
    handlingJudge: 'zhang-ming',
  };
  const answer = await api.call('/api/v1/cases', {
    method: 'POST',
    headers,
    body: JSON.stringify(registration),
  });
  expect(answer.status).toBe(201);
  for (const secrecy of ['inner', 'isolated', 'open'] satisfies readonly Secrecy[])
    await exhibits.enter(CASE, OPINION, secrecy, ORAL);
});
afterAll(async () => {
  await exhibits.close();
  await api.close();
});

async function ask<Answer>(person: string, question: string): Promise<Answer> {
  const answer = await api.call(`/api/v1/cases/${encodeURIComponent(CASE)}/${question}`, {
    headers: await api.as(person),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}
const history = async (person: string, question = 'history'): Promise<readonly Line[]> =>
  (await ask<{ events: readonly Line[] }>(person, question)).events;

describe('the history of a case with an inner file', () => {
  it.each([
    ['the handling judge', 'zhang-ming'],
    ['the president', 'chen-lei'],
    ['trial management of the court', 'shen-bo'],
    ['a division chief of the court above', 'zheng-lan'],
    ['trial management two courts above', 'inspector'],
  ])('tells the inner file to %s, and nobody the isolated record', async (_, person) => {
    const events = await history(person);
    expect(events.map(({ type }) => type)).toEqual([
      'CaseRegistered',
      'ExhibitEntered',
      null,
      'ExhibitEntered',
    ]);
    expect(events[1]?.line).toContain('卫华（院庭长）');
  });

  it.each([
    ['another judge of the court', 'jiang-xue'],
    ['a judge of the court above', 'wang-ning'],
  ])('tells %s that something is there, and its hash', async (_, person) => {
    const events = await history(person);
    expect(events.map(({ rev, line }) => [rev, line === HIDDEN])).toEqual([
      [0, false],
      [1, true],
      [2, true],
      [3, false],
    ]);
    const known = await history('chen-lei');
    expect(events.map(({ leaf }) => leaf)).toEqual(known.map(({ leaf }) => leaf));
    const hidden = events.filter(({ line }) => line === HIDDEN);
    expect(JSON.stringify(hidden)).not.toMatch(
      /wei-hua|卫华|Exhibit|第四条|2026-02-03|offline|inner|isolated|0102\./,
    );
  });

  it('does not let the day of what is hidden be found by asking for one day after the other', async () => {
    const question = 'history?until=2026-02-28';
    expect((await history('jiang-xue', question)).map(({ rev }) => rev)).not.toContain(1);
    expect((await history('chen-lei', question)).map(({ rev }) => rev)).toContain(1);
    const differing = 'diff?from=2026-02-02&to=2026-02-04&by=happened';
    const added = async (person: string) =>
      (await ask<{ added: readonly Line[] }>(person, differing)).added.map(({ rev }) => rev);
    expect(await added('jiang-xue')).not.toContain(1);
    expect(await added('chen-lei')).toContain(1);
  });

  it('hides the same in a difference', async () => {
    const { added } = await ask<{ added: readonly Line[] }>(
      'jiang-xue',
      'diff?from=2020-01-01&to=2100-01-01',
    );
    expect(added.map(({ line }) => line === HIDDEN)).toEqual([false, true, true, false]);
  });
});
