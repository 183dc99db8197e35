import type { EventStore } from '@liuhen/event-store';
import { withMethods } from '../../../libs/event-store/src/testing/with-methods';

/** The process ends at each append: nothing comes back, whether or not it was stored. */
export const dying = (store: EventStore, when: 'before' | 'after'): EventStore =>
  withMethods(store, {
    append: async (...request) => {
      if (when === 'after') await store.append(...request);
      throw new Error('killed');
    },
  });
