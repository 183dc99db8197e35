import { chinaDateOf, insertRows, type PolicyClause, type Projection, type Recorded } from '@liuhen/kernel';
import { caseIdOf } from '../case/case.events';
import { preIssueReviewEvents, type PreIssueReviewEvent } from '../pre-issue-review/pre-issue-review.events';

type Submitted = Extract<PreIssueReviewEvent, { type: 'ReviewSubmitted' }>;

/** 提交阅核的文书: what decided who reviews each, and the clauses that were gone by; what a draft is tried on. */
export const submittedDocuments: Projection<Submitted> = {
  name: 'submitted_documents',
  version: 1,
  log: 'business',
  events: { ReviewSubmitted: preIssueReviewEvents.ReviewSubmitted },
  tables: ['submitted_documents'],
  schema: `
    create table submitted_documents (
      event_id uuid primary key,
      case_id text not null,
      case_number text,
      review text not null,
      court_code text not null,
      submitted_on date not null,
      kind text not null,
      features jsonb not null,
      stage text not null,
      handler_kinds jsonb not null,
      clauses jsonb not null
    );
    create index on submitted_documents (submitted_on, event_id);
  `,

  async apply(db, page) {
    await insertRows(db, 'submitted_documents', page.map(documentRow));
  },
};

const documentRow = ({ header, data }: Recorded<Submitted>) => ({
  event_id: header.id,
  case_id: caseIdOf(header),
  case_number: header.case,
  review: data.review,
  court_code: header.court,
  submitted_on: chinaDateOf(header.recordedAt),
  kind: data.kind,
  features: data.features,
  stage: data.stage,
  handler_kinds: data.handlerKinds,
  clauses: header.basis.filter((basis): basis is PolicyClause => 'policy' in basis),
});
