import type { StoredEvent } from '@liuhen/kernel';
import { inclusionProof, type ShownEvent } from '@liuhen/ledger';
import type { LogLedger } from '../reading/ledgers';

/** Where an event stands in a tree, with the proof of it. */
export type Placed = Pick<ShownEvent, 'stream' | 'rev' | 'index' | 'proof'>;

export type Place = (event: StoredEvent) => Promise<Placed>;

/** In the tree of so many leaves. */
export function placedIn({ numbering, hash, nodesOf }: LogLedger, size: number): Place {
  const nodes = nodesOf(size);
  return async (event) => {
    const [index] = await numbering.leavesOf([event]);
    if (index === undefined) throw new Error(`event ${event.header.id} has no leaf`);
    const { stream, rev } = event.header;
    return { stream, rev, index, proof: await inclusionProof(hash, index, size, nodes) };
  };
}

export const shownEvent = ({ headerText, payloadText }: StoredEvent, placed: Placed): ShownEvent => ({
  ...placed,
  header: headerText,
  payload: payloadText === '' ? [] : payloadText.split('\n'),
});
