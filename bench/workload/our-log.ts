import { PostgresEventStore, logIdentity } from '@liuhen/event-store';
import { canonicalJson, digest, type JsonObject, type LogIdentity, type SealedEvent } from '@liuhen/kernel';
import { appUrl } from '../../deploy/migrations/application-role';
import { sealDecision } from '../../libs/event-store/src/seal-decision';
import { systemClock, systemEntropy } from '../../libs/platform/src/runtime/system';
import { caseEvents, caseStream } from '../../libs/supervision/src/case/case.events';
import { actOf, caseEvent, caseNumberOf } from './case-work';

export const DEPLOYMENT = { origin: 'bench.invalid', hash: 'sha256' } as const;

const BUSINESS: LogIdentity = logIdentity(DEPLOYMENT, 'business');

/** What migrates is loaded only by the process that does it, never by one that is measured. */
export async function install(ownerUrl: string): Promise<void> {
  const { migrate } = await import('../../deploy/migrations/index.js');
  await migrate(ownerUrl, DEPLOYMENT);
}

/** As the product opens it. */
export const openLog = (ownerUrl: string): Promise<PostgresEventStore> =>
  PostgresEventStore.open({ url: appUrl(ownerUrl), log: BUSINESS });

export const countSql = 'select count(*) as rows from log_business.events';

/**
 * The event that follows in the n-th case, sealed as `execute` does it.
 *
 * @param key of the command, which the header carries.
 */
export function nextOf(n: number, last: SealedEvent | undefined, key?: string): SealedEvent {
  const caseNumber = caseNumberOf(n);
  const stream = caseStream(caseNumber);
  const rev = last ? last.header.rev + 1 : 0;
  const event = caseEvent(caseNumber, rev);
  const act = { ...actOf(event, key ?? `${String(n)}-${String(rev)}`), at: systemClock.now() };
  const command = { stream, type: event.type, body: event.data as JsonObject };
  const commandHash = digest(BUSINESS.hash, 'command', canonicalJson(command));
  const context = { identity: BUSINESS, stream, caseNumber, last, act, commandHash, reliedOn: [] };
  const [sealed] = sealDecision([event], caseEvents, context, systemEntropy);
  if (!sealed) throw new Error('one event was decided');
  return sealed;
}
