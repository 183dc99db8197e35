import { systemAct } from '@liuhen/access';
import { execute } from '@liuhen/event-store';
import type { Decider, Message } from '@liuhen/kernel';
import { ledgerEvents, RESTARTS_STREAM, type LedgerRestarted } from '@liuhen/ledger';
import type { DeclaredRestart, SignerClient } from '@liuhen/signing';
import { beginAnew } from '../tables/tree-table';
import type { HeadsPlace } from './heads';

type RecordRestart = Message<'RecordRestart', DeclaredRestart>;

/** An operator has declared it, at the signer; the log can but tell. */
const restartDecider: Decider<null, RecordRestart, LedgerRestarted> = {
  events: { LedgerRestarted: ledgerEvents.LedgerRestarted },
  initial: null,
  decide: ({ data: { declaredAt, ...data } }) => [{ type: 'LedgerRestarted', data, occurredAt: declaredAt }],
  evolve: () => null,
};

type RestartPlace = Pick<HeadsPlace, 'runtime' | 'store' | 'transaction'>;

/**
 * 重新起算: if the signer was told that the log begins anew, the log tells it before anything is signed under the new
 * origin.
 *
 * @returns the start that is in force
 */
export async function followRestart(
  place: RestartPlace,
  signer: Pick<SignerClient, 'state'>,
  start: number,
): Promise<number> {
  const { origin, name: log } = place.store.identity;
  const standing = await signer.state(origin);
  const declared = standing.restarts.filter((restart) => restart.start > start);
  if (declared.length === 0) return start;
  for (const restart of declared) await record(place, restart);
  await place.transaction((db) => beginAnew(db, log, standing.start));
  return standing.start;
}

async function record({ runtime, store }: RestartPlace, restart: DeclaredRestart): Promise<void> {
  await execute(runtime, {
    decider: restartDecider,
    stream: RESTARTS_STREAM,
    caseNumber: null,
    command: { type: 'RecordRestart', data: restart },
    act: systemAct(`restart/${store.identity.name}/${String(restart.start)}`, 'ledger'),
    permit: () => undefined,
    facts: () => Promise.resolve(undefined),
  });
}
