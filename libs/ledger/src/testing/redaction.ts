import { fieldDigests, type HashAlgorithm, type JsonObject, type SealedEvent } from '@liuhen/kernel';

/** 依法遮蔽 of fields of an event, as the act records it. */
export function redactionOf(
  hash: HashAlgorithm,
  { header: { id, rev }, payloadText }: SealedEvent,
  ...fields: readonly string[]
): JsonObject & { readonly digests: Readonly<Record<string, string>> } {
  const shown = fieldDigests(hash, payloadText);
  const digests = Object.fromEntries(fields.map((field) => [field, shown.get(field) ?? '']));
  const legalBasis = { statute: '中华人民共和国个人信息保护法', version: '2021年', article: '第四十七条' };
  return { event: id, rev, fields, titles: fields, digests, legalBasis, reason: '当事人申请' };
}
