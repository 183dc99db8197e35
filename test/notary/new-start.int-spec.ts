import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { nodeSuite, RESTARTS_STREAM, streamOfCase, verifyBundle } from '@liuhen/ledger';
import { systemClock } from '@liuhen/platform';
import { BUSINESS } from '../event-store/open-store';
import { evidenceOf } from './support/evidence-of';
import { NotaryDesk } from './support/notary-desk';

const CASE = '（2026）黔0102民初1号';

describe('evidence at the moment when a new start is told', () => {
  let desk: NotaryDesk;
  beforeEach(async () => {
    desk = new NotaryDesk();
    await desk.open();
  });
  afterEach(() => desk.close());

  const append = (stream: string, header: { readonly type: string; readonly case: string | null }) =>
    desk.store.append(
      requestFor(
        sealedChain(1, { log: BUSINESS, stream, header: { ...header, recordedAt: systemClock.now() } }),
      ),
    );

  it('is that of the start before, as long as nothing is signed in the new one', async () => {
    await append(streamOfCase(CASE), { type: 'SomethingHappened', case: CASE });
    desk.startNotary(1);
    await desk.untilCosigned(2);
    await desk.stopNotary();
    await append(RESTARTS_STREAM, { type: 'LedgerRestarted', case: null });
    const bundle = await evidenceOf(desk.store, desk.database.operatorClient, [CASE]);
    const circumstances = { suite: nodeSuite, now: systemClock.now() };
    const report = bundle && verifyBundle(bundle, desk.policy(1), circumstances);
    expect([report?.outcome, report?.restarts]).toEqual(['verified', []]);
  });
});
