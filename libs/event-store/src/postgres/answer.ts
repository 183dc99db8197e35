import { expectedRevision } from '../check-request';
import { BrokenChain, ClockBehind, WrongRevision } from '../errors';
import type { AppendRequest } from '../event-store';

/** What the append function says to one request. */
export interface Answer {
  readonly kind: 'stored' | 'replayed' | 'wrong-revision' | 'broken-chain' | 'clock-behind' | 'busy';
  /** At which the stream was found; −1 if there is none. */
  readonly revision: number;
  /** Of the request's last event, if stored or replayed. */
  readonly position: string;
}

/** The refusal that an answer means. */
export function refusalOf(
  { kind, revision }: Answer,
  { stream, expected }: AppendRequest,
): WrongRevision | BrokenChain | ClockBehind | undefined {
  switch (kind) {
    case 'wrong-revision':
      return new WrongRevision(stream, expected, expectedRevision(revision));
    case 'broken-chain':
      return new BrokenChain(stream);
    case 'clock-behind':
      return new ClockBehind(stream);
    case 'stored':
    case 'replayed':
    case 'busy':
      return undefined;
  }
}
