import { fsck, logIdentity } from '@liuhen/event-store';
import { payloadData } from '@liuhen/kernel';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../support/until';
import { Drilled } from './support/drilled';
import { Everywhere } from './support/everywhere';
import { LEADER, LEADER_ABOVE, OldCase, PLACE, SECRET } from './support/old-case';

const NUMBER = '（2026）黔0102民初970号';

interface Row {
  readonly type: string;
  readonly leaf: string;
  readonly payload: string;
}

describe('a backup that is put back', () => {
  let drilled: Drilled;
  /** Before the case; before the proposal; before the second approval. */
  let backups: { readonly empty: string; readonly unasked: string; readonly halfway: string };
  let redaction: Row;

  async function look<Result>(work: (everywhere: Everywhere) => Promise<Result>): Promise<Result> {
    const everywhere = await Everywhere.of(drilled.operatorUrl);
    return work(everywhere).finally(() => everywhere.close());
  }
  const stream = () =>
    look((everywhere) =>
      everywhere.rows<Row>(
        `select type, encode(leaf, 'hex') as leaf, payload from log_business.events
          where stream = $1 order by rev`,
        [`case-${NUMBER}`],
      ),
    );
  const tablesWith = (text: string) => look((everywhere) => everywhere.tablesWith(text));

  /** What happens while it runs. @returns a backup of what it left */
  async function during(work: (old: OldCase) => Promise<unknown>): Promise<string> {
    const api = await drilled.start();
    await work(new OldCase(api, NUMBER)).finally(() => api.close());
    return drilled.backUp();
  }

  beforeAll(async () => {
    drilled = await Drilled.prepare();
    const empty = await drilled.backUp();
    const unasked = await during((old) => old.bring());
    const halfway = await during(async (old) => {
      await old.propose(await old.idOf('CaseRegistered'), 'cause', 'publishedAt');
      await old.does(LEADER, '/redactions/1/approvals', {});
    });
    backups = { empty, unasked, halfway };
    await during((old) => old.does(LEADER_ABOVE, '/redactions/1/approvals', {}));
    [redaction] = (await stream()).slice(-1) as [Row];
  });
  afterAll(() => drilled.end());

  /** Put back, and started again. */
  async function restored(backup: string): Promise<void> {
    await drilled.putBack(backup);
    await (await drilled.start({ worker: false })).close();
  }

  it('has what was taken away since', async () => {
    expect(await tablesWith(SECRET)).toEqual([]);
    await drilled.putBack(backups.halfway);
    expect(await tablesWith(SECRET)).not.toEqual([]);
  });

  it('loses it again before anybody is served, to the very same event if nothing else was lost', async () => {
    await restored(backups.halfway);
    expect((await stream()).at(-1)).toMatchObject({ type: 'PayloadRedacted', leaf: redaction.leaf });
    for (const { payload } of await stream()) expect(payload).not.toContain(SECRET);
  });

  it('loses it again on the word of the system, which says what it restores, if more was lost', async () => {
    await restored(backups.unasked);
    const last = (await stream()).at(-1);
    expect(payloadData(last?.payload ?? '')).toMatchObject({
      restores: { leaf: redaction.leaf },
      approvers: [{ person: LEADER }, { person: LEADER_ABOVE }],
    });
    for (const { payload } of await stream()) expect(payload).not.toContain(SECRET);
  });

  it('does so once, however often it is started', async () => {
    const before = await stream();
    await (await drilled.start({ worker: false })).close();
    expect(await stream()).toEqual(before);
  });

  it('has nothing to lose if it does not know the case', async () => {
    await restored(backups.empty);
    expect(await stream()).toEqual([]);
  });

  it('shows it nowhere, once the read models have come after', async () => {
    await drilled.putBack(backups.halfway);
    const api = await drilled.start();
    await until(async () => (await tablesWith(SECRET)).length === 0);
    const { events } = await new OldCase(api, NUMBER).history();
    await api.close();
    expect(events.map(({ line }) => line).join()).toContain('【案由、公开出处已依法遮蔽');
    expect(await tablesWith(PLACE)).toEqual([]);
  });

  it('is not served where the journal cannot be trusted', async () => {
    const [entry = ''] = readdirSync(drilled.journal);
    const path = join(drilled.journal, entry);
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, -1));
    await expect(drilled.start({ worker: false })).rejects.toThrow('遮蔽日志已损坏');
    writeFileSync(path, whole);
    await (await drilled.start({ worker: false })).close();
  });

  it('is explained to fsck', async () => {
    const log = logIdentity({ origin: drilled.config.logOrigin, hash: drilled.config.logHash }, 'business');
    expect((await fsck(drilled.config.databaseAppUrl, log)).findings).toEqual([]);
  });

  it('is the end of what was taken away where the journal is lost as well, and only there', async () => {
    rmSync(drilled.journal, { recursive: true });
    await restored(backups.halfway);
    expect((await stream()).map(({ payload }) => payload).join()).toContain(SECRET);
  });
});
