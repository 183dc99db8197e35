import { matterDecider } from '../matter-rules/matter-decider';
import type { MatterEvent } from '../matter-rules/matter-events';
import { fileReport, type FileReportCommand } from './file-report';
import { submitPlan, type SubmitPlanCommand } from './submit-plan';

/** 摘牌 is the closing-out of the life cycle, and a later closing day its extension. */
export type ListedSupervisionCommand = SubmitPlanCommand | FileReportCommand;

/** How many reports were filed since the matter was last drafted. */
interface Reports {
  readonly filed: number;
}

export const listedSupervisionDecider = matterDecider<Reports, ListedSupervisionCommand>({
  instruments: ['listedSupervision'],
  initial: { filed: 0 },
  evolve,

  decide(command, matter, { filed }, court) {
    switch (command.type) {
      case 'SubmitClosingPlan':
        return submitPlan(command.data, matter, court);
      case 'FilePeriodicReport':
        return fileReport(command.data, matter, filed, court);
    }
  },
});

function evolve(reports: Reports, event: MatterEvent): Reports {
  switch (event.type) {
    case 'MatterDrafted':
      return { filed: 0 };
    case 'PeriodicReportFiled':
      return { filed: event.data.nth };
    default:
      return reports;
  }
}
