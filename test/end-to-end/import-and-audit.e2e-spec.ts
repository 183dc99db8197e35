import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeEventStoreDb } from '../eventstoredb/server';
import { liuhen, ROOT } from './support/cli';
import { newDataDir, removeDataDir, Service } from './support/service';

interface Event {
  readonly caseId: string;
  readonly type: string;
  readonly line: string;
}
interface Audited {
  readonly caseId: string;
  readonly decidedOn: string;
  readonly finding: string;
  readonly findings: readonly {
    readonly code: string;
    readonly finding: string;
    readonly law: readonly { readonly statute: string; readonly version: string; readonly article: string }[];
  }[];
}

const FIXTURE = join(__dirname, '../fixtures/remanded-twice.jsonl');
const CHAIN = [
  '（2014）新刑初字第134号',
  '（2015）运中刑一抗字第22号',
  '（2016）晋0825刑初50号',
  '（2016）晋08刑终427号',
  '（2017）晋0825刑初35号',
  '（2017）晋08刑终426号',
];
const LAST = CHAIN[5] ?? '';

/** The same with either engine: what a log is made of shows nowhere but in `fsck`. */
describe.each(['postgres', 'eventstoredb'])('with the logs in %s', (engine) => {
  const dataDir = newDataDir();
  let service: Service;
  let eventStoreDb: FakeEventStoreDb | undefined;
  beforeAll(async () => {
    if (engine === 'eventstoredb') eventStoreDb = await FakeEventStoreDb.start();
    const env = { EVENT_STORE: engine, EVENTSTOREDB_URL: eventStoreDb?.url ?? '' };
    service = await Service.start(dataDir, { env });
  });
  afterAll(async () => {
    await service.stop();
    eventStoreDb?.stop();
    removeDataDir(dataDir);
  });

  const audit = async (caseId: string): Promise<Audited | undefined> => {
    const { items } = await service.json<{ items: readonly Audited[] }>('audit', 'appellate-dispositions');
    return items.find((item) => item.caseId === caseId);
  };

  /** One after the other, on one service. */
  describe('a case that was remanded twice', () => {
    it('is imported with every event that its source tells of', async () => {
      const summary = await service.json('import', FIXTURE);
      expect(summary).toEqual({ cases: 1, proceedings: 6, events: 17, skipped: 0, rejected: [] });
    });

    it('is not imported a second time', async () => {
      const summary = await service.json('import', FIXTURE);
      expect(summary).toEqual({ cases: 1, proceedings: 6, events: 0, skipped: 1, rejected: [] });
    });

    it('is replayed as a whole from its last number, however that is written', async () => {
      const { code, stdout } = await service.run(['history', '(2017) 晋08刑终 426号', '--family']);
      expect(code).toBe(0);
      const headings = stdout.split('\n').filter((line) => CHAIN.includes(line));
      expect(headings).toEqual(CHAIN);
      expect(stdout).toContain('共 17 个事件');
    });

    it('is replayed as it stood between the two remands', async () => {
      const { events } = await service.json<{ events: readonly Event[] }>(
        'history',
        LAST,
        '--family',
        '--until',
        '2016-12-31',
      );
      const remands = events.filter(({ type }) => type === 'AppellateDispositionRecorded');
      expect(remands.map(({ caseId }) => caseId)).toEqual([CHAIN[1]]);
      expect(new Set(events.map(({ caseId }) => caseId))).toEqual(new Set(CHAIN.slice(0, 4)));
    });

    it('was not known before it was imported', async () => {
      const asOf = await service.json<{ events: readonly Event[] }>('history', LAST, '--as-of', '2020-01-01');
      expect(asOf.events).toEqual([]);
    });

    it.each([CHAIN[1], CHAIN[3]])(
      'has the remand in %s audited as not assessable, by the code of 2012',
      async (caseId) => {
        const audited = await audit(caseId ?? '');
        expect(audited?.finding).toBe('notAssessable');
        const law = audited?.findings.flatMap((finding) => finding.law) ?? [];
        expect(law).toContainEqual({
          statute: '中华人民共和国刑事诉讼法',
          version: '2012年修正',
          article: '第二百二十七条第（一）项',
        });
        expect(
          law.filter(({ statute }) => statute === '中华人民共和国刑事诉讼法').map(({ version }) => version),
        ).not.toContain('2018年修正');
      },
    );

    it('is told in the audit as 待核 with what is missing', async () => {
      const { code, stdout } = await service.run(['audit', 'appellate-dispositions']);
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /【待核】[^]*（2016）晋08刑终427号 .* 2017-02-20 {2}发回重审\n {4}待核 [^]*尚缺：/,
      );
    });
  });

  describe('a second remand of a civil case', () => {
    const [FIRST, NEW_TRIAL, AGAIN] = [
      '（2021）黔01民终11号',
      '（2021）黔0102民初12号',
      '（2022）黔01民终13号',
    ];
    const CODE = 'second-remand-civil';

    it('is planted', async () => {
      const system = await service.as('case-system');
      const number = (caseNumber: string) => encodeURIComponent(caseNumber);
      const remand = (decidedOn: string, more: object) => ({
        source: 'imported',
        status: 'signed',
        decidedOn,
        parts: [{ outcome: 'remand', grounds: ['civil-basic-facts-unclear'] }],
        ...more,
      });
      const common = { caseType: 'civil', source: 'imported' };
      const steps: readonly (readonly [path: string, body: object])[] = [
        ['/cases', { ...common, caseNumber: '（2020）黔0102民初10号', stage: 'firstInstance' }],
        [
          '/cases',
          {
            ...common,
            caseNumber: FIRST,
            stage: 'secondInstance',
            origins: [{ origin: '（2020）黔0102民初10号', kind: 'appeal' }],
          },
        ],
        [`/cases/${number(FIRST)}/appellate-dispositions`, remand('2021-03-01', {})],
        [
          '/cases',
          {
            ...common,
            caseNumber: NEW_TRIAL,
            stage: 'newTrialFirstInstance',
            origins: [{ origin: FIRST, kind: 'remand' }],
          },
        ],
        [
          '/cases',
          {
            ...common,
            caseNumber: AGAIN,
            stage: 'secondInstance',
            origins: [{ origin: NEW_TRIAL, kind: 'appeal' }],
          },
        ],
        [
          `/cases/${number(AGAIN)}/appellate-dispositions`,
          remand('2022-03-01', { appealAgainst: 'judgment' }),
        ],
      ];
      for (const [index, [path, body]] of steps.entries()) {
        const answer = await system('POST', path, `planted-${String(index)}`, body);
        expect([answer.status, path]).toEqual([201, path]);
      }
    });

    it('is found contrary to the law, with its article', async () => {
      const audited = await audit(AGAIN);
      expect(audited).toMatchObject({ finding: 'contrary', decidedOn: '2022-03-01' });
      expect(audited?.findings.find(({ code }) => code === CODE)).toMatchObject({
        finding: 'contrary',
        law: [
          { statute: '中华人民共和国民事诉讼法', version: '2021年修正', article: '第一百七十七条第二款' },
        ],
      });
    });

    it('is refused as a draft under the same code', async () => {
      const judge = await service.as('wang-ning');
      const draft = {
        status: 'draft',
        appealAgainst: 'judgment',
        parts: [{ outcome: 'remand', grounds: ['civil-basic-facts-unclear'], unclearFacts: ['付款的时间'] }],
      };
      const answer = await judge(
        'POST',
        `/cases/${encodeURIComponent(AGAIN)}/appellate-dispositions`,
        'draft',
        draft,
      );
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({
        code: CODE,
        law: [{ statute: '中华人民共和国民事诉讼法', article: '第一百七十七条第二款' }],
      });
    });
  });

  describe('an import with bad lines', () => {
    const good = { id: 'E2E-1', caseType: '民事', proceedings: [{ stage: '一审', disposition: '维持' }] };
    const file = join(dataDir, 'bad-lines.jsonl');

    it('rejects them by line and reason, takes the others, and says so by its exit code', async () => {
      const taken = { ...good, id: 'E2E-2', proceedings: [{ stage: '一审', caseNo: CHAIN[0] }] };
      const lines = [good, '{"id":', { ...good, id: 'E2E-3', caseType: '破产' }, taken];
      writeFileSync(
        file,
        lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
      );
      const { code, stdout } = await service.run(['import', file, '--json']);
      expect(code).toBe(6);
      expect(JSON.parse(stdout)).toEqual({
        cases: 1,
        proceedings: 1,
        events: 2,
        skipped: 0,
        rejected: [
          { line: 2, reason: '不是合格的 JSON' },
          { line: 3, reason: expect.stringContaining('字段 caseType') },
          { line: 4, reason: `第 1 件（${String(CHAIN[0])}）：该案号已登记立案` },
        ],
      });
    });

    it('tells them to a reader', async () => {
      const { code, stdout } = await service.run(['import', '-'], '{"id":\n');
      expect(code).toBe(6);
      expect(stdout).toContain('拒绝 1 行\n  第 1 行：不是合格的 JSON\n');
    });

    it('gives a proceeding without a number a name that can be asked for', async () => {
      const { events } = await service.json<{ events: readonly Event[] }>('history', '未编号·E2E-1·1');
      expect(events.map(({ type }) => type)).toEqual(['CaseRegistered', 'DispositionRecorded']);
    });
  });

  describe('a command ends', () => {
    it.each([
      ['with usage on a wrong option', ['history', LAST, '--untill', '2016'], 2],
      ['with usage on a moment that is none', ['history', LAST, '--until', '昨天'], 2],
      ['with usage on a file that does not exist', ['import', 'nowhere.jsonl'], 2],
      ['with usage on a subject that is not audited', ['audit', 'weather'], 2],
      ['with usage when it is not said which token', ['token'], 2],
      ['refused for a person whom nobody knows', ['history', LAST, '--as', 'nobody'], 5],
      ['with nothing found for a case that does not exist', ['history', '（2017）晋08刑终999号'], 8],
      ['with nothing found for a person who does not exist', ['token', '--person', 'nobody'], 8],
      ['well when the people are listed', ['token', '--list'], 0],
      ['well when the demonstration people are listed', ['people', '--person', 'inspector'], 0],
      [
        'with nothing found for a demonstration person who does not exist',
        ['people', '--person', 'nobody'],
        8,
      ],
      ['well when the read models are built anew', ['rebuild'], 0],
    ])('%s', async (_, args, expected) => {
      const { code, stderr, stdout } = await service.run(args);
      const [said, silent] = expected === 0 ? [stdout, stderr] : [stderr, stdout];
      expect({ code, said, silent }).toEqual({
        code: expected,
        said: expect.stringMatching(/./),
        silent: '',
      });
    });

    it('well when everything is whole, with usage where the logs cannot be checked', async () => {
      const { code, stdout, stderr } = await service.run(['fsck']);
      if (engine === 'postgres') expect({ code, stdout, stderr }).toMatchObject({ code: 0, stderr: '' });
      else
        expect({ code, stdout, stderr }).toEqual({
          code: 2,
          stdout: '',
          stderr: expect.stringContaining('只校验 PostgreSQL'),
        });
    });

    it('refused for a person who may not import, whatever the file', async () => {
      const history = {
        id: 'E2E-9',
        caseType: '民事',
        proceedings: [{ stage: '一审', caseNo: '（2020）黔0102民初99号' }],
      };
      const args = ['import', '-', '--as', 'wang-ning'];
      const { code, stdout, stderr } = await service.run(args, JSON.stringify(history));
      expect({ code, stdout }).toEqual({ code: 5, stdout: '' });
      expect(stderr).toContain('import-not-permitted');
    });

    it('unreachable where no service runs', async () => {
      const nowhere = newDataDir();
      expect(await liuhen(['history', LAST], { dataDir: nowhere })).toMatchObject({ code: 4, stdout: '' });
      expect(await liuhen(['fsck'], { dataDir: nowhere })).toMatchObject({ code: 8, stdout: '' });
      removeDataDir(nowhere);
    });

    it('with usage when the service is elsewhere and nothing says who asks', async () => {
      const env = { LIUHEN_API: service.url };
      expect(await liuhen(['history', LAST], { dataDir: newDataDir(), env })).toMatchObject({ code: 2 });
    });

    it('well from another machine that has an address and a token', async () => {
      const { stdout: token } = await service.run(['token', '--person', 'inspector']);
      const env = { LIUHEN_API: `${service.url}/`, LIUHEN_TOKEN: token.trim() };
      const elsewhere = { dataDir: newDataDir(), env };
      expect(await liuhen(['history', LAST, '--json'], elsewhere)).toMatchObject({ code: 0 });
      expect(await liuhen(['history', LAST, '--as', 'inspector'], elsewhere)).toMatchObject({ code: 2 });
    });
  });

  describe('the published histories', () => {
    const file = join(ROOT, '../shared/real-cases/cases.jsonl');
    const present = existsSync(file);

    (present ? it : it.skip)(
      'are all imported, none rejected (skipped without ../shared/real-cases)',
      async () => {
        const lines = readFileSync(file, 'utf8').trim().split('\n').length;
        const first = await service.json<{ events: number }>('import', file);
        expect(first).toMatchObject({ cases: lines, rejected: [] });
        expect(first.events).toBeGreaterThan(lines);
        expect(await service.json('import', file)).toMatchObject({
          cases: lines,
          events: 0,
          skipped: lines,
          rejected: [],
        });
      },
    );

    (present ? it : it.skip)(
      'have case numbers that are told one a line (skipped without ../shared/real-cases)',
      async () => {
        const numbers = readFileSync(join(file, '../case-numbers.txt'), 'utf8');
        const { code, stdout } = await service.run(['case-no'], numbers);
        const answers = stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as { readonly input: string });
        expect(code).toBe(0);
        expect(answers.map(({ input }) => input)).toEqual(numbers.trimEnd().split('\n'));
      },
    );
  });
});
