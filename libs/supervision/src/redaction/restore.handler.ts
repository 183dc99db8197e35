import { systemAct } from '@liuhen/access';
import { BrokenChain, ClockBehind, execute, WrongRevision, type Runtime } from '@liuhen/event-store';
import {
  decode,
  erasableFields,
  PAYLOAD_REDACTED,
  redactedPayload,
  redactionIn,
  type Decider,
  type Message,
  type Redaction,
  type SealedEvent,
  type StoredEvent,
} from '@liuhen/kernel';
import type { SupervisoryAct } from '../supervisory-act';
import { redactionEvents, type PayloadRedacted } from './redaction.events';

/** What became of a redaction that was known outside the log. */
export type RestoredRedaction =
  /** The log has carried it out. */
  | 'kept'
  /** The log had lost it, as one does that was restored from a backup: it is carried out again. */
  | 'restored'
  /** The log had lost the event, too, of which it took something away; or that is nothing that may ever go. */
  | 'moot';

/**
 * Carries out a redaction that the log has lost. Where nothing else was lost, the very same event comes back with its
 * place and its hash; otherwise the system says what it restores, with all that the lost one said.
 *
 * @param acts whose events say what may go: more than that is not taken away on the word of a file.
 */
export async function restoreRedaction(
  runtime: Runtime,
  acts: readonly SupervisoryAct[],
  redaction: SealedEvent,
): Promise<RestoredRedaction> {
  const { hash } = runtime.store.identity;
  const stream = await runtime.store.readStream(redaction.header.stream);
  const named = redactionIn(redaction);
  const target = named && stream[named.rev];
  const left = target && redactedPayload(hash, target, named);
  if (left === undefined || !mayGo(acts, target, named)) return 'moot';
  if (left === target?.payloadText) return 'kept';
  if (!(await cameBack(runtime, redaction, stream))) await carryOutAgain(runtime, redaction);
  return 'restored';
}

function mayGo(
  acts: readonly SupervisoryAct[],
  target: StoredEvent | undefined,
  named: Redaction | undefined,
): boolean {
  const type = acts.flatMap(({ events }) => events[target?.header.type ?? ''] ?? [])[0];
  const erasable = Object.keys(type ? erasableFields(type) : {});
  return Object.keys(named?.digests ?? {}).every((field) => erasable.includes(field));
}

async function cameBack(
  { store }: Runtime,
  redaction: SealedEvent,
  stream: readonly StoredEvent[],
): Promise<boolean> {
  const { header } = redaction;
  if (stream.at(-1)?.leafHash !== header.prev) return false;
  try {
    await store.append({ stream: header.stream, expected: header.rev - 1, events: [redaction] });
    return true;
  } catch (error) {
    if (error instanceof WrongRevision || error instanceof BrokenChain || error instanceof ClockBehind)
      return false;
    throw error;
  }
}

const carryOutAgain = (runtime: Runtime, { header, payloadText, leafHash }: SealedEvent) =>
  execute(runtime, {
    decider: restoring,
    stream: header.stream,
    caseNumber: header.case,
    command: { type: 'RestoreRedaction', data: { header, payloadText, leafHash } },
    act: systemAct(`redaction/${header.id}`, 'redaction'),
    permit: () => undefined,
    facts: () => Promise.resolve(undefined),
  });

type RestoreRedaction = Message<'RestoreRedaction', Pick<SealedEvent, 'header' | 'payloadText' | 'leafHash'>>;

/** Judged when it was approved; a backup is no reason to judge it anew. */
const restoring: Decider<null, RestoreRedaction, PayloadRedacted> = {
  events: { PayloadRedacted: redactionEvents.PayloadRedacted },
  initial: null,
  decide: ({ data: lost }) => {
    const { id, recordedAt, secrecy, basis } = lost.header;
    const said = decode<PayloadRedacted>(restoring.events, lost as StoredEvent);
    if (!said) throw new TypeError(`${id} is no ${PAYLOAD_REDACTED}`);
    const restores = { event: id, leaf: lost.leafHash, at: recordedAt };
    return [{ type: PAYLOAD_REDACTED, data: { ...said.data, restores }, secrecy, basis }];
  },
  evolve: (state) => state,
};
