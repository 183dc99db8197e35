import { matterDecider } from '../matter-rules/matter-decider';
import type { MatterEvent } from '../matter-rules/matter-events';
import { giveFeedback, type GiveFeedbackCommand } from './feedback';
import { giveGuidance, type GiveGuidanceCommand } from './guidance';
import type { PlannedInspection, VisitedSite } from './supervisory-inspection.events';
import { plan, recordVisit, type PlanInspectionCommand, type RecordVisitCommand } from './visit';

export type SupervisoryInspectionCommand =
  PlanInspectionCommand | RecordVisitCommand | GiveFeedbackCommand | GiveGuidanceCommand;

/** What was planned and visited since the matter was last drafted. */
interface Inspection {
  readonly planned: PlannedInspection | null;
  readonly visit: VisitedSite | null;
}

const NOTHING: Inspection = { planned: null, visit: null };

export const supervisoryInspectionDecider = matterDecider<Inspection, SupervisoryInspectionCommand>({
  instruments: ['pointToPoint', 'onSiteInspection'],
  initial: NOTHING,
  evolve,

  decide(command, matter, { planned, visit }, court) {
    switch (command.type) {
      case 'PlanInspection':
        return plan(command.data, matter, court);
      case 'RecordVisit':
        return recordVisit(command.data, matter, planned, court);
      case 'GiveFeedback':
        return giveFeedback(command.data, matter, visit, court);
      case 'GiveGuidance':
        return giveGuidance(command.data, matter, court);
    }
  },
});

function evolve(inspection: Inspection, event: MatterEvent): Inspection {
  switch (event.type) {
    case 'MatterDrafted':
      return NOTHING;
    case 'InspectionPlanned':
      return { ...inspection, planned: event.data };
    case 'SiteVisited':
      return { ...inspection, visit: event.data };
    default:
      return inspection;
  }
}
