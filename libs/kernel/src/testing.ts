import type { Act } from './act';
import { isRefusal, type Decided, type Decider } from './decider';
import type { EventHeader } from './event/header';
import type { Message } from './message';
import type { SentenceNames } from './sentences';

/** An act for tests: an ordinary judge's, live, on 1 March 2026. */
export const someAct = (changes: Partial<Act> = {}): Act => ({
  actor: { person: 'p-judge', post: 'post-judge', party: 'judge', delegation: null },
  court: '黔0102',
  at: '2026-03-01T01:00:00.000Z',
  occurredAt: '2026-03-01T01:00:00.000Z',
  source: 'live',
  basis: [],
  key: 'key-1',
  asked: null,
  correlation: 'correlation-1',
  cause: null,
  signature: null,
  ...changes,
});

/** A header for tests, with what a fold may look at. */
export const someHeader = (changes: Partial<EventHeader> = {}): EventHeader => ({
  v: 1,
  id: '019a0000-0000-7000-8000-000000000000',
  type: 'SomethingHappened',
  schema: 1,
  log: 'test.invalid/business',
  stream: 'case-test',
  rev: 0,
  prev: null,
  court: '黔0102',
  case: null,
  actor: someAct().actor,
  basis: [],
  occurredAt: '2026-03-01T01:00:00.000Z',
  recordedAt: '2026-03-01T01:00:00.000Z',
  source: 'live',
  command: { key: 'key-0', hash: '0'.repeat(64), signature: null },
  correlation: 'correlation-0',
  cause: null,
  secrecy: 'open',
  payloadHash: '0'.repeat(64),
  ...changes,
});

/** People, posts and courts go by their ids. */
export const namesAsIds: SentenceNames = {
  personName: (person) => person,
  postTitle: (post) => post,
  courtName: (court) => court,
};

type Given<Event extends Message> = Event & { readonly header?: Partial<EventHeader> };

/**
 * given / when / then for deciders:
 * `specify(reviews)(submitted).when(advise).then(advised)`, `.thenRefused('too-many-rounds')`.
 */
export const specify =
  <State, Command extends Message, Event extends Message, Facts>(
    decider: Decider<State, Command, Event, Facts>,
    facts: Facts,
  ) =>
  (...history: readonly Given<Event>[]) => ({
    state: () => stateAfter(decider, history),
    when: (command: Command, act: Partial<Act> = {}, changedFacts: Partial<Facts> = {}) => {
      const state = stateAfter(decider, history);
      const decision = decider.decide(command, state, someAct(act), { ...facts, ...changedFacts });
      return {
        decision,
        then: (...events: readonly Decided<Event>[]) => {
          expect(decision).toEqual(events);
        },
        thenRefused: (code: string, text: string | RegExp = '') => {
          if (!isRefusal(decision)) throw new Error(`not refused but ${JSON.stringify(decision)}`);
          expect(decision.code).toBe(code);
          expect(decision.message).toMatch(text);
        },
      };
    },
  });

function stateAfter<State, Event extends Message>(
  { initial, evolve }: Pick<Decider<State, never, Event, never>, 'initial' | 'evolve'>,
  history: readonly Given<Event>[],
): State {
  return history.reduce(
    (state, event) => evolve(state, event, someHeader({ type: event.type, ...event.header })),
    initial,
  );
}
