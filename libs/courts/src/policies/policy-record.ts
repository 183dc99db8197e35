import type { CalendarDate } from '@liuhen/kernel';
import { covers, isSpan } from '../timeline';
import type { PolicyAdopted, PolicyEvent } from './policy.events';

/** 规则版本. */
export interface PolicyVersion extends Readonly<PolicyAdopted['data']> {
  readonly repealedOn: CalendarDate | null;
}

/** All versions of one rule of one court, in the order of adoption. */
export type PolicyRecord = readonly PolicyVersion[];

export function evolvePolicy(record: PolicyRecord, event: PolicyEvent): PolicyRecord {
  switch (event.type) {
    case 'PolicyAdopted':
      return [...record, { ...event.data, repealedOn: null }];
    case 'PolicyRepealed': {
      const { version, on } = event.data;
      return record.map((each) => (each.version === version ? { ...each, repealedOn: on } : each));
    }
  }
}

/** Those that took or will take effect: not withdrawn before. They begin one after the other. */
export const effective = (record: PolicyRecord): PolicyRecord =>
  record.filter((version) => isSpan({ from: version.from, until: ownEnd(version) }));

/** The one version that holds on the day; a later one has cut the earlier one at its start. */
export function versionOn(record: PolicyRecord, on: CalendarDate): PolicyVersion | undefined {
  const latest = effective(record).findLast(({ from }) => from <= on);
  return latest && covers({ from: latest.from, until: ownEnd(latest) }, on) ? latest : undefined;
}

/** The first day on which the version no longer holds, for whatever reason; `null` while none is known. */
export const endOf = (record: PolicyRecord, version: PolicyVersion): CalendarDate | null =>
  earlier(ownEnd(version), effective(record).find(({ from }) => from > version.from)?.from ?? null);

const ownEnd = ({ until, repealedOn }: PolicyVersion): CalendarDate | null => earlier(until, repealedOn);

/** `null` is never. ISO dates compare as text. */
function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
