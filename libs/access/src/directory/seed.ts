import {
  courtDecider,
  demonstrationPosts,
  guizhouCourts,
  postDecider,
  type SeededCourt,
  type SeededPost,
  type SeedingCommand,
} from '@liuhen/courts';
import { execute, type Runtime } from '@liuhen/event-store';
import type { OccurredAt } from '@liuhen/kernel';
import type { CommandAct } from '../identity/reader';
import { Directory } from './directory';
import { systemAct } from './system-act';

/** Stable keys make a second start add nothing, also beside another process that starts at the same time. */
export const seeding = (key: string, occurredAt: OccurredAt): CommandAct => ({
  ...systemAct(`seed/${key}`, 'seed'),
  occurredAt,
  source: 'imported',
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
        command.type === 'EstablishPost' ? null : command.data.from,
      ),
      permit: () => undefined,
      facts: () => Promise.resolve({ postId, courts: directory.courts, posts: directory.posts }),
    });
  }
}

function isDone(command: SeedingCommand, postId: string, { posts }: Directory): boolean {
  const post = posts.get(postId);
  if (!post) return false;
  switch (command.type) {
    case 'EstablishPost':
      return true;
    case 'AppointPerson':
      return post.tenures.some(({ person }) => person === command.data.person);
    case 'AssignOversight':
      return post.oversight.length > 0;
  }
}

function subjectOf(command: SeedingCommand): string {
  switch (command.type) {
    case 'EstablishPost':
      return 'establishment';
    case 'AppointPerson':
      return command.data.person;
    case 'AssignOversight':
      return 'oversight';
  }
}
