import type { CalendarDate, EventTypes, Message } from '@liuhen/kernel';
import type { Validity } from '../timeline';
import type { CourtKind, CourtLevel } from './court';

/** How far an entry is to be trusted: checked against an official source, or with what has still to be checked. */
export interface Evidence {
  readonly verified: boolean;
  readonly remark: string | null;
}

/** The court is entered. Its stream is `court-` and the code, and stays so when the code changes. */
export type CourtEstablished = Message<
  'CourtEstablished',
  Evidence & { code: string; name: string; level: CourtLevel; kind: CourtKind; from: CalendarDate | null }
>;

export type CourtRenamed = Message<'CourtRenamed', Evidence & Validity & { name: string }>;

/**
 * The court numbers its cases under a code in a period; also one that lies before its entry here. A code changes when
 * the court is re-organised, not with the division (案号规定 第十三条).
 */
export type CourtCodeAssigned = Message<'CourtCodeAssigned', Evidence & Validity & { code: string }>;

/** 审级: appeals go to that court (人民法院组织法 第十六条、第二十一条、第二十三条). */
export type AppealRouteSet = Message<'AppealRouteSet', Evidence & Validity & { to: string }>;

/** 人财物管理: that court administers this one. */
export type AdministrativeSuperiorSet = Message<
  'AdministrativeSuperiorSet',
  Evidence & Validity & { to: string }
>;

export type CourtAbolished = Message<
  'CourtAbolished',
  Evidence & {
    /** The first day on which it no longer exists. */
    on: CalendarDate;
    /** Id of the court that takes over. */
    successor: string | null;
  }
>;

export type CourtEvent =
  | CourtEstablished
  | CourtRenamed
  | CourtCodeAssigned
  | AppealRouteSet
  | AdministrativeSuperiorSet
  | CourtAbolished;

export const courtEvents: EventTypes<CourtEvent> = {
  CourtEstablished: { schema: 1 },
  CourtRenamed: { schema: 1 },
  CourtCodeAssigned: { schema: 1 },
  AppealRouteSet: { schema: 1 },
  AdministrativeSuperiorSet: { schema: 1 },
  CourtAbolished: { schema: 1 },
};

const STREAM = 'court-';

export const courtStream = (courtId: string): string => `${STREAM}${courtId}`;

export const courtIdOfStream = (stream: string): string | undefined =>
  stream.startsWith(STREAM) ? stream.slice(STREAM.length) : undefined;
