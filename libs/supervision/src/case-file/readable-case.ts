import type { Policies, Reader } from '@liuhen/access';
import type { EventStore } from '@liuhen/event-store';
import type { StoredEvent } from '@liuhen/kernel';
import { refuse } from './case-file.refusals';
import { caseFileOf } from './case-file-of';
import { caseStream, type CaseId } from '../case/case.events';

/** A case's whole stream, if the reader may read the case. @throws Refusal `case-not-found` either way */
export async function readableCase(
  store: EventStore,
  policies: Policies,
  caseId: CaseId,
  reader: Reader,
): Promise<readonly StoredEvent[]> {
  const events = await store.readStream(caseStream(caseId));
  const file = caseFileOf(events);
  if (!file) throw refuse('case-not-found');
  policies.requireMayReadCase(file, reader);
  return events;
}

/** 副卷: whether the reader may know what happened in the inner file of the case that the stream is. */
export function mayReadInnerFile(
  policies: Policies,
  stream: readonly StoredEvent[],
  reader: Reader,
): boolean {
  const file = caseFileOf(stream);
  return file !== undefined && policies.mayReadInnerFile(file, reader);
}
