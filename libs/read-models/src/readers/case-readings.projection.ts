import { insertRows, type Projection, type Recorded } from '@liuhen/kernel';
import { readingTraceEvents, type ReadingTraceEvent } from '@liuhen/reading-trace';
import { versionOf } from '../version-of';

/** 谁看过本案: every reading and every denied one, by each case that it was of. */
export const caseReadingsProjection: Projection<ReadingTraceEvent> = {
  name: 'case_readings',
  version: versionOf(1, readingTraceEvents),
  log: 'reading',
  events: readingTraceEvents,
  tables: ['case_readings'],
  schema: `
    create table case_readings (
      case_id text not null,
      event text not null,
      recorded_at timestamptz not null,
      person text not null,
      post text not null,
      party text not null,
      court text not null,
      delegation text,
      kind text not null,
      data text not null,
      purpose text not null,
      results integer,
      masked text[] not null,
      code text,
      primary key (case_id, event)
    );
    create index on case_readings (case_id, recorded_at desc, event desc);
  `,

  apply: (db, page) => insertRows(db, 'case_readings', page.flatMap(rowsOf)),
};

function rowsOf(event: Recorded<ReadingTraceEvent>) {
  if (event.type === 'CommandRefused') return [];
  const { header, data } = event;
  const { person, post, party, delegation } = header.actor;
  return data.cases.map((caseId) => ({
    case_id: caseId,
    event: header.id,
    recorded_at: header.recordedAt,
    ...{ person, post, party, court: header.court, delegation },
    ...{ kind: data.kind, data: data.data, purpose: data.purpose },
    ...(event.type === 'RecordsRead'
      ? { results: event.data.results, masked: event.data.masked, code: null }
      : { results: null, masked: [], code: event.data.code }),
  }));
}
