import type { Digest, HashAlgorithm, Instant } from '@liuhen/kernel';
import type { HeadEntry } from '../heads/heads-map';
import type { MapProof } from '../heads/map-proof';
import type { SignedNote } from '../note/note';

/** 证据包: what proves the history of cases to somebody who knows nothing but the policy. */
export interface Bundle {
  readonly manifest: Manifest;
  /** In the order of the included cases, of each from its first event on. */
  readonly events: readonly BundleEvent[];
  /** In whose tree the events are. */
  readonly checkpoint: SignedNote;
  /** By their sizes. */
  readonly brackets: readonly Bracket[];
  readonly heads: BundleHeads;
  /** All events of {@link RESTARTS_STREAM}. */
  readonly starts: readonly ShownEvent[];
  /** Digests of the fields that this reader may not see, by the ids of their events. */
  readonly withheld: ReadonlyMap<string, readonly Digest[]>;
  /** `null` if none of the events that are shown bears its person's own signature. */
  readonly signers: BundleSigners | null;
}

/** 签名人: the keys of those who signed, as another log of the deployment, the one of its administration, has them. */
export interface BundleSigners {
  /** Of that log. */
  readonly checkpoint: SignedNote;
  /** One stream for each person. */
  readonly heads: BundleHeads;
  /** All events of these streams; of what is not about a key only digests are shown. */
  readonly events: readonly ShownEvent[];
}

/** What the exporter says of the bundle. Nobody but the exporter answers for it. */
export interface Manifest {
  /** Of the checkpoint. */
  readonly origin: string;
  /** Origin of the log, as headers have it. */
  readonly log: string;
  readonly hash: HashAlgorithm;
  readonly treeSize: number;
  readonly exportedAt: Instant;
  readonly exportedBy: Exporter;
  readonly purpose: string;
  readonly cases: readonly BundleCase[];
}

export interface Exporter {
  readonly person: string;
  readonly post: string;
  /** Code of the court. */
  readonly court: string;
}

/** With its events, proved not to exist, or only named, for the reader may not see it. */
export const CASE_STATES = { included: '已载入', absent: '经证明不存在', withheld: '未载入' } as const;
export type CaseState = keyof typeof CASE_STATES;

export interface BundleCase {
  /** Canonical case number. */
  readonly case: string;
  readonly stream: string;
  readonly state: CaseState;
  /** How many are included. */
  readonly events: number;
}

/** The stream of a case is called after its number; one that is called otherwise is not the case's. */
export const streamOfCase = (caseNumber: string): string => `case-${caseNumber}`;

/** An event with its place in the tree. */
export interface ProvenEvent {
  /** Of the leaf. */
  readonly index: number;
  /** That the leaf is in the tree of the checkpoint. */
  readonly proof: readonly Uint8Array[];
  /** Text of the header, as stored. */
  readonly header: string;
  /** Lines of the payload: disclosures, and digests in place of what is withheld. */
  readonly payload: readonly string[];
}

interface Place {
  readonly stream: string;
  readonly rev: number;
}

export type ShownEvent = ProvenEvent & Place;

/** An event that this reader may not see, but for its hash. */
export interface HiddenEvent extends Place, Pick<ProvenEvent, 'index' | 'proof'> {
  readonly leaf: Uint8Array;
}

export type BundleEvent = ShownEvent | HiddenEvent;

export const isShown = (event: BundleEvent): event is ShownEvent => 'header' in event;

/** Another checkpoint, which tells by when events were recorded, or after when. */
export interface Bracket {
  readonly checkpoint: SignedNote;
  /** From the smaller tree to the larger, this one or the bundle's. */
  readonly proof: readonly Uint8Array[];
}

/** What the last event of each stream was. */
export interface BundleHeads {
  /** `HeadsRecorded`. */
  readonly event: ProvenEvent;
  /** From the tree for which the heads speak to the bundle's. */
  readonly consistency: readonly Uint8Array[];
  /** Of the cases: one for each that is included or absent, in their order, then one for {@link RESTARTS_STREAM}. */
  readonly streams: readonly StreamInHeads[];
}

export type StreamInHeads =
  | (HeadEntry & { readonly proof: MapProof })
  | { readonly stream: string; readonly absent: true; readonly proof: MapProof };
