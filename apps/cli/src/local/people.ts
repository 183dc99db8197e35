import { Directory, peopleToday, type PersonInPost } from '@liuhen/access';
import { createLogger, openRuntimes, systemClock, type Config } from '@liuhen/platform';
import { Logger } from '@nestjs/common';
import type { Database } from './database';

/** Everybody with a post, as the administration log tells, by id. */
export async function readPeople(config: Config, { appUrl }: Database): Promise<readonly PersonInPost[]> {
  Logger.overrideLogger(createLogger('error'));
  const opened = await openRuntimes(config, appUrl);
  try {
    const directory = new Directory(systemClock);
    await directory.catchUp(opened.stores.administration);
    return peopleToday(directory);
  } finally {
    await opened.close();
  }
}
