import { epochMsOf, instantOf, type Instant, type Refusal } from '@liuhen/kernel';
import type { NoticeRules } from '../matter-rules/tasking-meeting-clause';
import type { Tasking } from './tasking';
import { refuse } from './tasking-meeting.refusals';

const HOUR_MS = 3_600_000;

export const hoursAfter = (instant: Instant, hours: number): Instant =>
  instantOf(epochMsOf(instant) + hours * HOUR_MS);

/** Whether it can have been held then: after its issue, and where it is a random one, so long after it and once drawn for. */
export function refuseMoment(
  heldAt: Instant,
  now: Instant,
  { agenda, notice, draw }: Tasking,
  { randomLeastHours, randomMostHours }: NoticeRules,
): Refusal | undefined {
  if (heldAt > now) return refuse('tasking-not-held-yet', 'heldAt');
  if (notice === null || heldAt < notice.at) return refuse('tasking-held-before-issue', 'heldAt');
  if (agenda?.cadence !== 'random') return undefined;
  if (draw === null || heldAt < draw.at) return refuse('tasking-draw-missing');
  if (heldAt < hoursAfter(notice.at, randomLeastHours)) return refuse('tasking-notice-too-short', 'heldAt');
  return heldAt > hoursAfter(notice.at, randomMostHours)
    ? refuse('tasking-notice-too-long', 'heldAt')
    : undefined;
}
