import { canonicalJson } from './canonical-json';
import { digest, type Digest, type HashAlgorithm } from './hash';
import type { JsonValue } from './json';

/** A command as it was asked for over the interface. Whoever asks knows all of it, and can hash it beforehand. */
export interface AskedCommand {
  readonly method: string;
  /** Segments of the path, percent-decoded: `['api', 'v1', 'cases', '（2026）黔0102民初1号', 'panel']`. */
  readonly path: readonly string[];
  /** As JSON; `null` without one. */
  readonly body: JsonValue;
}

/** H(0x10 ‖ canonical JSON of the command): what headers carry, and what a person signs. */
export const hashOfCommand = (algorithm: HashAlgorithm, { method, path, body }: AskedCommand): Digest =>
  digest(algorithm, 'command', canonicalJson({ method, path, body }));
