import type { Adapter, AdapterPayload } from 'oidc-provider';

/** More are never kept: whoever opens the sign-in page makes one. */
const KEPT = 20_000;

interface Kept {
  readonly payload: AdapterPayload;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

const DONE = Promise.resolve(undefined);

/**
 * What the provider remembers: sessions, codes, refresh tokens. In memory on purpose: after a restart people sign in
 * again, and nothing that proves anything is lost.
 */
export class ProviderState {
  readonly #kept = new Map<string, Kept>();

  /** The part of one kind of thing. */
  readonly adapter = (kind: string): Adapter => ({
    upsert: (id, payload, expiresIn) => {
      this.#keep(`${kind} ${id}`, payload, expiresIn);
      return DONE;
    },
    find: (id) => Promise.resolve(this.#find(`${kind} ${id}`)),
    findByUid: (uid) =>
      Promise.resolve(this.#first((payload) => payload.kind === kind && payload.uid === uid)),
    // Only devices without a browser have such codes.
    findByUserCode: () => DONE,
    consume: (id) => {
      this.#consume(`${kind} ${id}`);
      return DONE;
    },
    destroy: (id) => {
      this.#kept.delete(`${kind} ${id}`);
      return DONE;
    },
    revokeByGrantId: (grantId) => {
      this.#revoke(grantId);
      return DONE;
    },
  });

  /** @param expiresIn seconds; what does not say ends with the process only. */
  #keep(key: string, payload: AdapterPayload, expiresIn = Infinity): void {
    this.#kept.delete(key);
    this.#kept.set(key, { payload, until: Date.now() + expiresIn * 1000 });
    if (this.#kept.size > KEPT) this.#makeRoom();
  }

  #consume(key: string): void {
    const payload = this.#find(key);
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
  }

  #revoke(grantId: string): void {
    for (const [key, { payload }] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(key);
  }

  #find(key: string): AdapterPayload | undefined {
    const kept = this.#kept.get(key);
    return kept && kept.until > Date.now() ? kept.payload : undefined;
  }

  #first(isMeant: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const { payload, until } of this.#kept.values())
      if (until > Date.now() && isMeant(payload)) return payload;
    return undefined;
  }

  /** What is over; if that is not enough, what nobody has touched for longest. */
  #makeRoom(): void {
    for (const [key, { until }] of this.#kept) if (until <= Date.now()) this.#kept.delete(key);
    for (const key of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) return;
      this.#kept.delete(key);
    }
  }
}
