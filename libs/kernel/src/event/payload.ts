import { canonicalJson } from '../canonical-json';
import { digest, isDigest, type Digest, type HashAlgorithm } from '../hash';
import type { JsonObject, JsonValue } from '../json';

/**
 * The payload as stored: one line a field, sorted by field name. A shown field is its disclosure
 * `["salt","name",value]` in canonical JSON, a withheld one is only its digest. The header commits to all
 * digests, so that a field can be withheld while the chain still verifies.
 *
 * After RFC 9901 (SD-JWT), whose salted disclosures it takes over.
 */
export type PayloadText = string;

export class InvalidPayload extends Error {
  override readonly name = 'InvalidPayload';
}

/** @param newSalt gives 32 random bytes in base64, anew at each call. */
export function payloadText(data: JsonObject, newSalt: () => string): PayloadText {
  return Object.keys(data)
    .sort()
    .flatMap((name) => {
      const value = data[name];
      return value === undefined ? [] : [canonicalJson([newSalt(), name, value])];
    })
    .join('\n');
}

/** H(0x03 ‖ sorted dᵢ) with dᵢ = H(0x02 ‖ disclosure), over the stored bytes as they are. */
export function payloadHash(algorithm: HashAlgorithm, payload: PayloadText): Digest {
  const digests = linesOf(payload).map((line) => fieldDigest(algorithm, line));
  return digest(algorithm, 'payload', Buffer.from(digests.sort().join(''), 'hex'));
}

/** The shown fields of a payload. */
export function payloadData(payload: PayloadText): Record<string, JsonValue> {
  const data: Record<string, JsonValue> = {};
  for (const line of linesOf(payload)) {
    if (isDigest(line)) continue;
    const [name, value] = parseDisclosure(line);
    if (Object.hasOwn(data, name)) throw new InvalidPayload(`field ${name} twice`);
    data[name] = value;
  }
  return data;
}

const linesOf = (payload: PayloadText): readonly string[] => (payload === '' ? [] : payload.split('\n'));

const fieldDigest = (algorithm: HashAlgorithm, line: string): Digest =>
  isDigest(line) ? line : digest(algorithm, 'field', line);

function parseDisclosure(line: string): readonly [string, JsonValue] {
  const disclosure: unknown = JSON.parse(line);
  if (!Array.isArray(disclosure) || disclosure.length !== 3) throw new InvalidPayload('not a disclosure');
  const [salt, name, value] = disclosure as [unknown, unknown, JsonValue];
  if (typeof salt !== 'string' || typeof name !== 'string') throw new InvalidPayload('not a disclosure');
  return [name, value];
}
