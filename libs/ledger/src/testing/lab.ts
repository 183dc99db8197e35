import { sealedChain } from '@liuhen/event-store/testing';
import {
  chinaDateOf,
  epochMsOf,
  instantOf,
  PAYLOAD_REDACTED,
  redactedPayload,
  type EventHeader,
  type HashAlgorithm,
  type Instant,
  type JsonObject,
  type LogIdentity,
  type SealedEvent,
} from '@liuhen/kernel';
import { fromHex, toHex } from '../bytes';
import { EMPTY_MAP_ROOT, type HeadsMap } from '../heads/heads-map';
import { proveHead, type ProvenHead } from '../heads/prove-head';
import { MemoryPages } from '../heads/testing/memory-pages';
import { updateHeads } from '../heads/update-heads';
import { headsStream, originOfStart, RESTARTS_STREAM } from '../ledger-events';
import type { Hash } from '../merkle/hash';
import type { SignedNote } from '../note/note';
import type { Policy } from '../policy/policy';
import { nodeSuite } from '../suites/node/node-suite';
import { LabCosigning } from './lab-cosigning';
import { LabTree } from './lab-tree';
import { redactionOf } from './redaction';

export interface LabOptions {
  /** SHA-256 unless said otherwise. */
  readonly hash?: HashAlgorithm;
  /** At most three; one unless said otherwise. */
  readonly cosigners?: number;
  /** Labs of different seeds have different ids and salts. */
  readonly seed?: string;
  readonly origin?: string;
  /** The log's key is that of the third cosigner: two logs have two keys. */
  readonly isSecond?: boolean;
}

/** An event to be appended, in what it differs from others. */
export interface LabEvent {
  readonly type?: string;
  readonly data?: JsonObject;
  readonly header?: Partial<EventHeader>;
}

export interface LabCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly note: SignedNote;
}

/** Heads as they were recorded last. */
interface LabHeads extends HeadsMap {
  /** Of the tree for which they speak; the event that records them is its next leaf. */
  readonly size: number;
}

const FIRST_MOMENT = '2026-03-01T01:00:00.000Z';

/**
 * A log in memory, with all that is derived from it. Everything but SM2 signatures is the same in every run. It does as
 * it is told: to append what nobody would, or to sign what does not go on from before.
 */
export class Lab {
  readonly identity: LogIdentity;
  readonly hash: Hash;
  readonly tree: LabTree;
  /** By their leaves. */
  readonly events: SealedEvent[] = [];
  readonly checkpoints: LabCheckpoint[] = [];
  /** The next event is recorded then. */
  now: Instant = FIRST_MOMENT;
  start = 1;
  heads: LabHeads = { root: EMPTY_MAP_ROOT, streams: 0, size: 0 };
  readonly #pages = new MemoryPages();
  readonly #last = new Map<string, SealedEvent>();
  readonly #cosigning: LabCosigning;
  readonly #seed: string;

  constructor({
    hash = 'sha256',
    cosigners = 1,
    seed = '',
    origin = 'lab.invalid/business',
    isSecond = false,
  }: LabOptions) {
    this.identity = { name: 'business', origin, hash };
    this.hash = nodeSuite.hash(hash);
    this.tree = new LabTree(this.hash);
    this.#cosigning = new LabCosigning(origin, hash, cosigners, isSecond);
    this.#seed = seed;
  }

  /** Time goes by; a second passes after each event by itself. */
  wait(seconds: number): this {
    this.now = instantOf(epochMsOf(this.now) + 1_000 * seconds);
    return this;
  }

  /** The next event of a stream. */
  append(stream: string, { type = 'SomethingHappened', data, header }: LabEvent = {}): SealedEvent {
    const [event] = sealedChain(1, {
      ...{ log: this.identity, stream, after: this.#last.get(stream), seed: this.#seed },
      data: data ?? { 经过: `第${String(this.events.length)}件事`, 当事人: '张三' },
      header: { type, case: caseOf(stream), occurredAt: this.now, recordedAt: this.now, ...header },
    });
    if (!event) throw new Error('no event');
    this.wait(1);
    return this.adopt(event);
  }

  /** An event as it is, whether or not it belongs here. */
  adopt(event: SealedEvent): SealedEvent {
    this.#last.set(event.header.stream, event);
    this.events.push(event);
    this.tree.add(fromHex(event.leafHash));
    return event;
  }

  /** 依法遮蔽 of fields of an event, as the store and the act record it. */
  redact({ header: { id, rev, stream } }: SealedEvent, ...fields: readonly string[]): SealedEvent {
    const at = this.events.findIndex(({ header }) => header.id === id);
    const target = this.events[at];
    if (!target) throw new Error('no event');
    const data = redactionOf(this.identity.hash, target, ...fields);
    const redacted = redactedPayload(this.identity.hash, target, { event: id, rev, digests: data.digests });
    if (redacted === undefined) throw new Error('no such fields');
    this.events[at] = { ...target, payloadText: redacted };
    return this.append(stream, { type: PAYLOAD_REDACTED, data });
  }

  /** Brings the map of heads to the present tree, and records it. */
  async recordHeads(): Promise<SealedEvent> {
    const entries = this.events
      .slice(this.heads.size)
      .map(({ header: { stream, rev }, leafHash }) => ({ stream, rev, leaf: fromHex(leafHash) }));
    const { pages, ...map } = await updateHeads(this.hash, this.#pages, this.heads, entries);
    await this.#pages.write(pages);
    const { size } = this.tree;
    this.heads = { ...map, size };
    return this.append(headsStream(chinaDateOf(this.now)), {
      type: 'HeadsRecorded',
      data: {
        treeSize: size,
        treeRoot: toHex(this.tree.root()),
        mapRoot: toHex(map.root),
        streams: map.streams,
      },
      header: { case: null },
    });
  }

  head(stream: string): Promise<ProvenHead> {
    return proveHead(this.hash, this.#pages, this.heads.root, stream);
  }

  /** 重新起算. */
  restart(): SealedEvent {
    const formerOrigin = originOfStart(this.identity.origin, this.start++);
    const former = this.checkpoints.at(-1);
    return this.append(RESTARTS_STREAM, {
      type: 'LedgerRestarted',
      data: {
        ...{ start: this.start, formerOrigin, formerSize: former?.size ?? 0 },
        ...{ formerRoot: toHex(this.tree.root(former?.size ?? 0)), reason: '恢复备份', declaredBy: '运维' },
      },
      header: { case: null },
    });
  }

  /** A signed checkpoint of the present tree. @param times when cosigners sign, all of them now unless said otherwise. */
  async checkpoint(times?: Readonly<Record<string, number>>): Promise<LabCheckpoint> {
    const origin = originOfStart(this.identity.origin, this.start);
    const { size } = this.tree;
    const checkpoint = { origin, size, root: this.tree.root() };
    const now = Math.floor(epochMsOf(this.now) / 1_000);
    const note = await this.#cosigning.sign(checkpoint, times ?? this.#cosigning.all(now));
    this.checkpoints.push({ origin, size, note });
    return { origin, size, note };
  }

  /** Takes the word of the log in each of its starts, and asks for all cosigners and all checks. */
  policy(changes: Partial<Policy> = {}): Policy {
    return { ...this.#cosigning.policy(this.start), ...changes };
  }
}

const caseOf = (stream: string): string | null =>
  stream.startsWith('case-') ? stream.slice('case-'.length) : null;

export const newLab = (options: LabOptions = {}): Lab => new Lab(options);
