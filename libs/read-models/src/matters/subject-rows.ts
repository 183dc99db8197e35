import { parseCaseNumber } from '@liuhen/courts';
import type { MatterTarget } from '@liuhen/supervision';
import { isTold, type MatterRecord, type RoundRecord } from './matter-record';

/** What a matter can be found by. */
export const SUBJECT_KINDS = ['court', 'post', 'person', 'case', 'indicator'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A row of table `matter_subjects`: what a round is about, and who has to do with it. */
export interface SubjectRow {
  readonly matter: string;
  readonly round: number;
  readonly kind: SubjectKind;
  /** Code, id, or id of the case. */
  readonly name: string;
  /** Whether those aimed at know that it has to do with the matter. */
  readonly told: boolean;
}

type Subject = readonly [kind: SubjectKind, name: string | null];
interface Named {
  readonly post: string;
  readonly person: string | null;
}

export const subjectRows = (matter: string, record: MatterRecord): readonly SubjectRow[] =>
  record.rounds.flatMap((round) => {
    const shown = distinct(shownIn(record, round));
    const kept = distinct(keptIn(record, round)).filter((key) => !shown.includes(key));
    const rowOf = (key: string, told: boolean): SubjectRow => {
      const [kind, name] = JSON.parse(key) as [SubjectKind, string];
      return { matter, round: round.round, kind, name, told };
    };
    return [...shown.map((key) => rowOf(key, isTold(round))), ...kept.map((key) => rowOf(key, false))];
  });

const distinct = (subjects: readonly Subject[]): readonly string[] => [
  ...new Set(subjects.filter(([, name]) => name !== null).map((subject) => JSON.stringify(subject))),
];

/** What those aimed at know of a round that they are told of. */
const shownIn = ({ matter }: MatterRecord, { round, issuer, content }: RoundRecord): readonly Subject[] => [
  ['court', issuer.court],
  ...named(issuer),
  ...content.targets.flatMap(targetSubjects),
  ...content.coOrganisers.map((post): Subject => ['post', post]),
  ...[...matter.items.values()]
    .filter(({ terms }) => terms.item.startsWith(`${String(round)}-`))
    .flatMap(({ terms }) => named(terms.owner)),
];

/** Who has to do with it on the issuing side, or in whatever way in the latest round. */
const keptIn = ({ matter }: MatterRecord, { round, approver }: RoundRecord): readonly Subject[] => [
  ...named(approver),
  ...(round === matter.round ? matter.involved.flatMap(named) : []),
];

const named = ({ post, person }: Named): readonly Subject[] => [
  ['post', post],
  ['person', person],
];

const targetSubjects = (target: MatterTarget): readonly Subject[] => [
  ['court', target.court],
  ['post', target.post],
  ['person', target.person],
  ['case', target.caseNumber === null ? null : caseIdIn(target.caseNumber)],
  ['indicator', target.indicator],
  ['court', target.responsible.court],
  ...named(target.responsible),
];

/** The case, however its number is written, also of one of its rulings (之一, 之二). */
export function caseIdIn(caseNumber: string): string {
  const parsed = parseCaseNumber(caseNumber);
  return parsed.ok ? parsed.caseNumber.base : caseNumber;
}
