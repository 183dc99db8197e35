import type { Refusal } from '@liuhen/kernel';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { participantsOf } from '../matter-rules/participants';
import type { ItemOwner, Participant } from '../supervision-matter/supervision-matter.events';
import { refuse } from './supervisory-inspection.refusals';

/** 督导组, or who guides: as who takes part in any act, and at least one. @param field of the list */
export const teamOf = (
  court: MatterCourt,
  matter: Matter,
  named: readonly ItemOwner[],
  field: string,
): readonly Participant[] | Refusal =>
  named.length === 0 ? refuse('inspection-team-missing', field) : participantsOf(court, matter, named, field);
