import {
  courtDecider,
  demonstrationPosts,
  guizhouCourts,
  postDecider,
  type PostCommand,
  type SeededCourt,
  type SeededPost,
} from '@liuhen/courts';
import { execute, type Runtime } from '@liuhen/event-store';
import type { OccurredAt } from '@liuhen/kernel';
import type { CommandAct } from '../identity/reader';
import { Directory } from './directory';

/** The system's own acts, done before anybody has a post. */
const SYSTEM = {
  person: 'supervision-system',
  post: '黔.supervision-system',
  party: 'system',
  delegation: null,
} as const;

/** Stable keys make a second start add nothing, also beside another process that starts at the same time. */
const seeding = (key: string, occurredAt: OccurredAt): CommandAct => ({
  actor: SYSTEM,
  court: '黔',
  occurredAt,
  source: 'imported',
  basis: [],
  key: `seed/${key}`,
  body: null,
  correlation: 'seed',
  cause: null,
  signature: null,
});

/**
 * Enters the courts of Guizhou, and the demonstration people where asked for, as events; what is there already, and
 * whatever was changed in it since, is left alone.
 */
export async function seedDirectory(
  runtime: Runtime,
  { demonstration }: { readonly demonstration: boolean },
) {
  const directory = new Directory(runtime.clock);
  await directory.catchUp(runtime.store);
  const courts = guizhouCourts.filter(({ courtId }) => !directory.courts.has(courtId));
  await Promise.all(courts.map((court) => establishCourt(runtime, court, directory)));
  if (!demonstration) return;
  await directory.catchUp(runtime.store);
  await Promise.all(demonstrationPosts.map((post) => establishPost(runtime, post, directory)));
}

const establishCourt = (runtime: Runtime, { courtId, stream, command }: SeededCourt, directory: Directory) =>
  execute(runtime, {
    decider: courtDecider,
    stream,
    caseNumber: null,
    command,
    act: seeding(`court/${courtId}`, null),
    permit: () => undefined,
    facts: () => Promise.resolve({ courtId, directory: directory.courts }),
  });

/** One after the other: the post must stand before anybody is appointed to it. */
async function establishPost(
  runtime: Runtime,
  { postId, stream, commands }: SeededPost,
  directory: Directory,
) {
  for (const command of commands.filter((one) => !isDone(one, postId, directory))) {
    await execute(runtime, {
      decider: postDecider,
      stream,
      caseNumber: null,
      command,
      act: seeding(
        `post/${postId}/${subjectOf(command)}`,
        command.type === 'AppointPerson' ? command.data.from : null,
      ),
      permit: () => undefined,
      facts: () => Promise.resolve({ courts: directory.courts }),
    });
  }
}

function isDone(command: PostCommand, postId: string, { posts }: Directory): boolean {
  const post = posts.get(postId);
  if (command.type === 'EstablishPost') return post !== undefined;
  return post?.tenures.some(({ person }) => person === command.data.person) ?? false;
}

const subjectOf = (command: PostCommand): string =>
  command.type === 'EstablishPost' ? 'establishment' : command.data.person;
