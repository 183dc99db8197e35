import type { EventStore } from '@liuhen/event-store';
import type { Sql } from '@liuhen/kernel';
import { streamOfCase } from '@liuhen/ledger';
import { systemClock } from '@liuhen/platform';
import { assemble } from '../../../libs/notary/src/evidence/assemble';
import { stateOver } from '../../../libs/notary/src/evidence/covering-state';
import { ledgerOf } from '../../../libs/notary/src/reading/ledgers';

const READER = {
  person: 'p-inspector',
  post: 'post-inspector',
  kind: 'inspector',
  division: null,
  court: '黔',
  party: 'trialManagement',
  delegation: null,
  secondFactor: true,
} as const;

/** The bundle of cases that a reader gets who may see everything; `undefined` while the ledger does not cover them. */
export async function evidenceOf(
  store: EventStore,
  db: Sql,
  cases: readonly string[],
): Promise<Uint8Array | undefined> {
  const ledger = ledgerOf(store, db);
  const included = await Promise.all(
    cases.map(async (caseId) => {
      const events = await store.readStream(streamOfCase(caseId));
      return { caseId, events, isHidden: () => false, masked: new Map() };
    }),
  );
  const leaves = await ledger.numbering.leavesOf(included.flatMap(({ events }) => events));
  const state = await stateOver(ledger, Math.max(0, ...leaves.map((leaf) => (leaf ?? Infinity) + 1)));
  if (typeof state === 'string') return undefined;
  return assemble(ledger, state, {
    cases: included,
    named: [],
    purpose: '核验',
    reader: READER,
    signers: null,
    exportedAt: systemClock.now(),
  });
}
