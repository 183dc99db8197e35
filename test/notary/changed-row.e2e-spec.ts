import { fsck, type FindingKind } from '@liuhen/event-store';
import { nodeSuite, OUTCOME_EXITS, verifyBundle } from '@liuhen/ledger';
import { checkLedger, type LedgerFindingKind } from '@liuhen/notary';
import { problemIn } from '../api/support/running-api';
import { until } from '../support/until';
import { AuditedLedger } from './support/audited-ledger';
import { OWN_CASE } from './support/read-ledger';
import { rewriteHistory } from './support/rewrite-history';

const STREAM = `case-${OWN_CASE}`;
const [JUDGE, ANOTHER] = ['wei-hua', 'chen-lei'];

describe('a row that the database’s administrator changes, of an event that is cosigned', () => {
  let audited: AuditedLedger;
  beforeEach(async () => {
    audited = await AuditedLedger.start();
  });
  afterEach(() => audited.close());

  /** `liuhen fsck`, of the business log. */
  async function fsckFinds(): Promise<readonly (FindingKind | LedgerFindingKind)[]> {
    const { api, store } = audited.reading.ledger;
    const { findings } = await fsck(api.config.databaseAppUrl, store.identity);
    const kinds = new Set<FindingKind | LedgerFindingKind>(findings.map(({ kind }) => kind));
    for await (const { kind } of checkLedger(store, audited.operator)) kinds.add(kind);
    return [...kinds];
  }

  const evidence = (): Promise<Response> =>
    audited.reading.get(
      'chen-lei',
      `cases/${encodeURIComponent(OWN_CASE)}/evidence?purpose=%E6%A0%B8%E9%AA%8C`,
    );

  /** What a verifier makes of the evidence of the case as it is handed out now. */
  async function verifierFinds() {
    const answer = await evidence();
    expect(answer.status).toBe(200);
    const bundle = new Uint8Array(await answer.arrayBuffer());
    const now = new Date().toISOString();
    const { outcome, checks } = verifyBundle(bundle, audited.policy, { suite: nodeSuite, now });
    const failed = checks.filter(({ result }) => result === 'FAIL');
    return { exit: OUTCOME_EXITS[outcome], found: failed.map(({ code, firstBad }) => [code, firstBad]) };
  }

  /** Of the events of the case. */
  async function leaves(): Promise<readonly number[]> {
    const { rows } = await audited.operator.query<{ readonly position: string }>(
      'select position from log_business.events where stream = $1 order by rev',
      [STREAM],
    );
    return rows.map(({ position }) => Number(position) - 1);
  }

  /** Somebody does something on another case, so that the log grows and its checkpoint goes to the cosigner. */
  async function nextRound(): Promise<void> {
    await audited.reading.registerAnother();
    await audited.reading.ledger.untilSigned();
  }

  it('is found by fsck, by the verifier, and by the cosigner at its next round', async () => {
    expect([await fsckFinds(), await verifierFinds()]).toEqual([[], { exit: 0, found: [] }]);
    const swap = (from: string, to: string) =>
      audited.tamper(
        'update log_business.events set header = replace(header, $2, $3) where stream = $1 and rev = 1',
        [STREAM, from, to],
      );
    const [, changed, next] = await leaves();
    await swap(JUDGE, ANOTHER);

    expect(await fsckFinds()).toEqual(
      expect.arrayContaining(['leaf-mismatch', 'tile-mismatch', 'checkpoint-mismatch']),
    );
    expect(await verifierFinds()).toEqual({
      exit: 1,
      found: [
        ['not-in-tree', changed],
        ['previous-other', next],
      ],
    });
    await nextRound();
    await until(() => audited.findings.length > 0);
    expect(audited.findings).toEqual([`not-in-tree ${String(changed)}`]);
    expect(await problemIn(await evidence())).toMatchObject({
      code: 'evidence-incomplete',
      detail: expect.stringContaining('联署'),
    });

    await swap(ANOTHER, JUDGE);
    await audited.untilCosigned();
    expect([await fsckFinds(), await verifierFinds()]).toEqual([[], { exit: 0, found: [] }]);
  });

  it('is found by all of them, and gets no signature, though hashes, tiles and root were made to fit', async () => {
    const { ledger } = audited.reading;
    await ledger.stopNotaries();
    const [first, ...others] = await leaves();
    await rewriteHistory(audited.operator, STREAM, 1, ({ actor }) => ({
      actor: { ...actor, person: ANOTHER },
    }));

    expect(await fsckFinds()).toEqual(expect.arrayContaining(['checkpoint-mismatch']));
    expect(await verifierFinds()).toEqual({
      exit: 1,
      found: [
        ['not-in-tree', first],
        ['heads-of-other-tree', expect.any(Number)],
        ['head-other', others.at(-1)],
      ],
    });
    await ledger.startNotaries();
    await until(() => audited.findings.length > 0);
    expect(audited.findings).toEqual(['not-in-tree 0']);
    await audited.reading.registerAnother();
    await ledger.untilIntegrated();
    expect(await problemIn(await evidence())).toMatchObject({
      code: 'evidence-incomplete',
      detail: expect.stringContaining('检查点签名'),
    });
  });
});
