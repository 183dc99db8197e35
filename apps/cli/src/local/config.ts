// Straight from the pure file: the library's door would load the whole server.
import { InvalidConfig, readConfig, type Config } from '../../../../libs/platform/src/config';
import { CommandFailure } from '../exit-codes';
import type { Environment } from '../terminal';

/** @throws CommandFailure `usage` naming every wrong variable */
export function configOf(environment: Environment): Config {
  try {
    return readConfig(environment);
  } catch (error) {
    throw error instanceof InvalidConfig ? new CommandFailure('usage', error.message) : error;
  }
}
