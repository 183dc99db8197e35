import type { Ancestor } from '../case-file/ancestors';
import type { CaseEvent, CaseId, CaseLink, CaseRegistration } from '../case/case.events';
import type { AppellateDispositionEvent } from './appellate-disposition.events';
import type { EarlierDisposition } from './rules';

type FamilyEvent = AppellateDispositionEvent | CaseEvent;
type Ancestors = readonly Ancestor<AppellateDispositionEvent>[];

export const registrationsOf = (ancestors: Ancestors): readonly CaseRegistration[] =>
  ancestors
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'CaseRegistered' ? [event.data] : []));

/** What was signed, served or imported in the cases that this one came from; one entry a part. */
export const earlierDispositions = (ancestors: Ancestors): readonly EarlierDisposition[] =>
  ancestors.flatMap(({ caseId, events }) =>
    events.flatMap((event) => earlierParts(caseId, event, instanceRemandedTo(caseId, ancestors))),
  );

/** Told by the stage of the case that came out of the remand. */
function instanceRemandedTo(caseId: CaseId, ancestors: Ancestors): EarlierDisposition['remandedTo'] {
  const tried = ancestors.filter(({ events }) =>
    events.some(
      ({ type, data }) => type === 'CaseLinked' && data.kind === 'remand' && data.origin === caseId,
    ),
  );
  const [stage] = registrationsOf(tried).map((registration) => registration.stage);
  return stage === 'newTrialSecondInstance' ? 'secondInstance' : stage && 'firstInstance';
}

function earlierParts(
  caseNo: CaseId,
  event: FamilyEvent,
  remandedTo: EarlierDisposition['remandedTo'],
): readonly EarlierDisposition[] {
  if (event.type !== 'AppellateDispositionRecorded') return [];
  const { procedure, stage, decidedOn, parts, appealedBy } = event.data.disposition;
  if (procedure === 'other' || stage === null) return [];
  return parts.map(({ subject, outcome, grounds, printedGrounds, printedArticles, protested }) => ({
    caseNo,
    decidedOn: decidedOn ?? undefined,
    procedure,
    stage,
    outcome,
    subject,
    grounds,
    printedGrounds,
    printedArticles,
    remandedTo,
    protested: protested ?? appealedBy?.includes('procuratorate'),
  }));
}

const APPEALABLE: Readonly<Record<string, 'judgment' | 'ruling'>> = { 判决书: 'judgment', 裁定书: 'ruling' };

/** What the appeal is directed against: the last document of the case that it came from, where that is on record. */
export function appealedAgainst(
  links: readonly CaseLink[],
  ancestors: Ancestors,
): 'judgment' | 'ruling' | undefined {
  const appealed = links.filter(({ kind }) => kind === 'appeal').map(({ origin }) => origin);
  const documents = ancestors
    .filter(({ caseId }) => appealed.includes(caseId))
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'DispositionRecorded' ? [event.data.document] : []));
  return APPEALABLE[documents.at(-1) ?? ''];
}

/** Nothing is missing between this case and a first instance: only then may silence about the past count. */
export const isFamilyComplete = (
  registration: CaseRegistration,
  links: readonly CaseLink[],
  ancestors: Ancestors,
): boolean =>
  hasBeginning(registration, links.length > 0) && ancestors.every(({ events }) => isAnchored(events));

function isAnchored(events: readonly FamilyEvent[]): boolean {
  const registration = events.find((event) => event.type === 'CaseRegistered')?.data;
  return (
    registration !== undefined &&
    hasBeginning(
      registration,
      events.some(({ type }) => type === 'CaseLinked'),
    )
  );
}

const hasBeginning = ({ stage }: CaseRegistration, linked: boolean): boolean =>
  linked || stage === 'firstInstance';
