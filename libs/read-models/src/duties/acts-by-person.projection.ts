import { insertRows, type EventTypes, type Projection } from '@liuhen/kernel';
import { versionOf } from '../version-of';

/** 履职记录: who did what, by person; for what people did themselves, not for the systems' own acts. */
export const actsByPersonProjection = (events: EventTypes): Projection => ({
  name: 'acts_by_person',
  version: versionOf(1, events),
  log: 'business',
  events,
  tables: ['acts_by_person'],
  schema: `
    create table acts_by_person (
      stream text not null,
      rev integer not null,
      event text not null,
      person text not null,
      recorded_at timestamptz not null,
      primary key (stream, rev)
    );
    create index on acts_by_person (person, recorded_at desc, stream, rev desc);
  `,

  apply: (db, page) =>
    insertRows(
      db,
      'acts_by_person',
      page
        .map(({ header }) => header)
        .filter(({ actor }) => actor.party !== 'system')
        .map(({ stream, rev, id, actor, recordedAt }) => ({
          stream,
          rev,
          event: id,
          person: actor.person,
          recorded_at: recordedAt,
        })),
    ),
});
