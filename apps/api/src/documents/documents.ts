import { describeApi } from '../openapi/describe-api';
import { codesText } from './codes';
import { eventsText } from './events';
import { matterRoutesText } from './matter-routes';
import { powersText } from './powers';

/**
 * The documents that are written from the code and kept with it, by their place in the checkout, so that a change of
 * the interface, of a code or of an event shows in review. A test compares them.
 */
export const documents = {
  'docs/openapi.json': async () => `${JSON.stringify(await describeApi(), undefined, 2)}\n`,
  'docs/codes.md': () => Promise.resolve(codesText()),
  'docs/events.md': () => Promise.resolve(eventsText()),
  'docs/matter-routes.md': () => Promise.resolve(matterRoutesText()),
  'docs/powers.md': () => Promise.resolve(powersText()),
} as const satisfies Readonly<Record<string, () => Promise<string>>>;
