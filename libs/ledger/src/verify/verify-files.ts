import { epochMsOf, instantOf, type Instant } from '@liuhen/kernel';
import { textOf } from '../bytes';
import { parseCheckpoint, type Checkpoint } from '../checkpoint/checkpoint';
import { Malformed } from '../malformed';
import { parseNote } from '../note/note';
import { parsePolicy } from '../policy/policy-file';
import type { Suite } from '../suites/suite';
import type { Report } from './report';
import { verifyBundle } from './verify-bundle';

/** What a user hands over: files as they are. */
export interface VerifyFiles {
  readonly bundle: Uint8Array;
  readonly policy: Uint8Array;
  /** A checkpoint that the verifier kept, as a signed note. */
  readonly trustedCheckpoint?: Uint8Array | undefined;
}

/** With this nothing can be verified; the message is for the user. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** Verifies a bundle as it comes from the disk. @throws Unusable if policy or checkpoint are none */
export function verifyFiles(files: VerifyFiles, suite: Suite, now: Instant): Report {
  const { bundle, policy, trustedCheckpoint } = files;
  return verifyBundle(
    bundle,
    read('策略文件', () => parsePolicy(textOf(policy))),
    {
      ...{ suite, now },
      trustedCheckpoint: trustedCheckpoint && read('自存的检查点', () => checkpointIn(trustedCheckpoint)),
    },
  );
}

const checkpointIn = (note: Uint8Array): Checkpoint => parseCheckpoint(parseNote(textOf(note)).text);

function read<Value>(what: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new Unusable(`${what}有误：${error.what}`, { cause: error });
  }
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The time as of which is verified: with its zone, or now. @throws Unusable */
export function verifyingTime(text: string | undefined, clock: () => number): Instant {
  const epochMs = text === undefined ? clock() : MOMENT.test(text) ? epochMsOf(text) : NaN;
  if (Number.isNaN(epochMs)) throw new Unusable('核验时间须连同时区，例如 2026-03-01T09:00:00+08:00');
  return instantOf(epochMs);
}
