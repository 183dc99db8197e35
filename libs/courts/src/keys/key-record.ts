import type { CalendarDate } from '@liuhen/kernel';
import type { KeyEvent, PersonKeyRegistered } from './key.events';

export type RegisteredKey = Readonly<PersonKeyRegistered['data']>;

/** A person's keys, in the order of registration. */
export type KeyRecord = readonly RegisteredKey[];

/** A revocation cuts the key at its day. */
export function evolveKeys(record: KeyRecord, event: KeyEvent): KeyRecord {
  switch (event.type) {
    case 'PersonKeyRegistered':
      return [...record, event.data];
    case 'PersonKeyRevoked': {
      const { thumbprint, on } = event.data;
      return record.map((key) =>
        key.thumbprint === thumbprint ? { ...key, until: earlier(key.until, on) } : key,
      );
    }
  }
}

const earlier = (until: CalendarDate | null, on: CalendarDate): CalendarDate =>
  until !== null && until < on ? until : on;

/** 密钥簿: by person, folded from their events. */
export type KeyBook = ReadonlyMap<string, KeyRecord>;

export const emptyKeyBook: KeyBook = new Map();

export const withKeyEvent = (book: KeyBook, event: KeyEvent): KeyBook => {
  const { person } = event.data;
  return new Map(book).set(person, evolveKeys(book.get(person) ?? [], event));
};
