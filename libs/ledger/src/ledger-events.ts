import { parseNatural } from './natural';
import { Malformed } from './malformed';
import { isDigest, type Digest, type EventTypes, type JsonObject, type Message } from '@liuhen/kernel';

/** 各流之末: what the last event of every stream was, up to a tree that does not contain this event. */
export type HeadsRecorded = Message<'HeadsRecorded', Heads>;

export interface Heads {
  /** Leaves of the tree for which the heads speak. */
  readonly treeSize: number;
  readonly treeRoot: Digest;
  /** Root of the map from streams to their last event. */
  readonly mapRoot: Digest;
  /** Streams in the map. */
  readonly streams: number;
}

/** 日志重新起算: an operator declares that the log does not go on from its last signed checkpoint. */
export type LedgerRestarted = Message<'LedgerRestarted', Restart>;

export interface Restart {
  /** Counted from 1, the log's founding. */
  readonly start: number;
  readonly formerOrigin: string;
  /** The last checkpoint that was signed before. */
  readonly formerSize: number;
  readonly formerRoot: Digest;
  readonly reason: string;
  /** Who declared it, in the operator's words. */
  readonly declaredBy: string;
}

export type LedgerEvent = HeadsRecorded | LedgerRestarted;

export const ledgerEvents: EventTypes<LedgerEvent> = {
  HeadsRecorded: { schema: 1 },
  LedgerRestarted: { schema: 1 },
};

/** The stream in which new starts are declared. */
export const RESTARTS_STREAM = 'ledger';

/** Heads of one day are one stream, so that it stays short. */
export const headsStream = (day: string): string => `heads-${day}`;

/** Origin of the log of a deployment in which persons' keys are registered: its logs are called after it. */
export const administrationOf = (log: string): string =>
  `${log.slice(0, log.lastIndexOf('/') + 1)}administration`;

/** The stream of a person's keys in that log. */
export const keyStreamOf = (person: string): string => `key-${person}`;

/** Origin under which the checkpoints of a start are signed. */
export const originOfStart = (log: string, start: number): string =>
  start === 1 ? log : `${log}/start-${String(start)}`;

/** @throws Malformed */
export function headsOf({ treeSize, treeRoot, mapRoot, streams }: JsonObject): Heads {
  const natural = (value: unknown): number => parseNatural(String(value));
  if (!isDigest(treeRoot) || !isDigest(mapRoot)) throw new Malformed('HeadsRecorded');
  return { treeSize: natural(treeSize), treeRoot, mapRoot, streams: natural(streams) };
}
