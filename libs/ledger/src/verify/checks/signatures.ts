import { chinaTimeOf } from '@liuhen/kernel';
import type { Evidence, Leaf } from '../evidence';
import { kindOf, type Finding, type FindingCode } from '../findings';
import { ownSignatures } from '../own-signatures';
import { recordedHeads } from '../recorded-heads';
import { firstWrong, type Check } from './check';
import { faultOfSigners } from './signers';

/** Each signature is its person's over what the event says was asked, by a key that was theirs then. */
export const checkSignatures: Check = (evidence) => {
  const signers = faultOfSigners(evidence);
  const signatureOf = ownSignatures(evidence);
  const signed = evidence.events.filter((event) => signatureOf(event));
  const fault = (counts: (code: FindingCode) => boolean) =>
    firstWrong(signed, (event) => {
      const code = signatureOf(event)?.fault;
      return code !== undefined && counts(code) ? code : undefined;
    });
  return (
    (signers?.code === 'signers-altered' ? signers : undefined) ??
    fault((code) => kindOf({ code }).outcome === 'tampered') ??
    repeated(signed) ??
    signers ??
    fault(() => true) ??
    firstWrong(evidence.events, (event) => (isUnsigned(evidence, event) ? 'signature-missing' : undefined)) ??
    passed(evidence, signed.length)
  );
};

/** One command appends its events at once: under its key nothing of the person's comes later. */
const repeated = (signed: readonly Leaf[]): Finding | undefined =>
  firstWrong(signed, (event) => {
    const before = signed.findLast((other) => other.rev < event.rev && isOfOneCommand(other, event));
    if (!before) return undefined;
    const isAtOnce = before.rev === event.rev - 1 && timeOf(before) === timeOf(event);
    return isAtOnce ? undefined : 'signature-repeated';
  });

const isOfOneCommand = (one: Leaf, other: Leaf): boolean =>
  one.stream === other.stream &&
  one.shown?.header?.actor.person === other.shown?.header?.actor.person &&
  one.shown?.header?.command.key === other.shown?.header?.command.key;

const timeOf = ({ shown }: Leaf): string | undefined => shown?.header?.recordedAt;

const isUnsigned = ({ policy }: Evidence, { shown }: Leaf): boolean =>
  shown?.header?.command.signature === null && (policy.signed ?? []).includes(shown.header.type);

function passed({ signers }: Evidence, count: number): string {
  const heads = signers && recordedHeads(signers);
  return count === 0
    ? '所载记录没有本人签名'
    : `${String(count)} 条记录的本人签名成立，密钥当时登记在签名人名下` +
        (heads ? `（登记截至 ${chinaTimeOf(heads.recordedAt)}）` : '');
}
