import {
  documentsIn,
  insertRows,
  PAYLOAD_REDACTED,
  type Digest,
  type EventTypes,
  type Message,
  type Projection,
  type Recorded,
} from '@liuhen/kernel';
import type { PayloadRedacted } from '@liuhen/supervision';
import { versionOf } from '../version-of';

/**
 * 依法遮蔽: every redaction, and which fields name which documents: a document's content goes with the last of them.
 *
 * @param events of all acts, for any may name a document.
 */
export const redactionsProjection = (events: EventTypes): Projection => ({
  name: 'redactions',
  version: versionOf(1, events),
  log: 'business',
  events,
  tables: ['redactions', 'document_mentions'],
  schema: `
    create table redactions (
      event text primary key,
      stream text not null,
      rev integer not null,
      recorded_at timestamptz not null,
      documents text[] not null
    );
    create table document_mentions (
      sha256 text not null,
      event text not null,
      field text not null,
      primary key (sha256, event, field)
    );
    create index on document_mentions (event);
  `,

  async apply(db, page) {
    await insertRows(db, 'document_mentions', page.flatMap(mentionRows));
    const redactions = page.filter(isRedaction);
    await insertRows(db, 'redactions', redactions.map(redactionRow));
    if (redactions.length === 0) return;
    await db.query(
      `delete from document_mentions using json_to_recordset($1) as gone(event text, field text)
        where document_mentions.event = gone.event and document_mentions.field = gone.field`,
      [JSON.stringify(redactions.flatMap(({ data }) => goneFields(data)))],
    );
  },
});

function mentionRows({ header, data }: Recorded<Message>) {
  return Object.entries(data).flatMap(([field, value]) =>
    digestsIn(value).map((sha256) => ({ sha256, event: header.id, field })),
  );
}

const digestsIn = (value: unknown): readonly Digest[] => [
  ...new Set(documentsIn(value).map(({ sha256 }) => sha256)),
];

const isRedaction = (event: Recorded<Message>): event is Recorded<PayloadRedacted> =>
  event.type === PAYLOAD_REDACTED;

const redactionRow = ({ header, data }: Recorded<PayloadRedacted>) => ({
  event: header.id,
  stream: header.stream,
  rev: header.rev,
  recorded_at: header.recordedAt,
  documents: data.documents,
});

const goneFields = ({ event, fields }: PayloadRedacted['data']) => fields.map((field) => ({ event, field }));
