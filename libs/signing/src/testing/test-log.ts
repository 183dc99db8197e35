import { leafHash, type EventHeader, type JsonObject, type SealedEvent } from '@liuhen/kernel';
import { sealedChain } from '@liuhen/event-store/testing';
import {
  consistencyProof,
  EMPTY_MAP_ROOT,
  formatAddCheckpoint,
  formatCheckpoint,
  fromHex,
  headsStream,
  newKey,
  nodeSuite,
  rootOf,
  signerOfKey,
  signNote,
  toHex,
  updateHeads,
  utf8,
  verifierKey,
  type Checkpoint,
  type Heads,
  type VerifierKey,
} from '@liuhen/ledger';
import type { Growth } from '../signer/sign-request';
import { tlogFiles } from './tlog-files';

export const ORIGIN = 'test.invalid/business';
const HASH = nodeSuite.hash('sha256');

/** A log in memory, which can be made to say anything. */
export class TestLog {
  readonly events: SealedEvent[] = [];
  readonly key: VerifierKey;
  readonly #last = new Map<string, SealedEvent>();

  /** @param seed logs of different seeds differ from their first event on. */
  constructor(
    private readonly seed = '',
    readonly signer = signerOfKey(newKey('ed25519')),
  ) {
    this.key = verifierKey(ORIGIN, 'log', signer);
  }

  /** The next event of a stream. */
  append(stream: string, header: Partial<EventHeader> = {}, data: JsonObject = {}): SealedEvent {
    const after = this.#last.get(stream);
    const [event] = sealedChain(1, { stream, after, seed: this.seed, header, data });
    if (!event) throw new Error('no event');
    this.#last.set(stream, event);
    this.events.push(event);
    return event;
  }

  /** Puts another header in the place of the last one, whatever follows from that. */
  replaceLast(change: (headerText: string) => string): void {
    const last = this.events.pop();
    if (!last) throw new Error('no event');
    const headerText = change(last.headerText);
    this.events.push({ ...last, headerText, leafHash: leafHash('sha256', headerText) });
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

  /** What the heads are for a tree of so many leaves. */
  async heads(size = this.events.length): Promise<Heads> {
    const entries = this.events
      .slice(0, size)
      .map(({ header: { stream, rev }, leafHash }) => ({ stream, rev, leaf: fromHex(leafHash) }));
    const noPages = { read: () => Promise.resolve(new Map<string, Uint8Array>()) };
    const { root, streams } = await updateHeads(HASH, noPages, { root: EMPTY_MAP_ROOT, streams: 0 }, entries);
    return { treeSize: size, treeRoot: toHex(this.checkpoint(size).root), mapRoot: toHex(root), streams };
  }

  /** The event that records them, or tells something else. */
  recordHeads(heads: Heads, header: Partial<EventHeader> = {}): SealedEvent {
    return this.append(headsStream('2026-03-01'), { type: 'HeadsRecorded', ...header }, { ...heads });
  }

  /** In the layout of C2SP tlog-tiles, and the payloads of the heads beside it. */
  files(size = this.events.length): Map<string, Uint8Array> {
    return tlogFiles(HASH, this.events.slice(0, size));
  }

  #leaves(from: number, to: number): readonly Uint8Array[] {
    return this.events.slice(from, to).map(({ leafHash }) => fromHex(leafHash));
  }
}
