import { isRefusal, type Message } from '@liuhen/kernel';
import { advance } from '../matter-rules/charges';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedStep } from '../matter-rules/owed';
import { assignItems } from '../matter-rules/rectification';
import type { ItemOwner, MatterStep } from '../supervision-matter/supervision-matter.events';
import { screenedIn, type GivenProblems } from '../matter-rules/screened-items';
import type { GivenGuidance } from './supervisory-inspection.events';
import { refuse } from './supervisory-inspection.refusals';
import { teamOf } from './team';

export type GiveGuidanceCommand = Message<
  'GiveGuidance',
  Omit<GivenGuidance, keyof MatterStep | 'screened' | 'guides'> &
    GivenProblems & { readonly guides: readonly ItemOwner[] }
>;

/** 一对一指导: on one problem, with a list of what is to be put right where there is something. */
export function giveGuidance(
  { items, screenedReason, ...given }: GiveGuidanceCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'guidance');
  if (isRefusal(owed)) return owed;
  const { heldOn, content } = given;
  if (heldOn > court.on) return refuse('inspection-not-held-yet', 'heldOn');
  if (heldOn < (matter.issuedOn ?? heldOn)) return refuse('inspection-guidance-before-issue', 'heldOn');
  const guides = teamOf({ ...court, on: heldOn }, matter, given.guides, 'guides');
  if (isRefusal(guides)) return guides;
  const guidance = { field: 'content', text: content };
  const screened = screenedIn(court, matter, { items, screenedReason }, [guidance]);
  if (isRefusal(screened)) return screened;
  const charges = advance(court, matter, 'guidance');
  const data = { ...given, ...fulfilling(matter, owed.duty), charges, guides, ...screened };
  const { steps, terms } = court.rules.instrument;
  const guided = step({ type: 'GuidanceGiven', data }, court, steps.basis, terms.basis);
  const assigned = assignItems(court, matter, items);
  return assigned ? [guided, assigned] : [guided];
}
