import { fsck, logIdentity } from '@liuhen/event-store';
import { payloadData, withheldDigests, type DocumentReference } from '@liuhen/kernel';
import { projections, startRebuild } from '@liuhen/read-models';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { startApi, type RunningApi } from '../api/support/running-api';
import { until } from '../support/until';
import { Everywhere } from './support/everywhere';
import { enter } from './support/entered';
import { LAW, LEADER, LEADER_ABOVE, OldCase, PLACE, PROPOSER, SECRET } from './support/old-case';

const NUMBER = '（2026）黔0102民初901号';
const OTHER_NUMBER = '（2026）黔0102民初902号';
const OPEN_NUMBER = '（2026）黔0102民初903号';
/** Vice president of the court above both. */
const TOP = 'luo-jian';
const PERSONAL = '身份证520102196001010011，龘某';
const SHARED = '两案共用的材料，靐某';

let api: RunningApi;
let everywhere: Everywhere;
let old: OldCase;
let other: OldCase;

const refused = ({ status, body }: Response): readonly unknown[] => [
  status,
  (body as { readonly code?: string }).code,
];

beforeAll(async () => {
  api = await startApi();
  everywhere = await Everywhere.of(api.database.operatorUrl);
  old = new OldCase(api, NUMBER);
  other = new OldCase(api, OTHER_NUMBER);
  await old.bring();
  await other.bring('买卖合同纠纷', 'https://文书.invalid/2');
});
afterAll(async () => {
  await everywhere.close();
  await api.close();
});

const sitting = (materials: readonly DocumentReference[]) => ({
  type: 'CommitteeConvened',
  secrecy: 'inner' as const,
  data: {
    ...{ review: null, committee: '1', sitting: 'plenary', composition: [LEADER], deviation: null },
    ...{ attending: [], recused: [], chair: LEADER, procurator: null, heldOn: '1960-04-01' },
    materials: materials.map((material) => ({ ...material })),
  },
});

describe('what may not be taken away', () => {
  let event: string;
  beforeAll(async () => {
    event = await old.idOf('CaseRegistered');
  });
  const propose = (change: object, person = PROPOSER as string, of = old) =>
    of.post(person, '/redactions', {
      event,
      fields: ['cause'],
      legalBasis: LAW,
      reason: '依申请',
      ...change,
    });

  it('is refused with its code, its sentence and its law', async () => {
    const { status, body } = await propose({ fields: ['stage'] });
    expect([status, body]).toEqual([
      422,
      expect.objectContaining({
        code: 'redaction-field-not-erasable',
        detail: '只能遮蔽当事人的个人信息和附件；意见、理由、行为人和“三个规定”记录永远保留',
        law: expect.arrayContaining([
          expect.objectContaining({ statute: '中华人民共和国人民法院组织法' }),
        ]) as unknown,
      }),
    ]);
  });

  it.each<[string, object, number, string]>([
    ['another law', { legalBasis: { ...LAW, article: '第一条' } }, 422, 'redaction-basis-insufficient'],
    ['another event', { event: '019a0000-0000-7000-8000-000000000000' }, 404, 'redaction-event-not-found'],
    ['a reason that tells', { reason: `删除${SECRET}` }, 422, 'redaction-reason-tells'],
  ])('is refused for %s', async (_, change, status, code) => {
    expect(refused(await propose(change))).toEqual([status, code]);
  });

  it.each([
    [{ fields: [] }, 400],
    [{ legalBasis: 'x' }, 400],
    [{ event: 7 }, 400],
  ])('is no wish that can be understood: %j', async (change, status) => {
    expect((await propose(change)).status).toBe(status);
  });

  it('is what courts elsewhere, or keepers of machines, ask for: the case is not there for them', async () => {
    expect(refused(await propose({}, 'dong-ping'))).toEqual([404, 'case-not-found']);
    expect(refused(await propose({}, 'ma-chao'))).toEqual([404, 'case-not-found']);
    expect(refused(await propose({}, LEADER_ABOVE))).toEqual([403, 'not-own-court']);
  });

  it('is anything of a case that goes on, or that was open yesterday', async () => {
    const open = new OldCase(api, OPEN_NUMBER);
    await open.open(['zhang-ming', 'he-qian', 'jiang-xue'], '2026-01-05');
    const ofOpen = { event: await open.idOf('CaseRegistered') };
    expect(refused(await propose(ofOpen, PROPOSER, open))).toEqual([422, 'redaction-case-open']);
    await open.does('zhang-ming', '/dispositions', { disposition: 'upheld', decidedOn: '2026-03-02' });
    expect(refused(await propose(ofOpen, PROPOSER, open))).toEqual([422, 'redaction-archive-period']);
  });
});

describe('a redaction', () => {
  let salt: string;
  let materials: DocumentReference;
  let shared: DocumentReference;
  let before: Awaited<ReturnType<Everywhere['readModels']>>;

  const lineOf = async (type: string, query = ''): Promise<string> =>
    (await old.history(LEADER, query)).events.find((event) => event.type === type)?.line ?? '';
  const registration = async () => {
    const [row] = await everywhere.rows<{ header: string; payload: string }>(
      `select header, payload from log_business.events where stream = $1 and type = 'CaseRegistered'`,
      [`case-${NUMBER}`],
    );
    return { header: row?.header ?? '', payload: row?.payload ?? '' };
  };
  const journal = (): string => join(api.config.dataDir, 'erasures');
  const entries = (): readonly string[] => readdirSync(journal()).filter((name) => name.endsWith('.event'));
  const files = (): readonly string[] =>
    readdirSync(api.config.documentsDir, { recursive: true, encoding: 'utf8' });
  const lies = ({ sha256 }: DocumentReference): boolean => files().some((file) => file.endsWith(sha256));

  beforeAll(async () => {
    materials = await old.upload('zhang-ming', '龘某的材料.txt', PERSONAL);
    shared = await old.upload('zhang-ming', '共用.txt', SHARED);
    await enter(api.config, NUMBER, sitting([materials, shared]));
    await enter(api.config, OTHER_NUMBER, sitting([shared]));
    const { payload } = await registration();
    salt =
      payload
        .split('\n')
        .find((line) => line.includes(SECRET))
        ?.slice(2, 46) ?? '';
    await until(async () => (await everywhere.tablesWith(SECRET)).some((table) => table.endsWith('.cases')));
    before = await everywhere.readModels();
    expect(await everywhere.tablesWith(salt)).toEqual(['log_business.events_0']);
  });

  it('is proposed, and approved by nobody but leaders of the court and of those above it', async () => {
    await old.propose(await old.idOf('CaseRegistered'), 'cause', 'publishedAt');
    const outcomes = await Promise.all(
      ['zhang-ming', PROPOSER, 'wang-ning', 'dong-ping'].map(async (person) =>
        refused(await old.approve(person)),
      ),
    );
    expect(outcomes).toEqual([
      [403, 'act-not-permitted'],
      [403, 'act-not-permitted'],
      [403, 'act-not-permitted'],
      [404, 'case-not-found'],
    ]);
  });

  it('waits after the first approval, for one from above', async () => {
    await old.does(LEADER, '/redactions/1/approvals', {});
    expect(refused(await old.approve(LEADER))).toEqual([422, 'redaction-approved-before']);
    expect(refused(await old.approve('chu-yun'))).toEqual([422, 'redaction-higher-court-missing']);
    expect(await everywhere.tablesWith(SECRET)).not.toEqual([]);
  });

  it('is carried out by the second', async () => {
    const answer = await old.does(LEADER_ABOVE, '/redactions/1/approvals', {});
    expect(answer.body).toMatchObject({ events: [{ type: 'PayloadRedacted' }] });
    const { header, payload } = await registration();
    expect(payloadData(payload)).toMatchObject({ caseType: 'civil' });
    expect(withheldDigests(payload)).toHaveLength(2);
    expect(header).toContain('"type":"CaseRegistered"');
  });

  it('is over then', async () => {
    expect(refused(await old.approve(TOP))).toEqual([422, 'redaction-not-open']);
    const list = await old.get(PROPOSER, old.path('/redactions'));
    expect(list.body).toMatchObject({
      items: [
        {
          ...{ proposal: '1', status: 'done', proposer: PROPOSER, titles: ['案由', '公开出处'] },
          approvers: [
            { person: LEADER, higherCourt: false },
            { person: LEADER_ABOVE, court: '黔01', higherCourt: true },
          ],
        },
      ],
      legalBases: expect.arrayContaining([expect.objectContaining(LAW)]) as unknown,
    });
  });

  it('leaves neither content nor salt in any row of the database', async () => {
    await until(async () => (await everywhere.tablesWith(SECRET)).length === 0);
    for (const text of [SECRET, PLACE, salt]) expect(await everywhere.tablesWith(text)).toEqual([]);
  });

  it('shows in the history with its basis, at whatever moment that is asked for', async () => {
    const note = '【案由、公开出处已依法遮蔽，依据：《中华人民共和国个人信息保护法》（2021年）第四十七条】';
    expect(await lineOf('CaseRegistered')).toContain(note);
    expect(await lineOf('CaseRegistered', '?until=2026-01-01')).toContain(note);
    expect(await lineOf('PayloadRedacted')).toContain('依法遮蔽第1条记录的案由、公开出处');
  });

  it('leaves cases, lists and replays as they are without it', async () => {
    const { body } = await old.get(PROPOSER, old.path());
    expect(body).toMatchObject({ caseNumber: NUMBER, cause: null, publishedAt: null, caseType: 'civil' });
    const list = await old.get(PROPOSER, '/api/v1/cases?limit=10');
    const items = (list.body as { items: { caseId: string; cause: string | null }[] }).items;
    expect(items.find(({ caseId }) => caseId === NUMBER)?.cause).toBeNull();
    expect(items.find(({ caseId }) => caseId === OTHER_NUMBER)?.cause).toBe('买卖合同纠纷');
  });

  it('is in the journal, without content', () => {
    expect(entries()).toHaveLength(1);
    const text = readFileSync(join(journal(), entries()[0] ?? ''), 'utf8');
    expect(text).toContain('"PayloadRedacted"');
    for (const gone of [SECRET, PLACE, salt]) expect(text).not.toContain(gone);
  });

  it('is entered in the journal again if a crash has kept it out', async () => {
    const [entry = ''] = entries();
    rmSync(join(journal(), entry));
    await until(() => entries().includes(entry));
    expect(readFileSync(join(journal(), entry), 'utf8')).toContain('"PayloadRedacted"');
  });

  it('of an attachment takes the file too, but what another case names', async () => {
    await old.propose(await old.idOf('CommitteeConvened'), 'materials');
    await old.does(LEADER, '/redactions/2/approvals', {});
    const race = await Promise.all([old.approve(LEADER_ABOVE, '2'), old.approve(TOP, '2')]);
    expect(race.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect((await old.get(LEADER, old.path(`/documents/${materials.sha256}`))).status).toBe(404);
    await until(() => !lies(materials));
    expect(lies(shared)).toBe(true);
    expect((await other.get(LEADER, other.path(`/documents/${shared.sha256}`))).status).toBe(200);
    expect(await lineOf('CommitteeConvened')).toContain('【会前送交的材料已依法遮蔽');
  });

  it('of the inner file stays in it', async () => {
    const { events } = await old.history('jiang-xue');
    expect(events.filter(({ type }) => type === 'PayloadRedacted')).toHaveLength(1);
    expect(events.map(({ line }) => line).join()).not.toContain('会前送交的材料');
    const list = await old.get('jiang-xue', old.path('/redactions'));
    expect((list.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('is explained to fsck', async () => {
    const log = logIdentity({ origin: api.config.logOrigin, hash: api.config.logHash }, 'business');
    expect((await fsck(api.database.appUrl, log)).findings).toEqual([]);
  });

  it('makes read models that are built anew equal to those that were advanced', async () => {
    const advanced = await everywhere.readModels();
    const builds = new Set<string>();
    for (const projection of projections) builds.add(await startRebuild(api.database.ownerUrl, projection));
    await until(async () => {
      const live = await everywhere.rows<{ build: string }>(
        `select build from read.builds where state = 'live'`,
      );
      return live.every(({ build }) => builds.has(build));
    });
    const rebuilt = await everywhere.readModels();
    expect(rebuilt).toEqual(advanced);
    expect(rebuilt.cases).not.toEqual(before.cases);
  });

  it('leaves no former build that may hold what was taken away', async () => {
    await until(async () => {
      const former = await everywhere.rows(`select from read.builds where state = 'retired'`);
      return former.length === 0;
    });
    expect(await everywhere.tablesWith(SECRET)).toEqual([]);
  });
});
