import { OutcomeUnknown } from '../errors';
import type { EventStore } from '../event-store';
import { withMethods } from './with-methods';

/** An append whose answer never comes: the events were stored all the same, or they were not. */
export type AppendFault = 'stored-unanswered' | 'not-stored-unanswered';

/** The store, but its next appends go wrong as said, one after the other; `undefined` lets one pass. */
export function withAppendFaults(
  store: EventStore,
  faults: readonly (AppendFault | undefined)[],
): EventStore {
  const left = [...faults];
  return withMethods(store, {
    append: async (request, options) => {
      const fault = left.shift();
      if (fault === 'not-stored-unanswered') throw new OutcomeUnknown(request.stream);
      const result = await store.append(request, options);
      if (fault === 'stored-unanswered') throw new OutcomeUnknown(request.stream);
      return result;
    },
  });
}
