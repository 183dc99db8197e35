import { CHECKS } from '../../policy/checks';
import type { Evidence } from '../evidence';
import { kindOf, type Finding } from '../findings';
import { isKeyWithheld } from '../proven-keys';
import { checkChain } from './chain';
import type { Check } from './check';
import { checkCheckpointSignature } from './checkpoint-signature';
import { checkCompleteness } from './completeness';
import { checkCosignatures } from './cosignatures';
import { checkHeaders } from './headers';
import { checkHeads } from './heads';
import { checkInclusion } from './inclusion';
import { checkPayload } from './payload';

const CHECKS_OF_SIGNERS: readonly Check[] = [
  checkHeaders,
  checkInclusion,
  checkChain,
  checkPayload,
  checkCheckpointSignature,
  checkCosignatures,
  checkHeads,
  checkCompleteness,
];

/** What is wrong with the registrations of keys, which are proved as cases are, in the log of the administration. */
export function faultOfSigners({ events, signers }: Evidence): Finding | undefined {
  if (!signers) return undefined;
  if (!events.some(isSigned) || isOfOthers(signers))
    return { code: 'signers-altered', detail: '载有签名人以外的登记' };
  const found = CHECKS_OF_SIGNERS.map((check) => check(signers)).filter((one) => typeof one !== 'string');
  const [first] = [...found.filter(isTampered), ...found];
  if (first)
    return { code: isTampered(first) ? 'signers-altered' : 'signers-unproven', detail: textOf(first) };
  return signers.events.some(isKeyWithheld)
    ? { code: 'signers-unproven', detail: '登记或者注销没有完整载入' }
    : undefined;
}

const isSigned = ({ shown }: Evidence['events'][number]): boolean =>
  typeof shown?.header?.command.signature === 'string';

/** Events of streams of which the heads say nothing would not be proved to be all. */
const isOfOthers = ({ events, bundle }: Evidence): boolean =>
  events.some(({ stream }) => !bundle.heads.streams.some((head) => head.stream === stream));

const isTampered = (finding: Finding): boolean => kindOf(finding).outcome === 'tampered';

function textOf(finding: Finding): string {
  const { check, text } = kindOf(finding);
  return `${CHECKS[check]}：${text}`;
}
