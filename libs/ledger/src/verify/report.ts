import type { Digest, EventHeader, Instant, JsonObject, LawArticle } from '@liuhen/kernel';
import type { Manifest } from '../bundle/bundle';
import type { Restart } from '../ledger-events';
import type { CheckName } from '../policy/checks';
import type { Scheme } from '../suites/suite';
import type { FindingCode, Outcome } from './findings';

/** What a verifier found. */
export interface Report {
  readonly outcome: Outcome;
  /** All of them, in the order of `CHECKS`. */
  readonly checks: readonly CheckResult[];
  /** What the exporter says; `null` if the bundle is malformed. */
  readonly manifest: Manifest | null;
  /** How far the heads prove that nothing is missing. */
  readonly completeTo: { readonly treeSize: number; readonly recordedAt: Instant } | null;
  /** When the log began anew. */
  readonly restarts: readonly (Restart & { readonly recordedAt: Instant })[];
  readonly events: readonly ReportedEvent[];
}

/** NOT REQUIRED: it does not hold, and the policy does without it. */
export const RESULTS = { PASS: '通过', FAIL: '未通过', 'NOT REQUIRED': '不要求' } as const;

export interface CheckResult {
  readonly name: CheckName;
  readonly result: keyof typeof RESULTS;
  /** For a reader. */
  readonly text: string;
  /** `null` where nothing was found. */
  readonly code: FindingCode | null;
  readonly firstBad?: number;
}

export interface ReportedEvent {
  readonly index: number;
  readonly stream: string;
  readonly rev: number;
  /** `null` for an event that the reader may not see, or of which the header is malformed. */
  readonly header: EventHeader | null;
  /** Fields that are shown and to which the header commits. */
  readonly data: JsonObject;
  readonly withheld: readonly WithheldField[];
  /** 本人签名; `null` for an event without. */
  readonly signature: ReportedSignature | null;
  /** By the clocks of the cosigners. */
  readonly recordedBetween: { readonly after?: Instant; readonly before?: Instant };
  /** After the tree for which the heads speak: that others were left out is not excluded. */
  readonly isBeyondHeads: boolean;
}

export interface ReportedSignature {
  readonly scheme: Scheme | null;
  /** Thumbprint of the key (RFC 7638). */
  readonly key: string | null;
  /** What is wrong with it; `null` if it is its person's. */
  readonly code: FindingCode | null;
}

/** 依法遮蔽, by an event of the stream; or by right of access; or without a reason, which is tampering. */
export type WithheldField =
  | {
      readonly digest: Digest;
      readonly why: 'redacted';
      /** As users call the field. */
      readonly title: string;
      /** Revision and time of the event that took it away. */
      readonly rev: number;
      readonly recordedAt: Instant;
      readonly legalBasis: LawArticle | null;
    }
  | { readonly digest: Digest; readonly why: 'access' | 'unexplained' };
