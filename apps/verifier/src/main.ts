import { NO_OUTCOME_EXIT } from '@liuhen/ledger';
import { verifyCommand } from './verify-command';

/** Major and minor version; older ones cannot hash. */
const [OLDEST_MAJOR, OLDEST_MINOR] = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < OLDEST_MAJOR || (major === OLDEST_MAJOR && minor < OLDEST_MINOR)) {
  console.error(`需要 Node.js ${OLDEST_MAJOR}.${OLDEST_MINOR} 或更高版本，当前为 ${process.versions.node}。`);
  process.exitCode = NO_OUTCOME_EXIT;
} else process.exitCode = verifyCommand(process.argv.slice(2), { out: console.log, err: console.error });
