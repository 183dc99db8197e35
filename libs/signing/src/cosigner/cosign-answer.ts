import { AUDIT_FINDINGS, type AuditFinding } from '@liuhen/ledger';
import type { AuditRefusal } from '../audit/auditing';
import type { Answer } from '../http/serve';

export type CosignRefusal =
  | AuditRefusal
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unknown-log'; readonly origin: string }
  | { readonly kind: 'not-signed-by-log'; readonly origin: string }
  /** It has cosigned another size last, or another tree of this size. */
  | { readonly kind: 'conflict'; readonly size: number }
  | { readonly kind: 'inconsistent' }
  /** The cosigner's clock has gone back; a signature would state a time before the last one. */
  | { readonly kind: 'clock-behind' };

export type CosignAnswer =
  /** The cosignature's line under the checkpoint. */
  { readonly kind: 'signed'; readonly line: string } | CosignRefusal;

const SIZE_TYPE = { 'Content-Type': 'text/x.tlog.size' };
const LATER = { 'Retry-After': '5' };

/** As C2SP tlog-witness has the answers to add-checkpoint; those of the audit have codes of their own kind. */
export function httpAnswer(answer: CosignAnswer): Answer {
  switch (answer.kind) {
    case 'signed':
      return { status: 200, body: answer.line };
    case 'conflict':
      return { status: 409, body: `${String(answer.size)}\n`, headers: SIZE_TYPE };
    case 'malformed':
      return { status: 400, body: '请求格式有误\n' };
    case 'not-signed-by-log':
      return { status: 403, body: `检查点没有 ${answer.origin} 的有效签名\n` };
    case 'unknown-log':
      return { status: 404, body: `不联署日志 ${answer.origin}\n` };
    case 'inconsistent':
      return { status: 422, body: '与上次联署的检查点不相接，拒绝联署\n' };
    case 'found':
      return { status: 422, body: `${findingText(answer.finding)}，拒绝联署\n` };
    case 'not-audited-yet':
      return { status: 503, body: `核查尚未完成，已核查 ${String(answer.size)} 条\n`, headers: LATER };
    case 'source-unavailable':
      return { status: 503, body: `无法核查：${answer.reason}\n`, headers: LATER };
    case 'clock-behind':
      return { status: 503, body: '本机时钟早于上次联署的时间，暂不联署\n', headers: LATER };
  }
}

export const findingText = ({ code, index }: AuditFinding): string =>
  `核查发现问题（${code}）：第 ${String(index)} 条，${AUDIT_FINDINGS[code]}`;
