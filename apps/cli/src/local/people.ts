import { Directory } from '@liuhen/access';
import { createLogger, openRuntimes, systemClock, type Config } from '@liuhen/platform';
import { Logger } from '@nestjs/common';
import type { Database } from './database';

/** Somebody who holds a post today. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly { readonly court: string; readonly title: string }[];
}

/** Everybody with a post, as the administration log tells, by id. */
export async function readPeople(config: Config, { appUrl }: Database): Promise<readonly Person[]> {
  Logger.overrideLogger(createLogger('error'));
  const opened = await openRuntimes(config, appUrl);
  try {
    const directory = new Directory(systemClock);
    await directory.catchUp(opened.stores.administration);
    return peopleIn(directory);
  } finally {
    await opened.close();
  }
}

function peopleIn(directory: Directory): readonly Person[] {
  const ids = [...directory.posts.values()].flatMap(({ tenures }) => tenures.map(({ person }) => person));
  return [...new Set(ids)].toSorted().flatMap((id) => {
    const posts = directory
      .postsOf(id)
      .map(({ court, title }) => ({ court: directory.courtName(court), title }));
    return posts.length === 0 ? [] : [{ id, name: directory.personName(id), posts }];
  });
}
