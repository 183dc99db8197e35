import type { CalendarDate, EventHeader } from '@liuhen/kernel';
import { covers, withPeriod, type Timeline, type Validity } from '../timeline';
import { postIdOfStream, type DelegationGranted, type PostEstablished, type PostEvent } from './post.events';

/** What a post is, whoever holds it. */
export type PostDescription = Readonly<PostEstablished['data']>;

/** A seat, all who have held it, and who stood in for them. */
export interface PostRecord extends PostDescription {
  /** First appointed first. */
  readonly tenures: readonly Tenure[];
  readonly leaves: readonly Leave[];
  readonly delegations: readonly Delegation[];
  /** 分管: the divisions that the post oversees. */
  readonly oversight: Timeline<readonly string[]>;
}

/** From a day on, by or of a person in the post. */
interface PersonalSpan extends Validity {
  readonly person: string;
  readonly from: CalendarDate;
}

/** 任期. */
export interface Tenure extends PersonalSpan {
  readonly name: string;
}

/** 请假; it ends with the tenure. */
export interface Leave extends PersonalSpan {
  readonly reason: string | null;
}

/**
 * 委托. It ends with the tenure of the person who has the post delegated: who comes after decides for themselves whom
 * to trust. Whether the delegate still holds the post in which they were chosen is not known here, see
 * `liveDelegation`.
 */
export type Delegation = PersonalSpan &
  Readonly<Omit<DelegationGranted['data'], 'delegation'>> & { readonly id: string };

export function evolvePost(record: PostRecord | undefined, event: PostEvent): PostRecord | undefined {
  if (event.type === 'PostEstablished')
    return { ...event.data, tenures: [], leaves: [], delegations: [], oversight: [] };
  if (!record) return undefined;
  const { tenures, leaves, delegations } = record;
  switch (event.type) {
    case 'PersonAppointed': {
      const { person, name, from } = event.data;
      const added = [...tenures, { person, name, from, until: null }];
      return {
        ...record,
        tenures: added.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
      };
    }
    case 'PersonLeft':
      return withoutPerson(record, event.data);
    case 'LeaveRecorded':
      return { ...record, leaves: [...leaves, withinTenure(tenures, event.data)] };
    case 'LeaveEnded':
      return { ...record, leaves: leaves.map((leave) => endedLeave(leave, event.data)) };
    case 'DelegationGranted': {
      const { delegation: id, ...data } = event.data;
      return { ...record, delegations: [...delegations, withinTenure(tenures, { id, ...data })] };
    }
    case 'DelegationRevoked': {
      const { delegation, on } = event.data;
      return {
        ...record,
        delegations: delegations.map((one) => (one.id === delegation ? { ...one, until: on } : one)),
      };
    }
    case 'OversightAssigned': {
      const { divisions, from } = event.data;
      return { ...record, oversight: withPeriod(record.oversight, { value: divisions, from, until: null }) };
    }
  }
}

function withoutPerson(
  record: PostRecord,
  { person, on }: { readonly person: string; readonly on: CalendarDate },
): PostRecord {
  const tenures = record.tenures.map((tenure) =>
    tenure.person === person && tenure.until === null ? { ...tenure, until: on } : tenure,
  );
  return {
    ...record,
    tenures,
    leaves: record.leaves.map((leave) => withinTenure(tenures, leave)),
    delegations: record.delegations.map((delegation) => withinTenure(tenures, delegation)),
  };
}

/** Cut at the end of the tenure in which it begins; empty where it begins in none. */
function withinTenure<Span extends PersonalSpan>(tenures: readonly Tenure[], span: Span): Span {
  const tenure = tenures.find(({ person, ...dates }) => person === span.person && covers(dates, span.from));
  return { ...span, until: tenure ? earlier(span.until, tenure.until) : span.from };
}

const earlier = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || (b !== null && b < a) ? b : a;

const endedLeave = (
  leave: Leave,
  { person, on }: { readonly person: string; readonly on: CalendarDate },
): Leave => (leave.person === person && covers(leave, on) ? { ...leave, until: on } : leave);

/** 职务目录: the posts, by id, folded from their events. */
export type PostDirectory = ReadonlyMap<string, PostRecord>;

export const emptyPostDirectory: PostDirectory = new Map();

/** The directory after an event of any post's stream. */
export function withPostEvent(
  directory: PostDirectory,
  event: PostEvent & { readonly header: Pick<EventHeader, 'stream'> },
): PostDirectory {
  const id = postIdOfStream(event.header.stream);
  if (id === undefined) return directory;
  const record = evolvePost(directory.get(id), event);
  return record ? new Map(directory).set(id, record) : directory;
}

/** Who holds the post on the day, first appointed first. */
export const holdersOn = (directory: PostDirectory, postId: string, on: CalendarDate): readonly Tenure[] =>
  directory.get(postId)?.tenures.filter((tenure) => covers(tenure, on)) ?? [];

export interface HeldPost extends PostDescription {
  readonly id: string;
}

/** The posts that a person holds on the day; none before the appointment or after leaving. */
export const postsHeldBy = (
  directory: PostDirectory,
  person: string,
  on: CalendarDate,
): readonly HeldPost[] =>
  [...directory].flatMap(([id, record]) =>
    record.tenures.some((tenure) => tenure.person === person && covers(tenure, on))
      ? [heldPost(id, record)]
      : [],
  );

export const heldPost = (id: string, { court, kind, title, division }: PostRecord): HeldPost => ({
  id,
  court,
  kind,
  title,
  division,
});
