import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chinaDateOf } from '@liuhen/kernel';
import {
  browserSuite,
  CHECK_NAMES,
  formatPolicy,
  nodeSuite,
  NO_QUORUM,
  readBundle,
  verifyBundle,
  writeBundle,
  type FoundBundle,
  type Policy,
  type Report,
} from '@liuhen/ledger';
import { checkOwnSignatures } from '@liuhen/notary';
import { systemClock } from '@liuhen/platform';
import { Client } from 'pg';
import { RunningLedger } from '../notary/support/running-ledger';
import { CourtHouse } from '../supervision/support/court-house';
import { SigningTerminal } from './support/signing-terminal';

const CASE = '（2026）黔0102民初461号';
const [JUDGE, CHIEF] = ['jiang-xue', 'wei-hua'] as const;
const CHIEF_POST = '黔0102.division-chief.civil-1';
const SECURITY = 'an-jing';
const VERIFIER = join(__dirname, '..', '..', 'dist', 'verifier', 'verify.mjs');
const today = chinaDateOf(systemClock.now());

let ledger: RunningLedger;
let court: CourtHouse;
let ed25519: SigningTerminal;
let sm2: SigningTerminal;

beforeAll(async () => {
  ledger = await RunningLedger.start();
  const { api } = ledger;
  court = new CourtHouse(api, CASE);
  await court.open([JUDGE, 'zhang-ming', 'he-qian'], '2026-01-05');
  ed25519 = new SigningTerminal(api, CHIEF, CHIEF_POST, 'ed25519');
  sm2 = new SigningTerminal(api, CHIEF, CHIEF_POST, 'sm2');
  for (const terminal of [ed25519, sm2]) await terminal.register(today, SECURITY);
  const document = await court.upload(JUDGE, '判决书.txt', '判决如下');
  await court.does(JUDGE, '/reviews', { document, kind: 'judgment' });
  await sign(ed25519, '/reviews/1/return', { defects: ['第三页'] });
  const mended = await court.upload(JUDGE, '判决书.txt', '判决如下，补正');
  await court.does(JUDGE, '/reviews/1/resubmission', { document: mended, corrections: ['第三页'] });
  await sign(sm2, '/reviews/1/concurrence', {});
  await sm2.revoke(today, SECURITY);
});
afterAll(() => ledger.close());

async function sign(terminal: SigningTerminal, step: string, body: object): Promise<void> {
  const answer = await terminal.send(CASE, court.path(step), body);
  if (answer.status !== 201) throw new Error(answer.text);
}

async function exported(person: string): Promise<Uint8Array> {
  const path = court.path(`/evidence?purpose=${encodeURIComponent('核验签名')}`);
  const answer = await ledger.api.call(path, { headers: await ledger.api.as(person) });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const policy = (changes: Partial<Policy> = {}): Policy => ({
  logs: [ledger.keyOf('business'), ledger.keyOf('administration')],
  witnesses: [],
  groups: [],
  quorum: NO_QUORUM,
  required: CHECK_NAMES.filter((name) => name !== 'freshness' && name !== 'time'),
  skewSeconds: 10,
  ...changes,
});

const verified = (bundle: Uint8Array, changes?: Partial<Policy>): Report =>
  verifyBundle(bundle, policy(changes), { suite: nodeSuite, now: systemClock.now() });

const signaturesIn = (report: Report) => report.checks.find(({ name }) => name === 'signatures');

const changed = (bytes: Uint8Array, change: (bundle: FoundBundle) => Partial<FoundBundle>): Uint8Array => {
  const bundle = readBundle(bytes, nodeSuite);
  return writeBundle({ ...bundle, ...change(bundle) }, nodeSuite.hash('sha256'));
};

describe('fsck', () => {
  const found = async (): Promise<readonly string[]> => {
    const findings: string[] = [];
    const { business, administration } = ledger.stores;
    for await (const { kind, message } of checkOwnSignatures(business, administration))
      findings.push(`${kind} ${message}`);
    return findings;
  };

  it('finds signatures that do not hold as they are stored', async () => {
    expect(await found()).toEqual([]);
    await turn(`"post":"${CHIEF_POST}"`, '"post":"post-x"');
    const inChanged = await found();
    await turn('"post":"post-x"', `"post":"${CHIEF_POST}"`);
    expect(inChanged).toEqual(
      [3, 5].map(
        (place) =>
          `own-signature-mismatch 本人签名核对有误：case-${CASE} 第 ${String(place)} 条，` +
          '本人签名不成立：不是用登记的密钥签的，或者所签的不是这项操作',
      ),
    );
    expect(await found()).toEqual([]);
  });
});

/** As a superuser would. */
async function turn(from: string, to: string): Promise<void> {
  const operator = new Client(ledger.api.database.operatorUrl);
  await operator.connect();
  await operator.query('set session_replication_role = replica');
  await operator.query(
    `update log_business.events set header = replace(header, $1, $2) where header like '%' || $1 || '%'`,
    [from, to],
  );
  await operator.end();
}

describe('evidence of a case in which opinions were signed', () => {
  it('proves offline that they are their giver’s, though a key was revoked since', async () => {
    const report = verified(await exported(JUDGE));
    expect(report.checks.filter(({ result }) => result === 'FAIL')).toEqual([]);
    expect(report.outcome).toBe('verified');
    expect(
      report.events.flatMap(({ header, signature }) => (signature ? [[header?.type, signature]] : [])),
    ).toEqual([
      ['ReviewReturned', { scheme: 'ed25519', key: ed25519.thumbprint, code: null }],
      ['ReviewConcurred', { scheme: 'sm2', key: sm2.thumbprint, code: null }],
    ]);
  });

  it('is verified by the program that needs nothing else, with the policy as a file, and by the suite of the page', async () => {
    const bundle = await exported(JUDGE);
    const directory = mkdtempSync(join(tmpdir(), 'liuhen-signed-'));
    const [file, policyFile] = [join(directory, 'bundle.zip'), join(directory, 'policy')];
    writeFileSync(file, bundle);
    writeFileSync(policyFile, formatPolicy(policy({ signed: ['ReviewConcurred'] })));
    const { stdout } = await promisify(execFile)(process.execPath, [VERIFIER, file, '--policy', policyFile]);
    rmSync(directory, { recursive: true });
    expect(stdout).toContain('通过　  本人签名：2 条记录的本人签名成立');
    for (const { thumbprint } of [ed25519, sm2]) expect(stdout).toContain(`密钥 ${thumbprint}）：成立`);
    const circumstances = { now: systemClock.now() };
    expect(verifyBundle(bundle, policy(), { ...circumstances, suite: browserSuite })).toEqual(
      verifyBundle(bundle, policy(), { ...circumstances, suite: nodeSuite }),
    );
  });

  it('tells of keys when and by whom they were registered, and nothing of why', async () => {
    const { signers } = readBundle(await exported(JUDGE), nodeSuite);
    const text = JSON.stringify(signers?.events);
    expect(text).toContain('PersonKeyRegistered');
    for (const reason of ['启用签名', '已当面核对', '遗失']) expect(text).not.toContain(reason);
  });

  it('has no keys for whoever may not see what was signed', async () => {
    const bundle = readBundle(await exported('wang-ning'), nodeSuite);
    expect(bundle.signers).toBeNull();
    expect(Buffer.from(await exported('wang-ning')).toString()).not.toContain(ed25519.thumbprint);
  });

  it('does not verify with a signature put under another event', async () => {
    const bundle = await exported(JUDGE);
    const swapped = changed(bundle, ({ events }) => {
      const headers = events.map((event) => ('header' in event ? event.header : ''));
      const [one = '', other = ''] = headers.flatMap(
        (header) => /"signature":"([^"]+)"/.exec(header)?.[1] ?? [],
      );
      const turn = (header: string) => header.replace(one, '…').replace(other, one).replace('…', other);
      return {
        events: events.map((event) => ('header' in event ? { ...event, header: turn(event.header) } : event)),
      };
    });
    const report = verified(swapped);
    expect(report.outcome).toBe('tampered');
    expect(signaturesIn(report)).toMatchObject({ result: 'FAIL', code: 'signature-wrong' });
  });

  it('is verified by whoever trusts the administration’s log, and asked for where the policy says so', async () => {
    const bundle = await exported(JUDGE);
    const unknown = verified(bundle, { logs: [ledger.keyOf('business')] });
    expect(unknown.outcome).toBe('not-verifiable');
    expect(signaturesIn(unknown)).toMatchObject({ code: 'signers-unproven' });
    expect(verified(bundle, { signed: ['ReviewReturned', 'ReviewConcurred'] }).outcome).toBe('verified');
    const unsigned = verified(bundle, { signed: ['CaseRegistered'] });
    expect([unsigned.outcome, signaturesIn(unsigned)?.code]).toEqual(['not-verifiable', 'signature-missing']);
  });
});
