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

/** A payload as it is sealed: what is stored, and the commitment to it. */
export interface SealedPayload {
  readonly text: PayloadText;
  readonly hash: Digest;
}

/** @param newSalt gives 32 random bytes in base64, anew at each call. */
export function sealPayload(
  algorithm: HashAlgorithm,
  data: JsonObject,
  newSalt: () => string,
): SealedPayload {
  const lines: string[] = [];
  const digests: Digest[] = [];
  for (const name of Object.keys(data).sort()) {
    const value = data[name];
    if (value === undefined) continue;
    const disclosure = `["${newSalt()}",${canonicalJson(name)},${canonicalJson(value)}]`;
    lines.push(disclosure);
    digests.push(digest(algorithm, 'field', disclosure));
  }
  return { text: lines.join('\n'), hash: commitmentTo(algorithm, digests) };
}

/** H(0x03 ‖ sorted dᵢ) with dᵢ = H(0x02 ‖ disclosure), over the stored bytes as they are. */
export const payloadHash = (algorithm: HashAlgorithm, payload: PayloadText): Digest =>
  commitmentTo(
    algorithm,
    linesOf(payload).map((line) => (isDigest(line) ? line : digest(algorithm, 'field', line))),
  );

const commitmentTo = (algorithm: HashAlgorithm, digests: Digest[]): Digest =>
  digest(algorithm, 'payload', Buffer.from(digests.sort().join(''), 'hex'));

/** The shown fields of a payload. */
export function payloadData(payload: PayloadText): Record<string, JsonValue> {
  const data = new Map<string, JsonValue>();
  for (const line of linesOf(payload)) {
    if (isDigest(line)) continue;
    const [name, value] = parseDisclosure(line);
    if (data.has(name)) throw new InvalidPayload(`field ${name} twice`);
    data.set(name, value);
  }
  return Object.fromEntries(data);
}

/** The digest of each shown field, by its name: what stands in its place once it is withheld. */
export const fieldDigests = (algorithm: HashAlgorithm, payload: PayloadText): ReadonlyMap<string, Digest> =>
  new Map(
    linesOf(payload)
      .filter((line) => !isDigest(line))
      .map((line) => [parseDisclosure(line)[0], digest(algorithm, 'field', line)]),
  );

/** The digests in a payload that stand for withheld fields. */
export const withheldDigests = (payload: PayloadText): readonly Digest[] => linesOf(payload).filter(isDigest);

/** The payload without the shown fields of these digests, which stand in their places. Its hash stays what it was. */
export const withholdFields = (
  algorithm: HashAlgorithm,
  payload: PayloadText,
  digests: ReadonlySet<Digest>,
): PayloadText =>
  linesOf(payload)
    .map((line) => {
      const field = isDigest(line) ? line : digest(algorithm, 'field', line);
      return digests.has(field) ? field : line;
    })
    .join('\n');

const linesOf = (payload: PayloadText): readonly string[] => (payload === '' ? [] : payload.split('\n'));

function parseDisclosure(line: string): readonly [string, JsonValue] {
  const disclosure: unknown = JSON.parse(line);
  if (!Array.isArray(disclosure) || disclosure.length !== 3) throw new InvalidPayload('not a disclosure');
  const [salt, name, value] = disclosure as [unknown, unknown, JsonValue];
  if (typeof salt !== 'string' || typeof name !== 'string') throw new InvalidPayload('not a disclosure');
  return [name, value];
}
