import { isDigest, payloadData, type Digest, type JsonObject } from '@liuhen/kernel';
import { concat, fromHex, toHex, utf8 } from '../bytes';
import type { Hash } from '../merkle/hash';

/** A payload, hashed and read. */
export interface ReadPayload {
  /** To which the header should commit. */
  readonly hash: Digest;
  /** Digests of the fields that are there. */
  readonly shown: readonly Digest[];
  /** Digests that stand for fields. */
  readonly withheld: readonly Digest[];
  /** The fields that are there; `undefined` if they are none. */
  readonly data: JsonObject | undefined;
}

const FIELD = Uint8Array.of(0x02);
const PAYLOAD = Uint8Array.of(0x03);

/** H(0x03 ‖ sorted dᵢ) with dᵢ = H(0x02 ‖ disclosure), over the lines as they are. */
export function readPayload(hash: Hash, lines: readonly string[]): ReadPayload {
  const withheld = lines.filter(isDigest);
  const disclosures = lines.filter((line) => !isDigest(line));
  const shown = disclosures.map((line) => toHex(hash.digest(concat(FIELD, utf8(line)))));
  const digests = [...shown, ...withheld].sort();
  return {
    hash: toHex(hash.digest(concat(PAYLOAD, ...digests.map(fromHex)))),
    ...{ shown, withheld },
    data: dataIn(disclosures),
  };
}

function dataIn(disclosures: readonly string[]): JsonObject | undefined {
  try {
    return payloadData(disclosures.join('\n'));
  } catch {
    return undefined;
  }
}
