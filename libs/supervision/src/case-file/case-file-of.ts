import type { CaseFile } from '@liuhen/access';
import { decodeAll, type StoredEvent } from '@liuhen/kernel';
import { caseEvents, type CaseEvent } from '../case/case.events';
import { caseProtectionEvents, type CaseProtectionEvent } from '../case-protection/case-protection.events';

const EVENTS = { ...caseEvents, ...caseProtectionEvents };

/** What decides who may read what of a case, from its stream; `undefined` if there is no such case. */
export function caseFileOf(stream: readonly StoredEvent[]): CaseFile | undefined {
  let file: CaseFile | undefined;
  for (const event of decodeAll<CaseEvent | CaseProtectionEvent>(EVENTS, stream)) {
    if (event.type === 'CaseRegistered') {
      const { court } = event.data;
      const handlingCourt = court.code;
      const judges = judgesIn(event.data);
      file = { handlingCourt, recordedByCourt: event.header.court, judges, isProtected: false };
    } else if (file) file = { ...file, ...changeBy(event) };
  }
  return file;
}

function changeBy(event: CaseEvent | CaseProtectionEvent): Partial<CaseFile> {
  switch (event.type) {
    case 'PanelFormed':
      return { judges: judgesIn(event.data) };
    case 'CaseProtected':
      return { isProtected: true };
    case 'CaseProtectionLifted':
      return { isProtected: false };
    default:
      return {};
  }
}

/** Who tries the case now: whoever left the panel leaves its inner file behind. */
const judgesIn = ({
  panel,
  handlingJudge,
}: {
  readonly panel: readonly string[];
  readonly handlingJudge: string | null;
}): readonly string[] => (handlingJudge === null ? panel : [...panel, handlingJudge]);
