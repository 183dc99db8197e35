import type { EventHeader, JsonObject, SealedEvent } from '@liuhen/kernel';
import { sealedChain } from '@liuhen/event-store/testing';
import {
  consistencyProof,
  formatAddCheckpoint,
  formatCheckpoint,
  fromHex,
  newKey,
  nodeSuite,
  rootOf,
  signerOfKey,
  signNote,
  utf8,
  verifierKey,
  type Checkpoint,
} from '@liuhen/ledger';
import type { Growth } from '../signer/sign-request';

export const ORIGIN = 'test.invalid/business';
const HASH = nodeSuite.hash('sha256');

/** A log in memory, which can be made to say anything. */
export class TestLog {
  readonly events: SealedEvent[] = [];
  readonly signer = signerOfKey(newKey('ed25519'));
  readonly key = verifierKey(ORIGIN, 'log', this.signer);
  readonly #last = new Map<string, SealedEvent>();

  /** @param seed logs of different seeds differ from their first event on. */
  constructor(private readonly seed = '') {}

  /** The next event of a stream. */
  append(stream: string, header: Partial<EventHeader> = {}, data: JsonObject = {}): SealedEvent {
    const after = this.#last.get(stream);
    const [event] = sealedChain(1, { stream, after, seed: this.seed, header, data });
    if (!event) throw new Error('no event');
    this.#last.set(stream, event);
    this.events.push(event);
    return event;
  }

  /** So many events, in a few streams. */
  grow(count: number): this {
    for (let added = 0; added < count; added++) this.append(`case-${String(this.events.length % 7)}`);
    return this;
  }

  checkpoint(size = this.events.length): Checkpoint {
    return { origin: ORIGIN, size, root: rootOf(HASH, this.#leaves(0, size)) };
  }

  async growth(oldSize: number, size = this.events.length): Promise<Growth> {
    const proof = await consistencyProof(HASH, oldSize, size, (level, index) =>
      Promise.resolve(rootOf(HASH, this.#leaves(index * 2 ** level, (index + 1) * 2 ** level))),
    );
    return { checkpoint: this.checkpoint(size), oldSize, proof };
  }

  /** Body of add-checkpoint, signed by the log. */
  async request(oldSize: number, size = this.events.length): Promise<Uint8Array> {
    const { checkpoint, ...growth } = await this.growth(oldSize, size);
    const text = formatCheckpoint(checkpoint);
    const signatures = [await signNote(text, this.key, this.signer)];
    return utf8(formatAddCheckpoint({ ...growth, note: { text, signatures } }));
  }

  #leaves(from: number, to: number): readonly Uint8Array[] {
    return this.events.slice(from, to).map(({ leafHash }) => fromHex(leafHash));
  }
}
