import type { CommandAct } from '../identity/reader';

/** The system itself, which needs nobody to have been appointed. */
const SYSTEM = {
  person: 'supervision-system',
  post: '黔.supervision-system',
  party: 'system',
  delegation: null,
} as const;

/** What the system does of itself. @param key stable, so that several processes do it once. */
export const systemAct = (key: string, correlation: string): CommandAct => ({
  actor: SYSTEM,
  court: '黔',
  occurredAt: null,
  source: 'live',
  basis: [],
  key,
  asked: null,
  correlation,
  cause: null,
  signature: null,
});
