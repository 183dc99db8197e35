import type { StreamInHeads } from '../bundle/bundle';
import { equalBytes } from '../bytes';
import type { Leaf } from './evidence';

/** How the events of a stream are to what the heads say of it. */
export type AgainstHeads =
  | { readonly kind: 'complete' | 'events-missing' | 'not-there' }
  | { readonly kind: 'contradicted'; readonly firstBad: number };

/** @param events of the stream, in the tree for which the heads speak. */
export function againstHeads(head: StreamInHeads, events: readonly Leaf[]): AgainstHeads {
  const [first] = events;
  if ('absent' in head) return first ? contradictedAt(first) : { kind: 'not-there' };
  const later = events.find(({ rev }) => rev > head.rev);
  if (later) return contradictedAt(later);
  const last = events.find(({ rev }) => rev === head.rev);
  if (!last) return { kind: 'events-missing' };
  return equalBytes(last.leaf, head.leaf) ? { kind: 'complete' } : contradictedAt(last);
}

const contradictedAt = ({ index }: Leaf): AgainstHeads => ({ kind: 'contradicted', firstBad: index });
