import type { Evidence, Leaf } from '../evidence';
import type { Finding, FindingCode } from '../findings';

/** Looks at one thing. @returns what is wrong, or what is right, for a reader */
export type Check = (evidence: Evidence) => Finding | string;

/** The first of these events of which something is wrong. */
export function firstWrong<Event extends Pick<Leaf, 'index'>>(
  events: Iterable<Event>,
  codeOf: (event: Event) => FindingCode | undefined,
): Finding | undefined {
  for (const event of events) {
    const code = codeOf(event);
    if (code) return { code, firstBad: event.index };
  }
  return undefined;
}
