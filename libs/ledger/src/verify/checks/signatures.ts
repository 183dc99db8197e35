import { chinaTimeOf } from '@liuhen/kernel';
import type { Evidence, Leaf } from '../evidence';
import { kindOf, type FindingCode } from '../findings';
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
    signers ??
    fault(() => true) ??
    firstWrong(evidence.events, (event) => (isUnsigned(evidence, event) ? 'signature-missing' : undefined)) ??
    passed(evidence, signed.length)
  );
};

const isUnsigned = ({ policy }: Evidence, { shown }: Leaf): boolean =>
  shown?.header?.command.signature === null && (policy.signed ?? []).includes(shown.header.type);

function passed({ signers }: Evidence, count: number): string {
  const heads = signers && recordedHeads(signers);
  return count === 0
    ? '所载记录没有本人签名'
    : `${String(count)} 条记录的本人签名成立，密钥当时登记在签名人名下` +
        (heads ? `（登记截至 ${chinaTimeOf(heads.recordedAt)}）` : '');
}
