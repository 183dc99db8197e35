import { append, appendInHaste, appendTogether } from './append';
import { crash, crashServer, restart } from './ending';
import { project, rebuild } from './projecting';
import { readPage, readStream } from './reading';
import { resume, subscribe } from './subscribing';

/** All that can be done with a log by those who use it. */
export const COMMANDS = {
  append,
  appendTogether,
  appendInHaste,
  crash,
  restart,
  readStream,
  readPage,
  subscribe,
  resume,
  project,
  rebuild,
};

/** Only for a log that says how its server can be killed. */
export { crashServer };
