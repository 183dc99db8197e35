import { fieldDigests, withholdFields, type Digest, type SealedEvent } from '@liuhen/kernel';
import {
  streamOfCase,
  type Bracket,
  type Bundle,
  type BundleCase,
  type BundleEvent,
  type BundleSigners,
  type HiddenEvent,
  type ShownEvent,
  type StreamInHeads,
} from '../bundle/bundle';
import { writeBundle } from '../bundle/write-bundle';
import { fromHex } from '../bytes';
import { RESTARTS_STREAM } from '../ledger-events';
import type { Lab, LabCheckpoint } from './lab';

/** What is asked of a lab. */
export interface LabWishes {
  /** Case numbers; a case without events is proved not to exist. */
  readonly cases: readonly string[];
  /** Case numbers of which only the names are told. */
  readonly others?: readonly string[];
  /** Events that the reader may not see. */
  readonly isHidden?: (event: SealedEvent) => boolean;
  /** Names of the fields that the reader may not see. */
  readonly withheld?: (event: SealedEvent) => readonly string[];
  /** The registrations of the keys of those who signed. */
  readonly signers?: BundleSigners;
  /** The last one unless said otherwise. */
  readonly checkpoint?: LabCheckpoint;
}

/** A lab's bundle; all its other checkpoints are brackets. */
export async function labBundle(lab: Lab, wishes: LabWishes): Promise<Bundle> {
  const checkpoint = wishes.checkpoint ?? lab.checkpoints.at(-1);
  const headsEvent = lab.events[lab.heads.size];
  if (!checkpoint || !headsEvent) throw new Error('heads and a checkpoint are needed first');
  const shown = (event: SealedEvent, index: number) => shownEvent(lab, wishes, checkpoint, event, index);
  const inTree = [...lab.events.entries()].slice(0, checkpoint.size);
  const eventsOf = (stream: string) => inTree.filter(([, { header }]) => header.stream === stream);
  const cases = casesOf(wishes, (stream) => eventsOf(stream).length);
  const streams = cases.filter(({ state }) => state !== 'withheld').map(({ stream }) => stream);
  const events = streams
    .flatMap(eventsOf)
    .map(async ([index, event]): Promise<BundleEvent> =>
      wishes.isHidden?.(event) === true ? hiddenEvent(lab, checkpoint, event, index) : shown(event, index),
    );
  const { index, proof, header, payload } = await shown(headsEvent, lab.heads.size);
  return {
    manifest: {
      ...{ origin: checkpoint.origin, log: lab.identity.origin, hash: lab.identity.hash },
      ...{ treeSize: checkpoint.size, exportedAt: lab.now, purpose: '核验' },
      exportedBy: { person: 'p-inspector', post: 'post-inspector', court: '黔01' },
      cases,
    },
    events: await Promise.all(events),
    checkpoint: checkpoint.note,
    brackets: await bracketsOf(lab, checkpoint),
    heads: {
      event: { index, proof, header, payload },
      consistency: await lab.tree.consistency(lab.heads.size, checkpoint.size),
      streams: await Promise.all([...streams, RESTARTS_STREAM].map((stream) => streamInHeads(lab, stream))),
    },
    starts: await Promise.all(eventsOf(RESTARTS_STREAM).map(([at, event]) => shown(event, at))),
    withheld: new Map(
      streams.flatMap(eventsOf).map(([, event]) => [event.header.id, digestsOf(lab, wishes, event)]),
    ),
    signers: wishes.signers ?? null,
  };
}

/** What the log of the administration has of these streams of keys; of other events no field is shown. */
export async function labSigners(lab: Lab, streams: readonly string[]): Promise<BundleSigners> {
  const withheld: LabWishes['withheld'] = ({ header, payloadText }) =>
    header.type.startsWith('PersonKey') ? [] : [...fieldDigests(lab.identity.hash, payloadText).keys()];
  const { checkpoint, heads } = await labBundle(lab, { cases: [] });
  const [last] = lab.checkpoints.slice(-1);
  if (!last) throw new Error('a checkpoint is needed first');
  const shown = [...lab.events.entries()].filter(([, { header }]) => streams.includes(header.stream));
  return {
    checkpoint,
    heads: { ...heads, streams: await Promise.all(streams.map((stream) => streamInHeads(lab, stream))) },
    events: await Promise.all(
      shown.map(([index, event]) => shownEvent(lab, { cases: [], withheld }, last, event, index)),
    ),
  };
}

/** The file of {@link labBundle}. */
export const labBundleFile = async (lab: Lab, wishes: LabWishes): Promise<Uint8Array> =>
  writeBundle(await labBundle(lab, wishes), lab.hash);

const casesOf = (
  { cases, others = [] }: LabWishes,
  eventsIn: (stream: string) => number,
): readonly BundleCase[] => [
  ...cases.map((number) => {
    const stream = streamOfCase(number);
    const events = eventsIn(stream);
    return { case: number, stream, state: events === 0 ? 'absent' : 'included', events } as const;
  }),
  ...others.map(
    (number) => ({ case: number, stream: streamOfCase(number), state: 'withheld', events: 0 }) as const,
  ),
];

async function shownEvent(
  lab: Lab,
  wishes: LabWishes,
  { size }: LabCheckpoint,
  event: SealedEvent,
  index: number,
): Promise<ShownEvent> {
  const { header, headerText, payloadText } = event;
  const payload = withholdFields(lab.identity.hash, payloadText, new Set(digestsOf(lab, wishes, event)));
  return {
    ...{ index, stream: header.stream, rev: header.rev, header: headerText },
    proof: await lab.tree.inclusion(index, size),
    payload: payload === '' ? [] : payload.split('\n'),
  };
}

async function hiddenEvent(
  lab: Lab,
  { size }: LabCheckpoint,
  { header: { stream, rev }, leafHash }: SealedEvent,
  index: number,
): Promise<HiddenEvent> {
  return { index, stream, rev, leaf: fromHex(leafHash), proof: await lab.tree.inclusion(index, size) };
}

/** Of the fields that are withheld by right of access. */
function digestsOf(lab: Lab, { withheld, isHidden }: LabWishes, event: SealedEvent): readonly Digest[] {
  const fields = isHidden?.(event) === true ? [] : (withheld?.(event) ?? []);
  if (fields.length === 0) return [];
  const shown = fieldDigests(lab.identity.hash, event.payloadText);
  return fields.flatMap((field) => shown.get(field) ?? []);
}

async function streamInHeads(lab: Lab, stream: string): Promise<StreamInHeads> {
  const { entry, proof } = await lab.head(stream);
  return entry ? { ...entry, proof } : { stream, absent: true, proof };
}

/** Of several checkpoints of one size, the last. */
function bracketsOf(lab: Lab, checkpoint: LabCheckpoint): Promise<readonly Bracket[]> {
  const bySize = new Map(lab.checkpoints.map((one) => [one.size, one]));
  bySize.delete(checkpoint.size);
  return Promise.all(
    [...bySize.values()].map(async ({ size, note }) => ({
      checkpoint: note,
      proof: await lab.tree.consistency(Math.min(size, checkpoint.size), Math.max(size, checkpoint.size)),
    })),
  );
}
