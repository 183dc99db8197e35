import { nodeSuite, NO_QUORUM, readBundle, verifyBundle, type Policy } from '@liuhen/ledger';
import { problemIn } from '../api/support/running-api';
import { ServerUnderTest } from '../eventstoredb/open-store';
import { LAW, OldCase, SECRET } from '../redaction/support/old-case';
import { OWN_CASE, ReadLedger } from './support/read-ledger';

const ABSENT_CASE = '（2026）黔0102民初99999号';
const OLD_CASE = '（2026）黔0102民初970号';

/** Where the engines differ: EventStoreDB cannot erase, so that nothing there ever shows as erased by law. */
const ENGINES = [
  ['postgres', { refusal: undefined, erased: ['redacted', 'redacted'] }],
  [
    'eventstoredb',
    { refusal: expect.stringContaining('redaction-engine-cannot-erase') as string, erased: [] },
  ],
] as const;

const server = new ServerUnderTest();
beforeAll(() => server.start());
afterAll(() => server.stop());

describe.each(ENGINES)('evidence over HTTP, of a log on %s', (eventStore, erasure) => {
  let reading: ReadLedger;
  beforeAll(async () => {
    const eventStoreDbUrl = eventStore === 'eventstoredb' ? server.url : undefined;
    reading = await ReadLedger.start({ eventStore, eventStoreDbUrl });
  });
  afterAll(() => reading.close());

  const export_ = (person: string, caseNumber: string, more = ''): Promise<Response> =>
    reading.get(
      person,
      `cases/${encodeURIComponent(caseNumber)}/evidence?purpose=${encodeURIComponent('审计')}${more}`,
    );

  const bundleOf = async (answer: Response): Promise<Uint8Array> => {
    expect(answer.status).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  };

  const policy = (): Policy => ({
    logs: [reading.ledger.key],
    witnesses: [],
    groups: [],
    quorum: NO_QUORUM,
    required: ['heads', 'completeness', 'starts'],
    skewSeconds: 10,
  });

  const verified = (bundle: Uint8Array) =>
    verifyBundle(bundle, policy(), { suite: nodeSuite, now: new Date().toISOString() });

  it('of a case proves its whole history under a policy that names the log', async () => {
    const report = verified(await bundleOf(await export_('chen-lei', OWN_CASE)));
    expect(report.checks.filter(({ result }) => result === 'FAIL')).toEqual([]);
    expect(report.outcome).toBe('verified');
    expect(report.events.map(({ rev }) => rev)).toEqual([0, 1, 2, 3, 4]);
  });

  it('has of the inner file its hashes only, for whoever may not read it, and proves the same', async () => {
    const bundle = await bundleOf(await export_('wang-ning', OWN_CASE));
    const report = verified(bundle);
    expect(report.outcome).toBe('verified');
    expect(report.events.map(({ header }) => header?.secrecy ?? null)).toEqual([
      'open',
      'open',
      null,
      null,
      null,
    ]);
    expect(Buffer.from(bundle).toString()).not.toContain('jiang-xue');
  });

  it('withholds personal data field by field, and proves the same', async () => {
    const bundle = await bundleOf(await export_('chen-lei', OWN_CASE, '&withholdPersonal=true'));
    expect(readBundle(bundle, nodeSuite).withheld.size).toBe(1);
    const report = verified(bundle);
    expect(report.outcome).toBe('verified');
    expect(report.events[0]?.withheld.map(({ why }) => why)).toContain('access');
  });

  it('has what was erased by law as erased, and on what basis, where the engine can erase', async () => {
    const old = new OldCase(reading.ledger.api, OLD_CASE);
    await old.bring();
    const registration = await old.idOf('CaseRegistered');
    const refusal = await old.redact(registration, 'cause', 'publishedAt').then(
      () => undefined,
      (error: unknown) => String(error),
    );
    expect(refusal).toEqual(erasure.refusal);
    const bundle = await bundleOf(await export_('chen-lei', OLD_CASE));
    const { outcome, events } = verified(bundle);
    expect(outcome).toBe('verified');
    expect(events[0]?.withheld).toMatchObject(
      erasure.erased.map((why) => ({ why, legalBasis: { article: LAW.article } })),
    );
    expect(Buffer.from(bundle).includes(SECRET)).toBe(erasure.erased.length === 0);
  });

  it('of a case that is not there proves that', async () => {
    const bundle = await bundleOf(await export_('chen-lei', ABSENT_CASE));
    expect(readBundle(bundle, nodeSuite).manifest.cases).toMatchObject([
      { case: ABSENT_CASE, state: 'absent' },
    ]);
    expect(verified(bundle).outcome).toBe('verified');
  });

  it('is not given to whoever may not know the case, whether it is there or not', async () => {
    for (const caseNumber of [OWN_CASE, ABSENT_CASE])
      expect(await problemIn(await export_('zhu-ling', caseNumber))).toMatchObject({
        code: 'case-not-found',
      });
  });

  it('is refused where the ledger cannot be brought up to the case, with what is missing', async () => {
    await reading.ledger.stopSigner();
    await reading.registerAnother();
    await reading.ledger.untilIntegrated();
    const number = '（2026）黔0102民初902号';
    const problem = await problemIn(await export_('chen-lei', number));
    await reading.ledger.startSigner();
    expect(problem).toMatchObject({
      code: 'evidence-incomplete',
      detail: expect.stringContaining('检查点签名'),
    });
  });
});
