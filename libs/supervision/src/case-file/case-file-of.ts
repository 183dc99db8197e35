import type { CaseFile } from '@liuhen/access';
import { decodeAll, type StoredEvent } from '@liuhen/kernel';
import { caseEvents } from '../case/case.events';

/** What decides who may read a case and its inner file, from its stream; `undefined` if there is no such case. */
export function caseFileOf(stream: readonly StoredEvent[]): CaseFile | undefined {
  let file: CaseFile | undefined;
  for (const { type, data, header } of decodeAll(caseEvents, stream)) {
    if (type === 'CaseRegistered')
      file = { handlingCourt: data.court.code, recordedByCourt: header.court, judges: judgesIn(data) };
    if (type === 'PanelFormed' && file) file = { ...file, judges: judgesIn(data) };
  }
  return file;
}

/** Who tries the case now: whoever left the panel leaves its inner file behind. */
const judgesIn = ({
  panel,
  handlingJudge,
}: {
  readonly panel: readonly string[];
  readonly handlingJudge: string | null;
}): readonly string[] => (handlingJudge === null ? panel : [...panel, handlingJudge]);
