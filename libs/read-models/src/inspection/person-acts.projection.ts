import { insertRows, type EventTypes, type Projection } from '@liuhen/kernel';
import { caseIdOfStream } from '@liuhen/supervision';
import { versionOf } from '../version-of';

/** 办理行为: what people did on cases, when it happened and when they entered it. */
export const personActsProjection = (events: EventTypes): Projection => ({
  name: 'person_acts',
  version: versionOf(1, events),
  log: 'business',
  events,
  tables: ['person_acts'],
  schema: `
    create table person_acts (
      event text primary key,
      case_id text not null,
      type text not null,
      person text not null,
      post text not null,
      court text not null,
      source text not null,
      secrecy text not null,
      occurred_at text,
      recorded_at timestamptz not null
    );
    create index on person_acts (court, recorded_at);
    create index on person_acts (person, recorded_at);
  `,

  apply: (db, page) =>
    insertRows(
      db,
      'person_acts',
      page.flatMap(({ header }) => {
        const { id, stream, type, actor, court, source, secrecy, occurredAt, recordedAt } = header;
        const caseId = caseIdOfStream(stream);
        if (caseId === undefined || actor.party === 'system' || secrecy === 'isolated') return [];
        const { person, post } = actor;
        const act = { event: id, case_id: caseId, type, person, post, court, source, secrecy };
        return [{ ...act, occurred_at: occurredAt, recorded_at: recordedAt }];
      }),
    ),
});
