import {
  type PAYLOAD_REDACTED,
  type Digest,
  type EventTypes,
  type Instant,
  type LawArticle,
  type Message,
  type Redaction,
} from '@liuhen/kernel';

/** Proposals on a case are numbered from 1. */
export type ProposalId = string;

/** What is to be taken away of which event. */
export interface RedactedFields {
  /** Id, revision and type of the event. */
  readonly event: string;
  readonly rev: number;
  readonly eventType: string;
  /** Names of fields of its payload. */
  readonly fields: readonly string[];
  /** What users call them, in the same order. */
  readonly titles: readonly string[];
  readonly legalBasis: LawArticle;
  readonly reason: string;
}

/** 审批人. */
export interface RedactionApprover {
  readonly person: string;
  readonly post: string;
  /** Code of the court. */
  readonly court: string;
  /** Whether that is a court above the one that hears the case. */
  readonly higherCourt: boolean;
}

/** What was taken away; the store does so as it appends this. */
export interface RedactedPayload extends RedactedFields, Redaction {
  readonly proposal: ProposalId;
  /** Documents that the fields named, by their SHA-256: their content goes too, unless others name them. */
  readonly documents: readonly Digest[];
  /** Two of them, one of a higher court. */
  readonly approvers: readonly RedactionApprover[];
  /** Where a restored log showed the fields again: the redaction that it had lost. */
  readonly restores: { readonly event: string; readonly leaf: Digest; readonly at: Instant } | null;
}

/** 依法遮蔽: proposed, approved by two, one of them of a higher court, and carried out. */
export type RedactionEvent =
  | Message<'RedactionProposed', RedactedFields & { readonly proposal: ProposalId }>
  /** The first of the two; the second carries it out. */
  | Message<'RedactionApproved', { readonly proposal: ProposalId; readonly approver: RedactionApprover }>
  | Message<'RedactionDeclined', { readonly proposal: ProposalId; readonly reason: string }>
  | PayloadRedacted;

export type PayloadRedacted = Message<typeof PAYLOAD_REDACTED, RedactedPayload>;

export const redactionEvents: EventTypes<RedactionEvent> = {
  RedactionProposed: { schema: 1 },
  RedactionApproved: { schema: 1 },
  RedactionDeclined: { schema: 1 },
  PayloadRedacted: { schema: 1 },
};
