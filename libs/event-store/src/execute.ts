import {
  canonicalJson,
  decodeAll,
  digest,
  fold,
  hashOfCommand,
  isRefusal,
  type Act,
  type Clock,
  type Decider,
  type Digest,
  type Instant,
  type JsonObject,
  type Message,
  type Party,
  type Position,
  type SealedEvent,
  type SignedHeader,
  type StoredEvent,
} from '@liuhen/kernel';
import { OutcomeUnknown, WrongRevision } from './errors';
import { refuse } from './execute.refusals';
import { noteRefused } from './refused-execution';
import type { AppendResult, EventStore } from './event-store';
import { sealDecision, type Entropy } from './seal-decision';
import { trackingReader, type StreamReader } from './stream-reader';

/** What the runner works with. */
export interface Runtime {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** Judges a person's own signature over a command; without it no signed command is taken. */
  readonly signatures?: CommandSignatures;
}

/** @throws Refusal if the signature is none, or not this person's over this command at this moment */
export type CommandSignatures = (signed: SignedHeader) => Promise<void>;

/** A command on its way to a stream. */
export interface Execution<State, Command extends Message, Event extends Message, Facts> {
  readonly decider: Decider<State, Command, Event, Facts>;
  readonly stream: string;
  /** Canonical case number for the header, where there is one. */
  readonly caseNumber: string | null;
  readonly command: Command;
  readonly act: Omit<Act, 'at'>;
  /** Throws if the actor may not act on what the stream holds; asked before anything else is read or decided. */
  readonly permit: (state: State) => void;
  /** As which party the actor answers, where that depends on what the stream holds; as the act says unless given. */
  readonly answersAs?: (state: State) => Party;
  /** Gathers the facts from other streams, anew at each attempt. */
  readonly facts: (state: State, read: StreamReader) => Promise<Facts>;
  /** The revision that the user had seen (`If-Match`); a stream that has moved on is refused. */
  readonly seenRevision?: number | undefined;
}

/** The acknowledgement of a command: its events are durable. */
export interface Receipt {
  readonly stream: string;
  readonly position: Position;
  /** Of the stream after the command. */
  readonly revision: number;
  readonly events: readonly ReceiptEvent[];
  /** The command had been acknowledged before; nothing was added now. */
  readonly replayed: boolean;
}

export interface ReceiptEvent {
  readonly id: string;
  readonly type: string;
  readonly rev: number;
  readonly leaf: Digest;
  readonly recordedAt: Instant;
}

/** Enough for many people on one case at once; a stream that moves on more often is a fault. */
const MAX_DECISIONS = 20;
const MAX_RESENDS = 3;

/**
 * Loads, folds, decides, appends at the exact revision; decides again when somebody else was first.
 *
 * Repeatable: a person's command with a key already in the stream is answered from those events. This also
 * resolves a crash between append and answer.
 *
 * @throws Refusal, and the errors of {@link EventStore.append}.
 */
export async function execute<State, Command extends Message, Event extends Message, Facts>(
  runtime: Runtime,
  execution: Execution<State, Command, Event, Facts>,
): Promise<Receipt> {
  const commandHash = hashOf(runtime.store, execution);
  for (let attempt = 1; ; attempt++) {
    const history = await runtime.store.readStream(execution.stream);
    const earlier = earlierReceipt(history, execution, commandHash);
    if (earlier) return earlier;
    const events = await decide(runtime, execution, history, commandHash).catch((error: unknown) => {
      throw noteRefused(error, execution);
    });
    try {
      const { position, replayed } = await appendResolved(
        runtime.store,
        execution.stream,
        history.length,
        events,
      );
      return receipt(execution.stream, events, position, replayed);
    } catch (error) {
      if (!(error instanceof WrongRevision) || attempt === MAX_DECISIONS) throw error;
    }
  }
}

/** Of what the user asked, not of what a release makes of it, so that it holds when the software changes. */
function hashOf<State, Command extends Message, Event extends Message, Facts>(
  { identity }: EventStore,
  { stream, command, act }: Execution<State, Command, Event, Facts>,
): Digest {
  const { asked, occurredAt, source } = act;
  if (asked) return hashOfCommand(identity.hash, asked);
  const body = { data: command.data as JsonObject, occurredAt, source };
  return digest(identity.hash, 'command', canonicalJson({ stream, type: command.type, body }));
}

function earlierReceipt(
  history: readonly StoredEvent[],
  { stream, act }: Pick<Execution<never, never, never, never>, 'stream' | 'act'>,
  commandHash: Digest,
): Receipt | undefined {
  const same = history.filter(
    ({ header }) => header.actor.person === act.actor.person && header.command.key === act.key,
  );
  const last = same.at(-1);
  if (!last) return undefined;
  if (last.header.command.hash !== commandHash) throw refuse('idempotency-key-reused', 'Idempotency-Key');
  return receipt(stream, same, last.position, true);
}

async function decide<State, Command extends Message, Event extends Message, Facts>(
  runtime: Runtime,
  execution: Execution<State, Command, Event, Facts>,
  history: readonly StoredEvent[],
  commandHash: Digest,
): Promise<readonly SealedEvent[]> {
  const { store, clock, entropy } = runtime;
  const { decider, stream, command, permit, facts, seenRevision } = execution;
  const state = fold(decider, decodeAll(decider.events, history));
  permit(state);
  if (seenRevision !== undefined && seenRevision !== history.length - 1)
    throw refuse('stale-revision', 'If-Match');
  const reader = trackingReader(store);
  const gathered = await facts(state, reader.read);
  const last = history.at(-1);
  const act: Act = {
    ...execution.act,
    actor: { ...execution.act.actor, party: execution.answersAs?.(state) ?? execution.act.actor.party },
    at: laterOf(clock.now(), last?.header.recordedAt),
  };
  await requireOwnSignature(runtime, stream, act, commandHash);
  const decision = decider.decide(command, state, act, gathered);
  if (isRefusal(decision)) throw decision;
  if (decision.length === 0) throw new Error(`${command.type} decided nothing`);
  const { caseNumber } = execution;
  const context = {
    identity: store.identity,
    stream,
    caseNumber,
    last,
    act,
    commandHash,
    reliedOn: reader.reliedOn(),
  };
  return sealDecision(decision, decider.events, context, entropy);
}

async function requireOwnSignature(
  { store, signatures }: Runtime,
  stream: string,
  { actor, key, signature, at: recordedAt }: Act,
  hash: Digest,
): Promise<void> {
  if (signature === null) return;
  if (!signatures) throw new Error('signed commands are not taken here');
  await signatures({
    log: store.identity.origin,
    stream,
    actor,
    command: { key, hash, signature },
    recordedAt,
  });
}

/** An unanswered append is sent again as it is: the store tells from the ids whether it had been stored. */
export async function appendResolved(
  store: EventStore,
  stream: string,
  length: number,
  events: readonly SealedEvent[],
): Promise<AppendResult> {
  const request = { stream, expected: length === 0 ? ('no-stream' as const) : length - 1, events };
  for (let resend = 0; ; resend++) {
    try {
      return await store.append(request);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || resend === MAX_RESENDS) throw error;
    }
  }
}

function receipt(
  stream: string,
  events: readonly SealedEvent[],
  position: Position,
  replayed: boolean,
): Receipt {
  const revision = events.at(-1)?.header.rev ?? -1;
  return { stream, position, revision, events: events.map(receiptEvent), replayed };
}

const receiptEvent = ({ header, leafHash }: SealedEvent): ReceiptEvent => ({
  id: header.id,
  type: header.type,
  rev: header.rev,
  leaf: leafHash,
  recordedAt: header.recordedAt,
});

const laterOf = (now: Instant, last: Instant | undefined): Instant =>
  last !== undefined && last > now ? last : now;
