import type { EventStore } from '../../event-store';
import { MemoryEventStore } from '../../memory/memory-event-store';
import { TEST_LOG } from '../sealed-chain';
import * as readers from './broken/readers';
import * as subscriptions from './broken/subscriptions';
import * as writers from './broken/writers';
import { checkModel, type ModelOptions } from './check-model';
import { COMMANDS } from './commands';
import { memoryLog } from './memory-process';
import type { PostCondition } from './violation';

type Break = (store: EventStore) => EventStore;
type Options = Partial<ModelOptions>;

const { append, appendInHaste, readStream, readPage, crash, project, rebuild, subscribe, resume } = COMMANDS;

/** What the model says of a store that is broken; the cause says what does not hold. */
async function failureOf(breaks: Break, options: Options = {}): Promise<Error> {
  const open = () => Promise.resolve(memoryLog(breaks(new MemoryEventStore(TEST_LOG))));
  const check = checkModel(open, { runs: 300, patienceMs: 20, seed: 1, ...options });
  const failure: unknown = await check.catch((error: unknown) => error);
  if (!(failure instanceof Error)) throw new Error('the model found nothing');
  return failure;
}

describe.each<[PostCondition, Options, Readonly<Record<string, Break>>]>([
  [
    'answers',
    { commands: [append] },
    {
      'answers a conflict as a success': writers.answersConflictsAsSuccess,
      'gives another reason for a refusal': writers.givesAnotherReason,
      'forgets what it has acknowledged': writers.forgetsWhatItAcknowledged,
      'stores a request in part': writers.storesInPart,
      'answers a replay as new': writers.callsReplaysNew,
    },
  ],
  ['positions', {}, { 'leaves a hole': readers.leavesAHole }],
  ['revisions', { commands: [append] }, { 'gives pages the wrong way round': readers.turnsPagesRound }],
  [
    'reading',
    { commands: [append, readStream, readPage] },
    {
      'gives types that nobody asked for': readers.givesEveryType,
      'loses an event of a stream': readers.losesAnEventOfAStream,
    },
  ],
  [
    'subscriptions',
    { commands: [append, subscribe, resume] },
    {
      'skips an event': subscriptions.skipsAnEvent,
      'repeats an event': subscriptions.repeatsAnEvent,
      'resumes too late': subscriptions.resumesTooLate,
      'gives events in each other’s places': subscriptions.turnsEventsRound,
      'says too early that a subscriber has caught up': subscriptions.saysTooEarlyThatItHasCaughtUp,
      'fails a subscriber': subscriptions.failsWhenItHasCaughtUp,
      'says nothing of what is new': subscriptions.saysNothingOfWhatIsNew,
    },
  ],
  [
    'resolution',
    { commands: [append, appendInHaste, crash] },
    {
      'stores twice what comes twice': writers.storesReplaysTwice,
      'rules out what it stores': writers.rulesOutWhatItStores,
      'never says what became of an append': writers.neverSaysWhatBecameOfIt,
    },
  ],
  [
    'chains',
    { commands: [append] },
    {
      'changes a payload': readers.changesAPayload,
      'changes a leaf hash': readers.changesALeaf,
    },
  ],
  [
    'projections',
    { commands: [append, project, rebuild] },
    {
      'loses the end of a page': readers.losesTheEndOfAPage,
      'says too early that it is at the head': readers.saysTooEarlyThatItIsAtTheHead,
    },
  ],
])('by %s the model finds a store that', (condition, options, stores) => {
  it.each(Object.entries(stores))('%s', async (_, breaks) => {
    expect((await failureOf(breaks, options)).cause).toMatchObject({ name: 'Violation', condition });
  });
});

describe('a failure', () => {
  const { env } = process;
  afterEach(() => {
    process.env = env;
  });

  it('is told by few commands, and is repeated by seed, path and replayPath', async () => {
    const options = { seed: 7, commands: [append, readPage] };
    const { message } = await failureOf(readers.changesALeaf, options);
    const [SEED, FC_PATH, FC_REPLAY_PATH] = [/seed: (-?\d+)/, /path: "(.*?)"/, /replayPath="(.*?)"/].map(
      (told) => told.exec(message)?.[1],
    );
    expect(SEED).toBe('7');
    expect(commandsIn(message)?.match(/"process"/g)?.length).toBeLessThanOrEqual(2);
    process.env = { ...env, SEED, FC_PATH, FC_REPLAY_PATH };
    const repeated = await failureOf(readers.changesALeaf, options);
    expect(repeated.message).toContain('after 1 tests');
    expect(commandsIn(repeated.message)).toEqual(commandsIn(message));
  });
});

const commandsIn = (message: string): string | undefined => /Counterexample: \[(.*) \/\*/.exec(message)?.[1];
