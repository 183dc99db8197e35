import { PostgresEventStore, logIdentity } from '@liuhen/event-store';
import { canonicalJson, digest, type JsonObject, type LogIdentity, type SealedEvent } from '@liuhen/kernel';
import { systemClock, systemEntropy } from '@liuhen/platform';
import { appUrl, migrate } from '../../deploy/migrations';
import { sealDecision } from '../../libs/event-store/src/seal-decision';
import { caseEvents, caseStream } from '../../libs/supervision/src/case/case.events';
import { actOf, caseEvent, caseNumberOf } from '../workload/case-work';
import type { AppendNext, Contender } from './store';

const DEPLOYMENT = { origin: 'bench.invalid', hash: 'sha256' } as const;

const BUSINESS: LogIdentity = logIdentity(DEPLOYMENT, 'business');

export const install = (ownerUrl: string): Promise<void> => migrate(ownerUrl, DEPLOYMENT);

export const openLog = (ownerUrl: string): Promise<PostgresEventStore> =>
  PostgresEventStore.open({ url: appUrl(ownerUrl), log: BUSINESS });

export const countSql = 'select count(*) as rows from log_business.events';

/** Our store as the product opens it. Sealing (canonical JSON, commitment, chain) is part of every append. */
export const liuhen: Contender = {
  install,
  countSql,
  async open(ownerUrl) {
    const store = await openLog(ownerUrl);
    return { begin: (n) => appendSealed(store, n), close: () => store.close() };
  },
};

function appendSealed(store: PostgresEventStore, n: number): AppendNext {
  let last: SealedEvent | undefined;
  return async () => {
    const sealed = nextOf(n, last);
    await store.append({
      stream: sealed.header.stream,
      expected: last?.header.rev ?? 'no-stream',
      events: [sealed],
    });
    last = sealed;
    return 1;
  };
}

/** The event that follows in the n-th case, sealed as `execute` does. */
export function nextOf(n: number, last: SealedEvent | undefined, at = systemClock.now()): SealedEvent {
  const caseNumber = caseNumberOf(n);
  const stream = caseStream(caseNumber);
  const rev = last ? last.header.rev + 1 : 0;
  const event = caseEvent(caseNumber, rev);
  const act = actOf(event, `${String(n)}-${String(rev)}`);
  const commandHash = digest(
    'sha256',
    'command',
    canonicalJson({ stream, type: event.type, body: event.data as JsonObject }),
  );
  const context = {
    identity: BUSINESS,
    stream,
    caseNumber,
    last,
    act: { ...act, at },
    commandHash,
    reliedOn: [],
  };
  const [sealed] = sealDecision([event], caseEvents, context, systemEntropy);
  if (!sealed) throw new Error('one event was decided');
  return sealed;
}
