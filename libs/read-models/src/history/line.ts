import {
  basisText,
  chinaTimeOf,
  decode,
  isCalendarDate,
  PARTIES,
  SOURCES,
  type Basis,
  type EventHeader,
  type Message,
  type OccurredAt,
  type Recorded,
  type SentenceNames,
  type StoredEvent,
} from '@liuhen/kernel';
import type { SupervisoryAct } from '@liuhen/supervision';

/** What tells events: an act, or a subject of the administration log. */
export type Telling = Pick<SupervisoryAct, 'events' | 'sentences'>;

/** How ids are shown to a reader. */
export interface Names {
  personName(person: string): string;
  postTitle(post: string): string;
  courtName(court: string): string;
  /** Of a version of a court's rule. */
  policyTitle(version: string): string | undefined;
}

/** Tells one event in Chinese: when it happened, who in which post and party, what, on which basis, when recorded. */
export type TellEvent = (event: StoredEvent) => string;

export const tellerOf =
  (acts: readonly Telling[], names: Names): TellEvent =>
  (event) => {
    const { header } = event;
    const told = `${what(acts, event, namesFor(names))}${onBasis(header.basis, names)}`;
    const by = who(header, names);
    const recorded = `${chinaTimeOf(header.recordedAt)}记录`;
    return header.source === 'live'
      ? `${happened(header.occurredAt)} ${by}${told}（${recorded}）`
      : `${happened(header.occurredAt)} ${told}（${by}${SOURCES[header.source]}，${recorded}）`;
  };

/** Unbound, so that a sentence may hand them on. */
const namesFor = (names: Names): SentenceNames => ({
  personName: (person) => names.personName(person),
  postTitle: (post) => names.postTitle(post),
  courtName: (court) => names.courtName(court),
});

const happened = (occurredAt: OccurredAt): string =>
  occurredAt === null ? '时间不明' : isCalendarDate(occurredAt) ? occurredAt : chinaTimeOf(occurredAt);

/** A machine's post says it all; a person is named too. */
function who({ actor, court }: EventHeader, names: Names): string {
  const post = names.postTitle(actor.post);
  const named =
    actor.party === 'system' ? post : `${names.courtName(court)}${post}${names.personName(actor.person)}`;
  return `${named}（${PARTIES[actor.party]}）`;
}

function what(acts: readonly Telling[], event: StoredEvent, names: SentenceNames): string {
  const act = acts.find(({ events }) => Object.hasOwn(events, event.header.type));
  const message = act && decode(act.events, event);
  return message ? sentenceOf(act, message, names) : `记录了${event.header.type}`;
}

/** The table has a sentence for each of the act's events, which the compiler has checked where it was written. */
function sentenceOf({ sentences }: Telling, event: Recorded<Message>, names: SentenceNames): string {
  return sentences[event.type]?.(event as never, names) ?? event.type;
}

const onBasis = (basis: readonly Basis[], names: Names): string =>
  basis.length === 0
    ? ''
    : `。依据：${basis.map((one) => basisText(one, (version) => names.policyTitle(version))).join('、')}`;
