import { parseHeader, type EventHeader, type Instant, type PayloadText } from '@liuhen/kernel';
import { isShown, type BundleEvent } from '../bundle/bundle';
import type { FoundBundle } from '../bundle/read-bundle';
import { utf8 } from '../bytes';
import type { Checkpoint } from '../checkpoint/checkpoint';
import { leafHash, type Hash } from '../merkle/hash';
import type { Policy } from '../policy/policy';
import type { Suite } from '../suites/suite';
import { attest, type Attested } from './attested';
import { readPayload, type ReadPayload } from './read-payload';
import { signersAsBundle } from './signers-as-bundle';

/** What the verifier is given beside the bundle and the policy. */
export interface Circumstances {
  readonly suite: Suite;
  /** The verifier's clock. */
  readonly now: Instant;
  /** A checkpoint that the verifier kept from before. */
  readonly trustedCheckpoint?: Checkpoint | undefined;
}

/** An event of the bundle, hashed and read. */
export interface Leaf extends Pick<BundleEvent, 'index' | 'stream' | 'rev' | 'proof'> {
  readonly leaf: Uint8Array;
  /** `undefined` for an event that may not be seen. */
  readonly shown: ShownLeaf | undefined;
}

export interface ShownLeaf {
  /** `undefined` if malformed. */
  readonly header: EventHeader | undefined;
  readonly payloadText: PayloadText;
  readonly payload: ReadPayload;
}

/** All that the checks look at: the bundle, read and hashed, with its signatures checked. */
export interface Evidence extends Circumstances {
  readonly bundle: FoundBundle;
  readonly policy: Policy;
  readonly hash: Hash;
  readonly checkpoint: Attested;
  readonly brackets: readonly Attested[];
  /** Of the cases. */
  readonly events: readonly Leaf[];
  readonly starts: readonly Leaf[];
  readonly heads: Leaf;
  /** The registrations of the keys of those who signed. */
  readonly signers: Evidence | undefined;
}

export function evidenceOf(bundle: FoundBundle, policy: Policy, circumstances: Circumstances): Evidence {
  const { suite } = circumstances;
  const hash = suite.hash(bundle.manifest.hash);
  const { event } = bundle.heads;
  const { stream = '', rev = 0 } = headerIn(event.header) ?? {};
  const signers = signersAsBundle(bundle);
  return {
    ...circumstances,
    ...{ bundle, policy, hash },
    checkpoint: attest(suite, policy, bundle.checkpoint),
    brackets: bundle.brackets.map(({ checkpoint }) => attest(suite, policy, checkpoint)),
    events: bundle.events.map((shown) => leafOf(hash, shown)),
    starts: bundle.starts.map((shown) => leafOf(hash, shown)),
    heads: leafOf(hash, { ...event, stream, rev }),
    signers: signers && evidenceOf(signers, policy, { suite, now: circumstances.now }),
  };
}

function leafOf(hash: Hash, event: BundleEvent): Leaf {
  const { index, stream, rev, proof } = event;
  if (!isShown(event)) return { index, stream, rev, proof, leaf: event.leaf, shown: undefined };
  const shown = {
    header: headerIn(event.header),
    payloadText: event.payload.join('\n'),
    payload: readPayload(hash, event.payload),
  };
  return { index, stream, rev, proof, leaf: leafHash(hash, utf8(event.header)), shown };
}

function headerIn(text: string): EventHeader | undefined {
  try {
    return parseHeader(text);
  } catch {
    return undefined;
  }
}

/** Of the cases, of the log's new starts, and the one that records the heads. */
export const allEvents = ({ events, starts, heads }: Evidence): readonly Leaf[] => [
  ...events,
  ...starts,
  heads,
];
