import type { Policies, Reader } from '@liuhen/access';
import type { EventStore } from '@liuhen/event-store';
import { decodeAll, type StoredEvent } from '@liuhen/kernel';
import { refuse } from './case-file.refusals';
import { caseEvents, caseStream, type CaseId } from '../case/case.events';

/** A case's whole stream, if the reader may read the case. @throws Refusal `case-not-found` either way */
export async function readableCase(
  store: EventStore,
  policies: Policies,
  caseId: CaseId,
  reader: Reader,
): Promise<readonly StoredEvent[]> {
  const events = await store.readStream(caseStream(caseId));
  const registered = decodeAll(caseEvents, events).find((event) => event.type === 'CaseRegistered');
  if (!registered) throw refuse('case-not-found');
  const handlingCourt = registered.data.court.code;
  policies.requireMayReadCase({ handlingCourt, recordedByCourt: registered.header.court }, reader);
  return events;
}
