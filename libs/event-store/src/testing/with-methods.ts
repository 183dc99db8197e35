import type { EventStore } from '../event-store';

/** The store, but with some of its methods as given. */
export const withMethods = (store: EventStore, methods: Partial<EventStore>): EventStore =>
  new Proxy(store, {
    get: (target, name) => Reflect.get(name in methods ? methods : target, name) as unknown,
  });
